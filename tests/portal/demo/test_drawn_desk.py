"""The desk of the Ombudsman's office of the demo, on the day that its picture draws. With `-m whole`."""

from datetime import date, datetime

import pytest

from portal.demo.loader import begin
from portal.demo.story import ZONE
from portal.users.models import User
from rights.queries.desk import desk

pytestmark = pytest.mark.whole
AS_DRAWN = datetime(
    2025, 4, 14, 12, tzinfo=ZONE
)  # the day of `home-ombudsman.png`: draft 2 was released in the morning


def _tell_until():
    for step in begin(date(2026, 11, 25)):
        if step.at <= AS_DRAWN:
            step.do()


@pytest.fixture(scope="module")
def standing_beginning(standing):
    return standing("demo, until draft 2", _tell_until)


@pytest.fixture
def drawn(standing_beginning, db):
    """The desk of the analyst on the day of the picture."""
    return desk(User.objects.get(email__startswith="ombud1@"), AS_DRAWN)


def test_the_desk_stands_as_drawn_when_draft_2_is_released(drawn):
    assert drawn.headline == "Draft 2 changes the text under 6 of your issues"
    assert {(row.issue.reference, row.called) for row in drawn.rows} == {
        ("HR-03", "16.2"),
        ("HR-04", "18.5"),
        ("HR-05", "19.1"),
        ("HR-06", "19.2"),
        ("HR-07", "20.2"),
        ("HR-08", "14.1.4"),
    }
    assert [row.issue.severity for row in drawn.rows] == 4 * ["critical"] + 2 * ["high"]
    assert drawn.total == 12
    assert {share.slug: share.count for share in drawn.shares} == {"good": 2, "waiting": 6, "open": 4}
