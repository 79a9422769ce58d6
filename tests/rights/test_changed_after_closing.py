"""A text that changes the words of a closed issue is named in the lists and on the first page, until somebody looks at it."""

import pytest
from django.urls import reverse
from django.utils import timezone

from amendments.redline.provision_redline import Mark
from rights.actions.answers.assess_text import AssessText
from rights.actions.issues.move_issue import MoveIssue
from rights.queries.desk import desk
from rights.queries.issue_lines import outdated
from rights.queries.issue_page import issue_page
from rights.values import Conformity, IssueState
from tests.factories import law
from tests.rights.drafts import next_draft, other_draft, released
from tests.rights.pages import signed_in, text_of

pytestmark = pytest.mark.whole

FIRST, SECOND = "20 coins", "30 coins"


def move(office, state):
    MoveIssue(office.issue, state, actor=office.act(reason="Settled.")).execute()


@pytest.fixture
def closed(office):
    """The issue is closed by the law, and another amendment of it repeals something else."""
    world = office.world
    adopted = law.adopt(world.draft, world.drafter, "2-L")
    law.release(adopted, "public", world.drafter, world.secretary)
    AssessText(office.issue, adopted, Conformity.CONFORMS, actor=office.act(), closes=True).execute()
    world.amendment = law.make_amendment(world.section, adopted, world.drafter, "Another amendment")
    released(office, world.amendment, "repeal", "1.2.1")
    office.issue.refresh_from_db()
    return office


def named(office):
    """The texts that the first page names."""
    return [row.version for row in desk(office.analyst, timezone.now()).rows]


def test_a_draft_that_changes_the_words_of_a_closed_issue_is_named_until_they_are_back(closed, client):
    assert closed.issue.is_closed
    assert (named(closed), outdated(closed.analyst, [closed.issue])) == ([], set())
    worse = next_draft(closed, FIRST, SECOND)
    (row,) = desk(closed.analyst, timezone.now()).rows
    assert (row.version, row.before) == (worse, "Law 2-L")
    assert [span.text for span in row.spans if span.mark is not Mark.KEPT] == ["20", "30"]
    signed_in(client, closed.analyst)
    assert "Open the issue again" in text_of(client.get("/en/"))
    chip = 'a newer text with other words to assess</span> <span class="cell-note">until then: Closed'
    for url in (f"{reverse('rights:issues')}?only=waiting", closed.issue.url):
        assert chip in text_of(client.get(url))
    page = issue_page(closed.analyst, closed.issue)
    assert (page.texts[-1].is_waiting, page.question) == (True, None)  # it is opened again to answer
    next_draft(closed, SECOND, FIRST)
    assert (named(closed), outdated(closed.analyst, [closed.issue])) == ([], set())


def test_a_closed_issue_that_is_opened_again_is_asked_about_like_others(closed):
    worse = next_draft(closed, FIRST, SECOND)
    move(closed, IssueState.UNDER_ANALYSIS)
    AssessText(closed.issue, worse, Conformity.DOES_NOT, actor=closed.act()).execute()
    move(closed, IssueState.CLOSED)
    assert named(closed) == []


def test_an_issue_that_was_closed_by_hand_is_named_by_texts_that_change_the_words_of_that_moment(office):
    other = other_draft(office, "Another amendment", "5 coins")
    move(office, IssueState.CLOSED)
    assert named(office) == []
    released(office, office.world.amendment, "repeal", "1.2.1")  # the same words as in draft 1
    assert named(office) == []
    worse = released(office, other.draft.amendment, "replace_words", "2.1", old="5 coins", new="50 coins")
    assert named(office) == [worse]
