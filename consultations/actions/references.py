"""References of submissions and comments: short, drawn at random, unique."""

import secrets

from consultations.models import Comment, Submission

ALPHABET = "23456789CDFGHJKMNPQRTVWXY"  # no signs that look alike (0 O, 1 I L, B S Z), and no vowels, which make words
DRAWN = 6  # signs; 25 ** 6 gives 244 million references of each kind


def new_reference(kind: type[Comment] | type[Submission], wanted: str = "") -> str:
    """A reference that no row of this kind has. A `wanted` one, from an earlier register, is kept."""
    if wanted:
        return wanted
    while True:
        drawn = f"{kind.MARK}-{''.join(secrets.choice(ALPHABET) for _ in range(DRAWN))}"
        if not kind._base_manager.filter(reference=drawn).exists():
            return drawn
