"""References of submissions and comments: short, drawn at random, unique."""

import secrets

from django.db import models

from consultations.models.keys import ALPHABET, DRAWN


def new_reference(kind: type[models.Model], wanted: str = "") -> str:
    """A reference that no row of this kind has, which begins with the `MARK` of the kind. A `wanted` one, from an earlier register, is kept."""
    if wanted:
        return wanted
    while True:
        mark: str = kind.MARK  # type: ignore[attr-defined] # comments, submissions and rows of other apps have one
        drawn = f"{mark}-{''.join(secrets.choice(ALPHABET) for _ in range(DRAWN))}"
        if not kind._base_manager.filter(reference=drawn).exists():
            return drawn
