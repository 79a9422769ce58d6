"""What the page of a round tells its secretary about who answered."""

import pytest

from consultations.queries.rounds.round_pages import grid
from consultations.values import Identity
from tests.factories import consultation as make

pytestmark = pytest.mark.django_db


def test_a_comment_of_a_withheld_author_is_not_counted_beside_the_name_of_its_institution(world):
    for identity in (Identity.SHOWN, Identity.WITHHELD):
        row = make.draft(world.round, world.ngo_author, world.ngo, make.content(identity=identity))
    make.send(row.submission, world.ngo_focal)
    (line,) = [line for line in grid(world.round) if line.institution == world.ngo]
    assert [row.written for row in line.sent] == [1]
