"""Chosen words that a draft moves into another provision."""

import pytest

from rights.actions.issues.open_issue import OpenIssue
from rights.queries.issue_page import issue_page
from tests.factories import law
from tests.rights.conftest import content, passage
from tests.rights.drafts import released, waiting

pytestmark = pytest.mark.whole
MOVED = "It is paid before the crossing."


@pytest.mark.parametrize("becomes", [MOVED, f"{MOVED} A boat waits for nobody."])
def test_what_stays_where_they_stood_is_not_shown_as_deleted(office, becomes):
    world = office.world
    raised = OpenIssue(
        world.base, [passage(world.base, "2.1", MOVED)], content(), actor=office.act()
    ).execute()
    other = law.make_amendment(world.section, world.base, world.drafter, "Fares")
    law.add(other, world.drafter, "restate", "2.1", new="The fare is 10 coins.")
    released(office, other, "insert_element", "2.3", new=becomes)
    row = waiting(office, raised)
    assert (row.called, row.is_changed) == ("2.3", True)
    column = issue_page(office.analyst, raised).columns[-1].text
    for spans in (row.spans, column.passages[0].spans):
        assert [(span.mark, span.text) for span in spans] == [("=", MOVED)]
