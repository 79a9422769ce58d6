"""An instruction that others are folded into."""

import pytest

from tests.amendments.actions.drafting.folded_lists import FARE
from tests.factories import law


@pytest.fixture
def fare(world):
    """a01 gives "4 working coins"."""
    return law.add(world.amendment, world.drafter, "replace_number", "2.1", **FARE)
