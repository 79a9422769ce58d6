"""The reason for closing an issue or opening it again stands at its state and in its story."""

from rights.actions.answers.assess_text import AssessText
from rights.actions.issues.move_issue import MoveIssue
from rights.values import Conformity, IssueState
from tests.rights.pages import signed_in, text_of


def _head(page):
    return page[page.index('class="page-head') : page.index("</header>", page.index('class="page-head'))]


def test_the_page_says_why_an_issue_was_closed_and_opened_again(office, client):
    signed_in(client, office.analyst)
    assert "Closed and opened again" not in text_of(client.get(office.issue.url))
    MoveIssue(office.issue, IssueState.CLOSED, actor=office.act(office.head, "Fares fell.")).execute()
    page = text_of(client.get(office.issue.url))
    assert "Fares fell." in _head(page)
    assert page.count("Fares fell.") == 2  # at the state, and in the story
    MoveIssue(office.issue, IssueState.UNDER_ANALYSIS, actor=office.act(reason="They rose.")).execute()
    page = text_of(client.get(office.issue.url))
    assert "They rose." in _head(page)
    assert "Fares fell." not in _head(page)
    story = page[page.index("Closed and opened again</h2>") + 23 :]
    assert story.index("closed on") < story.index("Fares fell.") < story.index("opened again")
    assert story.index(str(office.head)) < story.index("Fares fell.") < story.index("They rose.")
    AssessText(office.issue, office.world.text, Conformity.PARTLY, actor=office.act()).execute()
    page = text_of(client.get(office.issue.url))
    assert "They rose." not in _head(page)
    assert "They rose." in page
