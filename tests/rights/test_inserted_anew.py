"""A new provision that a draft drops and a later one inserts anew is another provision with the same number."""

import pytest
from django.urls import reverse
from django.utils import timezone

from amendments.actions.drafting.withdraw_instruction import WithdrawInstruction
from amendments.redline.provision_redline import Mark
from rights.actions.answers.assess_text import AssessText
from rights.actions.issues.open_issue import OpenIssue
from rights.models import IssuePlacement
from rights.queries.desk import desk
from rights.queries.issue_page import issue_page
from rights.values import Conformity, IssueState
from tests.factories import law
from tests.rights.conftest import content, passage
from tests.rights.drafts import released
from tests.rights.pages import signed_in, text_of

pytestmark = pytest.mark.whole


@pytest.fixture
def dropped(office):
    """An issue on a new provision of draft 2, which draft 3 drops: it is answered there."""
    world = office.world
    AssessText(office.issue, world.text, Conformity.CONFORMS, actor=office.act()).execute()
    proposed = law.add(world.amendment, world.drafter, "insert_element", "2.3", new="Dogs pay 2 coins.")
    second = released(office, world.amendment, "repeal", "1.2.1")
    raised = OpenIssue(second, [passage(second, "2.3")], content(), actor=office.act(), reference="HR-02")
    issue = raised.execute()
    WithdrawInstruction(proposed, actor=office.act(world.drafter, "No.")).execute()
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    AssessText(issue, law.text_in(draft), Conformity.CONFORMS, actor=office.act()).execute()
    return issue


def waiting(office, issue):
    return next((row for row in desk(office.analyst, timezone.now()).rows if row.issue == issue), None)


def test_the_office_is_asked_about_it_and_says_whether_it_is_the_same(office, dropped, client):
    assert waiting(office, dropped) is None
    new = "Dogs and cats pay 2 coins."
    text = released(office, office.world.amendment, "insert_element", "2.3", new=new)
    row = waiting(office, dropped)
    assert (row.called, row.is_dropped, row.is_changed) == ("2.3", False, True)
    assert "".join(span.text for span in row.spans if span.mark is not Mark.DELETED) == new
    analyst = signed_in(client, office.analyst)
    page = text_of(analyst.get(dropped.url))
    assert "They are in 2.3" in page
    assert "not in the text" not in page.partition("They are in 2.3")[0]
    place = IssuePlacement.objects.get(anchor__issue=dropped, version=text)
    analyst.post(reverse("rights:confirm_place", args=[place.pk]), {"place": ""})
    assert waiting(office, dropped) is None  # the words are gone as in the draft before, which was answered
    dropped.refresh_from_db()
    assert dropped.state == IssueState.ADDRESSED


def test_another_number_is_no_answer_to_it(office, dropped):
    released(office, office.world.amendment, "insert_element", "2.4", new="Dogs and cats pay 2 coins.")
    assert waiting(office, dropped) is None
    last = issue_page(office.analyst, dropped).texts[-1]
    assert last.passages[0].is_dropped


def test_the_same_words_are_the_same_provision(office, dropped):
    text = released(office, office.world.amendment, "insert_element", "2.3", new="Dogs pay 2 coins.")
    row = waiting(office, dropped)
    assert (row.version, row.called, row.is_dropped) == (text, "2.3", False)
