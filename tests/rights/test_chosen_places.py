"""A place that a person chose holds in the text, and in those made of it that offer the same; it can be chosen otherwise."""

from dataclasses import astuple

import pytest
from django.urls import reverse

from amendments.audit.actor import Actor
from amendments.redline.provision_redline import Mark
from consultations.rules.placement import Status
from rights.actions.following.confirm_issue_place import ConfirmIssuePlace, FoundPlace
from rights.actions.issues.cover_provisions import AddProvisions
from rights.actions.issues.open_issue import OpenIssue
from rights.models import FollowedText, IssuePlacement
from rights.queries.conformity import conformity_table
from rights.queries.conformity_cell import _places, cell_page
from rights.queries.conformity_values import values_in
from rights.queries.issue_page import issue_page
from rights.values import Conformity
from tests.factories import law
from tests.rights.choosing import adopted_as, asks, conforms, decide, is_there
from tests.rights.conftest import content, passage
from tests.rights.drafts import released, waiting
from tests.rights.pages import signed_in, text_of

pytestmark = pytest.mark.whole


@pytest.mark.parametrize("is_gone", [False, True])
def test_what_was_decided_of_its_place_holds_in_later_texts_with_the_same_words(office, dropped, is_gone):
    world = office.world
    text = released(office, world.amendment, "insert_element", "2.3", new="Dogs and cats pay 2 coins.")
    decide(office, dropped, text, is_gone=is_gone)
    adopted = adopted_as(office, text, "2-L")
    assert is_there(dropped, text, adopted) == [not is_gone] * 2
    other = law.make_amendment(world.section, adopted, world.drafter, "Another amendment")
    same = released(office, other, "replace_words", "2.2", old="free", new="rid")
    assert is_there(dropped, same) == [not is_gone]
    assert not FollowedText.objects.get(issue=dropped, version=same).answers_issue
    law.add(other, world.drafter, "replace_words", "2.3", old="2 coins", new="3 coins")
    changed = released(office, other, "replace_words", "2.1", old="before", new="after")
    placed = IssuePlacement.objects.get(anchor__issue=dropped, version=changed)
    assert placed.status == (Status.NEEDS_REVIEW if is_gone else Status.MOVED)  # the same provision
    assert FollowedText.objects.get(issue=dropped, version=changed).answers_issue


def test_what_was_decided_of_its_place_is_decided_otherwise(office, dropped, client):
    world = office.world
    text = released(office, world.amendment, "insert_element", "2.3", new="Dogs and cats pay 2 coins.")
    analyst = signed_in(client, office.analyst)
    place = IssuePlacement.objects.get(anchor__issue=dropped, version=text)
    url = reverse("rights:confirm_place", args=[place.pk])
    analyst.post(url, {"place": ""})
    page = text_of(analyst.get(dropped.url))
    assert "Places that your office chose: 1" in page
    assert "Draft 4: the words are gone." in page
    assert "They are gone" not in page
    assert waiting(office, dropped) is None
    adopted = adopted_as(office, text, "2-L")
    later = IssuePlacement.objects.get(anchor__issue=dropped, version=adopted)
    (here,) = later.places
    place.refresh_from_db()
    told = {"place": ":".join(map(str, astuple(here)))}
    analyst.post(url, told)  # without what its page showed
    assert is_there(dropped, text) == [False]
    for _press in range(2):
        analyst.post(url, {**told, "seen": place.decision})
        assert is_there(dropped, text, adopted) == [True, True]
    assert waiting(office, dropped).version == adopted
    assert "Law 2-L: the words are in 2.3." in text_of(analyst.get(dropped.url))
    decide(office, dropped, adopted, is_gone=True)
    assert is_there(dropped, text, adopted) == [True, False]


def test_later_drafts_that_ask_the_same_follow_the_decision(office, dropped):
    world = office.world
    text = released(office, world.amendment, "insert_element", "2.3", new="Dogs and cats pay 2 coins.")
    same = released(office, world.amendment, "replace_words", "2.1", old="before", new="after")
    law.add(world.amendment, world.drafter, "replace_words", "2.3", old="2 coins", new="3 coins")
    other = released(office, world.amendment, "replace_words", "2.2", old="free", new="rid")
    decide(office, dropped, text, is_gone=True)
    assert is_there(dropped, text, same, other) == [False, False, True]
    assert IssuePlacement.objects.get(anchor__issue=dropped, version=other).status == Status.NEEDS_REVIEW


