"""A text is later than the closing of an issue if the office could read it only after that, whenever it was sealed."""

from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils import timezone

from rights.actions.issues.move_issue import MoveIssue
from rights.actions.issues.open_issue import OpenIssue
from rights.queries.desk import Desk, desk
from rights.queries.issue_lines import outdated
from rights.queries.issue_page import issue_page
from rights.values import IssueState
from tests.factories import law
from tests.rights.conftest import content, passage
from tests.rights.drafts import next_draft
from tests.rights.pages import signed_in, text_of

pytestmark = pytest.mark.whole  # stories over several actions


def sealed(office, title, new):
    """The text of the first draft of another amendment, which nobody outside its drafting body may read yet."""
    world = office.world
    amendment = law.make_amendment(world.section, world.base, world.drafter, title)
    law.add(amendment, world.drafter, "replace_words", "2.1", old="10 coins", new=new)
    return law.text_in(law.seal(amendment, world.drafter))


def opened(office, text):
    law.release(text.draft, "public", office.world.drafter, office.world.secretary)


def rows(office):
    return [(row.version, row.before) for row in desk(office.analyst, timezone.now()).rows]


def test_a_draft_that_was_sealed_before_the_closing_and_released_after_it_is_named(office, client):
    hidden = sealed(office, "Another amendment", "50 coins")
    MoveIssue(office.issue, IssueState.CLOSED, actor=office.act(reason="Settled.")).execute()
    assert (rows(office), outdated(office.analyst, [office.issue])) == ([], set())
    opened(office, hidden)
    ((version, before),) = rows(office)
    assert (version, before) == (hidden, "Law 1-L")
    assert outdated(office.analyst, [office.issue]) == {office.issue.pk}
    signed_in(client, office.analyst)
    for url in (f"{reverse('rights:issues')}?only=waiting", office.issue.url):
        assert "until then: Closed" in text_of(client.get(url))
    office.issue.refresh_from_db()
    assert issue_page(office.analyst, office.issue).texts[-1].is_waiting


def test_later_drafts_stand_against_the_text_that_could_be_read_at_the_closing(office):
    hidden = sealed(office, "Another amendment", "50 coins")
    MoveIssue(office.issue, IssueState.CLOSED, actor=office.act(reason="Settled.")).execute()
    opened(office, hidden)
    office.world.amendment = hidden.draft.amendment
    second = next_draft(office, "50 coins", "60 coins")
    assert rows(office) == [(second, "Law 1-L")]


def test_an_older_draft_that_is_opened_after_the_closing_is_not_named_beside_a_newer_one(office):
    hidden = sealed(office, "Another amendment", "50 coins")
    office.world.amendment = hidden.draft.amendment
    next_draft(office, "50 coins", "60 coins")
    MoveIssue(office.issue, IssueState.CLOSED, actor=office.act(reason="Settled.")).execute()
    opened(office, hidden)
    assert rows(office) == []


def test_an_issue_that_cannot_be_assessed_is_not_counted_as_one_that_waits_for_it(office):
    hidden = sealed(office, "Another amendment", "50 coins")
    MoveIssue(office.issue, IssueState.CLOSED, actor=office.act(reason="Settled.")).execute()
    opened(office, hidden)
    base = office.world.base
    for number in ("2.2", "1.1"):
        OpenIssue(base, [passage(base, number)], content(), actor=office.act()).execute()
    assert "50 coins" in hidden.entries.get(number="2.1").texts.get().text.body
    found = desk(office.analyst, timezone.now())
    assert (found.waiting, found.closed) == (1, 1)
    assert found.headline == "Draft 1 (Another amendment) changes the text under 1 of your issues"
    third = OpenIssue(base, [passage(base, "2.1")], content(), actor=office.act()).execute()
    assert third.followed.waiting().exists()
    found = desk(office.analyst, timezone.now())
    assert (found.waiting, found.closed) == (2, 1)
    assert [(one.slug, one.count) for one in found.shares] == [("good", 1), ("waiting", 1), ("open", 2)]
    answered = Desk((), found.waiting + 8, 1, 20, (), (), found.undoable_names, is_of_all=False)
    assert answered.headline == "Texts under 9 of your issues wait for your assessment"
    assert replace(answered, closed=10).headline == "10 closed issues have other words in newer texts"
