"""A new provision that a draft drops and a later one inserts anew is another provision with the same number."""

import pytest
from django.urls import reverse

from amendments.redline.provision_redline import Mark
from consultations.rules.outcome import Outcome
from consultations.rules.passages import Field, Place
from consultations.rules.placement import Status
from rights.actions.following.confirm_issue_place import ConfirmIssuePlace, FoundPlace
from rights.actions.issues.open_issue import OpenIssue
from rights.actions.issuing.draft_opinion import DraftOpinion
from rights.actions.issuing.edit_opinion import OpinionContent
from rights.actions.issuing.gather_issues import GatherIssues
from rights.models import FollowedText, IssuePlacement, Opinion, RowPlacement
from rights.queries.issue_page import issue_page
from rights.values import FollowUpValue, IssueState
from tests.factories import law
from tests.rights.actions.recommended_steps.conftest import follow, story
from tests.rights.concordance_rows import write
from tests.rights.conftest import content, finished, issue, passage
from tests.rights.drafts import next_without, released, waiting
from tests.rights.pages import signed_in, text_of

pytestmark = pytest.mark.whole


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


def test_what_another_amendment_proposes_under_the_number_is_another_matter(office, dropped):
    world = office.world
    row = write(office, dropped.raised_on, "2.3")
    other = law.make_amendment(world.section, world.base, world.drafter, "Another amendment")
    text = released(office, other, "insert_element", "2.3", new="Museums are closed.")
    assert waiting(office, dropped) is None
    assert IssuePlacement.objects.get(anchor__issue=dropped, version=text).status == Status.DELETED
    assert RowPlacement.objects.get(anchor__row=row, version=text).provision is None


def test_another_number_is_no_answer_to_it(office, dropped):
    released(office, office.world.amendment, "insert_element", "2.4", new="Dogs and cats pay 2 coins.")
    assert waiting(office, dropped) is None
    last = issue_page(office.analyst, dropped).texts[-1]
    assert last.passages[0].is_dropped


def test_the_same_words_are_the_same_provision(office, dropped):
    text = released(office, office.world.amendment, "insert_element", "2.3", new="Dogs pay 2 coins.")
    row = waiting(office, dropped)
    assert (row.version, row.called, row.is_dropped) == (text, "2.3", False)


@pytest.mark.parametrize("is_gone", [False, True])
def test_about_drafts_of_another_amendment_that_leave_its_words_alone_nobody_is_asked(
    office, dropped, is_gone
):
    world = office.world
    text = released(office, world.amendment, "insert_element", "2.3", new="Dogs and cats pay 2 coins.")
    adopted = law.adopt(text.draft, world.drafter, "2-L")
    law.release(adopted, "public", world.drafter, world.secretary)
    found = IssuePlacement.objects.get(anchor__issue=dropped, version=adopted)
    here = None if is_gone else Place(str(found.provision_id), Field.BODY, 0, 0)
    ConfirmIssuePlace(found, FoundPlace(here), actor=office.act()).execute()
    other = law.make_amendment(world.section, adopted, world.drafter, "Another amendment")
    same = released(office, other, "replace_words", "2.2", old="free", new="rid")
    followed = FollowedText.objects.get(issue=dropped, version=same)
    assert (followed.answers_issue, waiting(office, dropped).version) == (False, adopted)
    placed = IssuePlacement.objects.get(anchor__issue=dropped, version=same)
    assert (placed.provision_id is None) == is_gone


def test_a_recommendation_is_followed_up_in_it(office):
    world = office.world
    proposed = law.add(world.amendment, world.drafter, "insert_element", "2.3", new="Dogs pay 2 coins.")
    second = released(office, world.amendment, "repeal", "1.2.1")
    raised = OpenIssue(second, [passage(second, "2.3")], content(), actor=office.act()).execute()
    words = OpinionContent("Dogs", "en", "We looked.")
    drafted = DraftOpinion(world.amendment, words, actor=office.act()).execute()
    GatherIssues(drafted, [raised], actor=office.act()).execute()
    opinion = issue(office, finished(office, Opinion.objects.get(pk=drafted.pk)))
    row = opinion.recommendations.get()
    draft = next_without(office, proposed)
    follow(office, row, law.text_in(draft), FollowUpValue.OVERTAKEN)
    assert story(office, row).is_closed
    text = released(office, world.amendment, "insert_element", "2.3", new="Dogs and cats pay 2 coins.")
    found = story(office, row)
    assert (found.is_closed, found.asks.version, found.texts[-1].told) == (False, text, "")
    assert found.texts[-1].outcome is Outcome.NOT_REFLECTED
