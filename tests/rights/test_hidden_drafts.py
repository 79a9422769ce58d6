"""A draft that the reader may not read is no reason to ask, and what was said of it stands on no page."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from rights.actions.answers.assess_text import AssessText
from rights.actions.answers.take_back_assessment import TakeBackAssessment
from rights.queries.conformity import conformity_table
from rights.queries.conformity_cell import cell_page
from rights.queries.desk import desk
from rights.queries.issue_page import issue_page
from rights.values import Conformity
from tests.factories import law
from tests.rights.pages import signed_in

pytestmark = pytest.mark.whole


def drafts(office, *fares):
    """Further drafts of the amendment with these fares, of which the last one is released."""
    world = office.world
    found = []
    for old, new in zip(("20 coins", *fares), fares, strict=False):
        law.add(world.amendment, world.drafter, "replace_words", "2.1", old=old, new=new)
        found.append(law.text_in(law.seal(world.amendment, world.drafter)))
    law.release(found[-1].draft, "public", world.drafter, world.secretary)
    return found


def asked(office, person):
    question = issue_page(person, office.issue).question
    assert desk(office.analyst, timezone.now()).waiting == (
        issue_page(office.analyst, office.issue).question is not None
    )
    return question and question.version


def test_no_question_tells_of_a_draft_that_the_reader_may_not_read(office):
    world = office.world
    AssessText(office.issue, world.text, Conformity.PARTLY, actor=office.act()).execute()
    _hidden, last = drafts(office, "30 coins", "20 coins")
    assert asked(office, office.analyst) is None
    law.join(world.drafter, "rights_analyst")
    assert asked(office, world.drafter) == last


@pytest.mark.parametrize("fare", ["30 coins", "40 coins"])
def test_an_answer_on_a_draft_that_the_reader_may_not_read_stands_on_no_page(office, fare):
    world = office.world
    law.join(world.drafter, "rights_analyst")
    hidden, last = drafts(office, "30 coins", fare) if fare != "30 coins" else _twice(office)
    given = AssessText(
        office.issue, hidden, Conformity.DOES_NOT, actor=office.act(world.drafter), note="Hidden."
    ).execute()
    raised = office.issue.assessments.get(version=office.issue.raised_on)
    for person, own in ((world.drafter, given), (office.analyst, raised)):
        table = conformity_table(person, last.instrument, str(last.pk))
        (cell,) = table.rows[0].touched
        panel = cell_page(person, table, f"{table.rows[0].provision}:{cell.right.code}")
        assert panel.issues[0].assessment == own
        (text,) = [one for one in issue_page(person, office.issue).texts if one.version == last]
        is_same = own == given and fare == "30 coins"
        assert text.assessment == (own if is_same else None)
        assert cell.value == (Conformity.DOES_NOT if is_same else None)
        assert text.is_waiting != is_same


def _twice(office):
    """Two drafts with the same fare, of which the last one is released."""
    world = office.world
    law.add(world.amendment, world.drafter, "replace_words", "2.1", old="20 coins", new="30 coins")
    hidden = law.text_in(law.seal(world.amendment, world.drafter))
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    return hidden, law.text_in(draft)


def test_an_answer_on_a_draft_that_the_reader_may_not_read_is_neither_told_nor_taken_back(office, client):
    """Somebody who drafts and writes for the office gave it; the analyst gave one before, and goes on from that."""
    world = office.world
    own = AssessText(office.issue, world.text, Conformity.PARTLY, actor=office.act()).execute()
    law.join(world.drafter, "rights_analyst")
    law.add(world.amendment, world.drafter, "replace_words", "2.1", old="20 coins", new="30 coins")
    hidden = law.text_in(law.seal(world.amendment, world.drafter))
    given = AssessText(office.issue, hidden, Conformity.DOES_NOT, actor=office.act(world.drafter)).execute()
    analyst = signed_in(client, office.analyst)
    assert (issue_page(world.drafter, office.issue).seen, issue_page(office.analyst, office.issue).seen) == (
        given.pk,
        own.pk,
    )
    for page in (office.issue.url, reverse("wagtail_serve", args=[""])):
        assert str(given.pk) not in analyst.get(page).content.decode()
    taken = reverse("rights:take_back", args=[given.pk])
    assert analyst.post(taken).status_code == 404
    with pytest.raises(PermissionDenied):
        TakeBackAssessment(given, actor=office.act()).execute()
    assert issue_page(office.analyst, office.issue).newest_answer == own
    assert desk(office.analyst, timezone.now()).undoable == (own,)
    TakeBackAssessment(own, actor=office.act()).execute()
    again = AssessText(
        office.issue, world.text, Conformity.CONFORMS, actor=office.act(), seen=_seen(office)
    ).execute()
    assert office.issue.assessments.get(pk=given.pk).taken_back_at is None
    assert again.place == given.place + 1


def _seen(office):
    return issue_page(office.analyst, office.issue).seen


def test_an_answer_on_a_hidden_draft_does_not_show_through_the_next_one(office):
    """The analyst answers an older draft; where the issue is follows for the analyst from what the analyst may read."""
    world = office.world
    law.join(world.drafter, "rights_analyst")
    hidden, _last = drafts(office, "30 coins", "40 coins")
    AssessText(office.issue, hidden, Conformity.DOES_NOT, actor=office.act(world.drafter)).execute()
    shown = issue_page(office.analyst, office.issue).state
    own = AssessText(office.issue, world.text, Conformity.DOES_NOT, actor=office.act()).execute()
    page = issue_page(office.analyst, office.issue)
    assert (own.state_before, own.state_after, page.state) == (shown, shown, shown)
    assert page.newest_answer == own
    TakeBackAssessment(own, actor=office.act()).execute()
    assert issue_page(office.analyst, office.issue).state == shown
