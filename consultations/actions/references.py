"""References of submissions and comments: short, drawn at random, never given twice."""

import secrets

from consultations.models import Comment, Submission

ALPHABET = "23456789CDFGHJKMNPQRTVWXY"  # without 0 O, 1 I L, B S Z, U, and without vowels: no two look alike, no words
DRAWN = 6  # signs: 244 million references of each kind


def new_reference(kind: type[Comment] | type[Submission], wanted: str = "") -> str:
    """A reference that no row of this kind has; a `wanted` one (from an earlier register) is kept as it is."""
    if wanted:
        return wanted
    while True:
        drawn = f"{kind.MARK}-{''.join(secrets.choice(ALPHABET) for _ in range(DRAWN))}"
        if not kind._base_manager.filter(reference=drawn).exists():
            return drawn
