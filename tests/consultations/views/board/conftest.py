"""The secretary before a board with a comment of the NGO."""

import pytest

from tests.consultations.views.board.answering import WANTED, sent


@pytest.fixture(scope="module")
def standing_world(standing_world, add):
    """With a comment of the NGO."""
    standing_world.sent = add(lambda: sent(standing_world, "ngo", standing_world.ngo, proposed_text=WANTED))
    return standing_world


@pytest.fixture
def comment(world):
    return world.sent
