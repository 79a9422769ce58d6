"""Everybody who has an account keeps the same search: for all that is said for a reason."""

from search.models.saved import SavedSearch
from tests.permissions.world import World

SAID = "because"


def save_searches(world: World) -> None:
    """Before anything is said."""
    for role, person in world.people.items():
        if person.is_authenticated:
            world.saved[role] = SavedSearch.objects.create(
                owner=person, name="Reasons", address=f"q={SAID}", language="en"
            )
