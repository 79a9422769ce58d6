"""What becomes of answers, and of what is asked, when the place of an issue is chosen."""

import re

import pytest
from django.urls import reverse

from rights.actions.answers.assess_text import AssessText
from rights.actions.answers.take_back_assessment import TakeBackAssessment
from rights.actions.following.confirm_issue_place import ConfirmIssuePlace, FoundPlace
from rights.actions.issues.cover_provisions import AddProvisions
from rights.errors import ChangedMeanwhile
from rights.models import IssuePlacement
from rights.queries.issue_page import issue_page
from rights.queries.states_of_issues import states_of
from rights.values import Conformity, IssueState
from tests.rights.choosing import asks, conforms, decide
from tests.rights.drafts import released, waiting
from tests.rights.pages import signed_in, text_of

pytestmark = pytest.mark.whole


def test_an_answer_about_other_words_is_taken_back_and_the_state_follows(office, dropped, client):
    new = "Dogs and cats pay 2 coins."
    text = released(office, office.world.amendment, "insert_element", "2.3", new=new)
    decide(office, dropped, text, is_gone=False)
    AssessText(dropped, text, Conformity.DOES_NOT, actor=office.act()).execute()
    dropped.refresh_from_db()
    assert dropped.state == IssueState.NOT_ADDRESSED
    analyst, place = (
        signed_in(client, office.analyst),
        IssuePlacement.objects.get(anchor__issue=dropped, version=text),
    )
    url = reverse("rights:confirm_place", args=[place.pk])
    page = text_of(analyst.post(url, {"place": "", "seen": place.decision}, follow=True))
    assert "other words and no longer count: Draft 4: Does not conform." in page
    dropped.refresh_from_db()
    assert dropped.state == IssueState.ADDRESSED  # as in the draft before, which lacks the provision too
    assert issue_page(office.analyst, dropped).texts[-1].assessment.value == Conformity.CONFORMS
    assert states_of([dropped]) == {dropped.pk: IssueState.ADDRESSED}
    decide(office, dropped, text, is_gone=False)
    assert waiting(office, dropped).version == text
    conforms(office, dropped, text)
    assert waiting(office, dropped) is None
    assert states_of([dropped]) == {dropped.pk: IssueState.ADDRESSED}


def test_a_choice_stays_where_it_can_be_changed_also_if_nobody_is_asked_about_its_draft_then(
    office, dropped, adopted, client
):
    _text, law_text, other = adopted
    decide(office, dropped, law_text, is_gone=True)
    changed = released(office, other, "replace_words", "2.3", old="2 coins", new="3 coins")
    assert asks(dropped, changed)
    decide(office, dropped, changed, is_gone=True)
    assert not asks(dropped, changed)
    page = text_of(signed_in(client, office.analyst).get(dropped.url))
    assert "Places that your office chose: 2" in page
    assert "Draft 1 (Another amendment): the words are gone." in page
    decide(office, dropped, changed, is_gone=False)
    assert asks(dropped, changed)


def test_a_draft_that_was_answered_about_other_words_is_not_asked_about_for_that_alone(
    office, dropped, adopted
):
    _text, law_text, other = adopted
    decide(office, dropped, law_text, is_gone=True)
    conforms(office, dropped, law_text)
    changed = released(office, other, "replace_words", "2.3", old="2 coins", new="3 coins")
    decide(office, dropped, changed, is_gone=False)
    AssessText(dropped, changed, Conformity.DOES_NOT, actor=office.act()).execute()
    decide(office, dropped, changed, is_gone=True)
    assert (asks(dropped, changed), waiting(office, dropped)) == (False, None)
    dropped.refresh_from_db()
    assert dropped.state == IssueState.ADDRESSED


def test_an_answer_that_further_provisions_made_old_asks_nothing_again(office, dropped, adopted):
    _text, law_text, other = adopted
    changed = released(office, other, "replace_words", "2.3", old="2 coins", new="3 coins")
    AssessText(dropped, changed, Conformity.DOES_NOT, actor=office.act()).execute()
    decide(office, dropped, law_text, is_gone=True)
    decide(office, dropped, changed, is_gone=True)
    key = str(dropped.raised_on.entries.get(number="1.1").provision_id)
    AddProvisions(dropped, [key], actor=office.act()).execute()
    was = asks(dropped, changed)
    decide(office, dropped, law_text, is_gone=False)
    decide(office, dropped, law_text, is_gone=True)
    assert asks(dropped, changed) == was
    dropped.refresh_from_db()
    assert states_of([dropped]) == {dropped.pk: dropped.state}


def test_a_draft_is_not_asked_about_for_an_answer_that_was_taken_back(office, dropped, adopted):
    _text, law_text, other = adopted
    decide(office, dropped, law_text, is_gone=True)
    conforms(office, dropped, law_text)
    changed = released(office, other, "replace_words", "2.3", old="2 coins", new="3 coins")
    given = conforms(office, dropped, changed)
    TakeBackAssessment(given, actor=office.act()).execute()
    assert waiting(office, dropped).version == changed
    given = conforms(office, dropped, changed)
    decide(office, dropped, changed, is_gone=True)
    given = dropped.assessments.standing().filter(version=changed).last()
    assert given is None
    assert (asks(dropped, changed), waiting(office, dropped)) == (False, None)


@pytest.mark.parametrize("page", ["issue", "home"])
def test_an_answer_from_an_older_page_is_not_given_to_words_that_nobody_saw(office, dropped, client, page):
    text = released(office, office.world.amendment, "insert_element", "2.3", new="Dogs and cats pay 2 coins.")
    analyst = signed_in(client, office.analyst)
    shown = analyst.get(
        dropped.url if page == "issue" else reverse("wagtail_serve", args=[""])
    ).content.decode()
    sent_by = re.findall(rf'name="(words-{text.pk})" value="([0-9a-f]{{64}})"', shown)
    assert len(sent_by) == (2 if page == "issue" else 1)  # also by the form in detail
    ((name, words),) = set(sent_by)
    decide(office, dropped, text, is_gone=True)
    sent = {"text": text.pk, "value": "does-not", name: words, "back": "work" if page == "home" else ""}
    refused = text_of(analyst.post(reverse("rights:answer", args=[dropped.pk]), sent, follow=True))
    told = f"{dropped.reference}: " if page == "home" else ""
    assert f"{told}Somebody else has changed this meanwhile." in refused
    assert not dropped.assessments.filter(version=text).exists()


def test_where_a_choice_took_the_shown_answer_back_nobody_is_told_of_an_answer(office, dropped):
    """The form is about another text, whose words are the same."""
    text = released(office, office.world.amendment, "insert_element", "2.3", new="Dogs and cats pay 2 coins.")
    decide(office, dropped, text, is_gone=False)
    given = conforms(office, dropped, text)
    place = IssuePlacement.objects.get(anchor__issue=dropped, version=text)
    head = office.act(office.head)
    ConfirmIssuePlace(place, FoundPlace(None), actor=head, seen=place.decision).execute()
    with pytest.raises(ChangedMeanwhile):
        conforms(office, dropped, dropped.raised_on, seen=given.pk)
