"""Everybody with an account saves the same search, for a word that is in every reason."""

from search.models.saved import SavedSearch
from tests.permissions.world import World

SAID = "because"


def save_searches(world: World) -> None:
    """Save the searches before any text is written."""
    for role, person in world.people.items():
        if person.is_authenticated:
            world.saved[role] = SavedSearch.objects.create(
                owner=person, name="Reasons", address=f"q={SAID}", language="en"
            )