def test_a_draft_takes_the_decision_over_of_the_text_before_it(office, dropped):
    world = office.world
    first = released(office, world.amendment, "insert_element", "2.3", new="Dogs and cats pay 2 coins.")
    second = released(office, world.amendment, "replace_words", "2.1", old="before", new="after")
    for text, is_gone in [(first, False), (second, True), (first, True), (first, False)]:
        decide(office, dropped, text, is_gone=is_gone)
    assert is_there(dropped, first, second) == [True, False]
    third = released(office, world.amendment, "replace_words", "2.2", old="free", new="rid")
    assert is_there(dropped, third) == [False]


def test_what_somebody_else_decided_meanwhile_is_not_replaced_unseen(office, dropped, client):
    text = released(office, office.world.amendment, "insert_element", "2.3", new="Dogs and cats pay 2 coins.")
    place = IssuePlacement.objects.get(anchor__issue=dropped, version=text)
    url, analyst = reverse("rights:confirm_place", args=[place.pk]), signed_in(client, office.analyst)
    assert 'name="seen" value=""' in analyst.get(dropped.url).content.decode()
    head = Actor.now(office.head)
    ConfirmIssuePlace(place, FoundPlace(place.places[0]), actor=head).execute()
    refused = analyst.post(url, {"place": "", "seen": ""}, follow=True)
    assert "Somebody else has changed this meanwhile." in text_of(refused)
    assert is_there(dropped, text) == [True]
    place.refresh_from_db()
    assert f'name="seen" value="{place.decision}"' in refused.content.decode()
    analyst.post(url, {"place": "", "seen": place.decision})
    assert is_there(dropped, text) == [False]


def test_what_is_decided_of_the_law_after_a_draft_on_it_asks_no_false_question(office, dropped):
    world = office.world
    text = released(office, world.amendment, "insert_element", "2.3", new="Dogs and cats pay 2 coins.")
    adopted = adopted_as(office, text, "2-L")
    other = law.make_amendment(world.section, adopted, world.drafter, "Another amendment")
    first = released(office, other, "replace_words", "2.2", old="free", new="rid")
    decide(office, dropped, adopted, is_gone=True)
    second = released(office, other, "replace_words", "2.1", old="before", new="after")
    rows = FollowedText.objects.filter(issue=dropped, version__in=[first, second])
    assert [row.answers_issue for row in rows] == [False, False]
    assert is_there(dropped, second) == [False]
    assert waiting(office, dropped).version == adopted


@pytest.mark.parametrize("before_adoption", [False, True])
def test_a_wrong_choice_that_is_corrected_loses_no_question(office, dropped, before_adoption):
    world = office.world
    text = released(office, world.amendment, "insert_element", "2.3", new="Dogs and cats pay 2 coins.")
    if before_adoption:
        decide(office, dropped, text, is_gone=True)
    adopted = adopted_as(office, text, "2-L")
    wrong = text if before_adoption else decide(office, dropped, adopted, is_gone=True).version
    other = law.make_amendment(world.section, adopted, world.drafter, "Another amendment")
    first = released(office, other, "repeal", "2.3")
    assert not asks(dropped, first)
    decide(office, dropped, wrong, is_gone=False)
    assert asks(dropped, first)


@pytest.mark.parametrize("closes", [False, True])
def test_a_choice_on_a_draft_holds_in_the_law_that_was_made_of_it(office, dropped, adopted, closes):
    text, law_text, other = adopted
    decide(office, dropped, text, is_gone=True)
    assert is_there(dropped, law_text) == [False]
    conforms(office, dropped, law_text, closes=closes)
    first = released(office, other, "replace_words", "2.2", old="free", new="rid")
    adopted_as(office, first, "3-L")
    assert waiting(office, dropped) is None


def test_the_choice_on_its_law_holds_in_a_draft_whatever_was_chosen_elsewhere_since(office, dropped, adopted):
    text, law_text, other = adopted
    decide(office, dropped, law_text, is_gone=False)
    decide(office, dropped, text, is_gone=True)
    first = released(office, other, "replace_words", "2.2", old="free", new="rid")
    assert (asks(dropped, first), is_there(dropped, first)) == (False, [True])


def test_a_choice_on_the_law_ends_and_opens_questions_on_drafts_that_stand_on_it(office, dropped, adopted):
    _text, law_text, other = adopted
    first = released(office, other, "repeal", "2.3")
    assert asks(dropped, first)
    decide(office, dropped, law_text, is_gone=True)
    assert not asks(dropped, first)
    decide(office, dropped, law_text, is_gone=False)
    assert asks(dropped, first)


def test_a_draft_that_was_answered_is_asked_about_whatever_is_chosen_since(office, dropped, adopted):
    _text, law_text, other = adopted
    first = released(office, other, "repeal", "2.3")
    conforms(office, dropped, first)
    decide(office, dropped, law_text, is_gone=True)
    assert asks(dropped, first)
    assert [one.version for one in issue_page(office.analyst, dropped).texts][-1] == first


def test_a_draft_on_the_law_has_the_value_of_the_law_whatever_was_chosen_first(office, dropped, adopted):
    text, law_text, other = adopted
    first = released(office, other, "replace_words", "2.2", old="free", new="rid")
    decide(office, dropped, law_text, is_gone=True)
    conforms(office, dropped, law_text)
    found = values_in(first, [dropped], [text, law_text, first])
    assert found == {dropped.pk: Conformity.CONFORMS}


def test_further_provisions_ask_nothing_about_drafts_that_leave_them_alone(office, dropped, adopted):
    _text, law_text, other = adopted
    first = released(office, other, "replace_words", "2.2", old="free", new="rid")
    decide(office, dropped, law_text, is_gone=True)
    key = str(dropped.raised_on.entries.get(number="1.1").provision_id)
    AddProvisions(dropped, [key], actor=office.act()).execute()
    assert not asks(dropped, first)


def test_an_open_form_finds_its_place_after_another_choice(office, dropped, adopted, client):
    text, law_text, _other = adopted
    analyst, place = (
        signed_in(client, office.analyst),
        IssuePlacement.objects.get(anchor__issue=dropped, version=law_text),
    )
    decide(office, dropped, text, is_gone=True)
    answer = analyst.post(
        reverse("rights:confirm_place", args=[place.pk]), {"place": "", "seen": ""}, follow=True
    )
    assert answer.status_code == 200
    assert "Somebody else has changed this meanwhile." in text_of(answer)


def test_a_newer_choice_that_the_words_are_gone_is_not_passed_over_for_an_older_one(office, dropped):
    world = office.world
    first = released(office, world.amendment, "insert_element", "2.3", new="Dogs and cats pay 2 coins.")
    second = released(office, world.amendment, "replace_words", "2.1", old="before", new="after")
    decide(office, dropped, first, is_gone=False)
    decide(office, dropped, second, is_gone=True)
    law.add(world.amendment, world.drafter, "replace_words", "2.3", old="2 coins", new="3 coins")
    third = released(office, world.amendment, "replace_words", "2.2", old="free", new="rid")
    placed = IssuePlacement.objects.get(anchor__issue=dropped, version=third)
    assert (placed.status, placed.decided_at) == (Status.NEEDS_REVIEW, None)


def test_a_cell_compares_a_new_provision_with_the_one_whose_place_it_took(office, dropped):
    text = released(office, office.world.amendment, "insert_element", "2.3", new="Dogs and cats pay 2 coins.")
    decide(office, dropped, text, is_gone=False)
    table = conformity_table(office.analyst, text.instrument, str(text.pk))
    row = next(row for row in table.rows if any(dropped in cell.issues for cell in row.touched))
    (cell,) = row.touched
    panel = cell_page(office.analyst, table, f"{row.provision}:{cell.right.code}")
    before = "".join(span.text for span in panel.comparisons[-1].spans if span.mark != Mark.INSERTED)
    assert before == "Dogs pay 2 coins."


def test_a_cell_of_several_issues_compares_with_the_words_of_the_one_that_has_them(office, adopted, dropped):
    """For the first one the office said that they are gone in the law in force; the other one is raised on that law."""
    _text, law_text, other = adopted
    decide(office, dropped, law_text, is_gone=True)
    raised = OpenIssue(law_text, [passage(law_text, "2.3")], content(), actor=office.act(), reference="HR-03")
    second = raised.execute()
    draft = released(office, other, "replace_words", "2.3", old="2 coins", new="3 coins")
    decide(office, dropped, draft, is_gone=False)
    table = conformity_table(office.analyst, draft.instrument, str(draft.pk))
    (row,) = [row for row in table.rows if any(second in cell.issues for cell in row.touched)]
    places = _places([dropped, second], row, [draft, law_text, dropped.raised_on])
    own = str(dropped.anchors.get().provision_id)
    assert [key for _text, key in places] == [row.provision, row.provision, own]
    assert _places([dropped], row, [draft, law_text])[1][1] == own  # which is gone there
