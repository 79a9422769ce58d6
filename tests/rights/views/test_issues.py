"""The pages of the desk: what they show, how many queries they ask, and how their forms answer."""

from unittest.mock import patch
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from consultations.models import Treaty
from rights.actions.answers.assess_text import AssessText
from rights.actions.issues.edit_issue import EditIssue
from rights.actions.issues.open_issue import OpenIssue
from rights.actions.notes.add_note import AddNote
from rights.errors import NoStepThere, WordsMissing
from rights.models import RightsIssue
from rights.queries.issue_opening import not_one
from rights.suggesting.suggestion import Suggestion
from rights.values import Conformity, IssueState
from tests.factories import law
from tests.rights.conftest import content, passage
from tests.rights.drafts import next_draft
from tests.rights.pages import signed_in, text_of


@pytest.fixture
def analyst(office, client):
    client.force_login(office.analyst, backend="django.contrib.auth.backends.ModelBackend")
    return client


def posted(office, **more):
    return {"title": "Children", "severity": "high", "conformity": "does-not", "rights": ["B01"], **more}


def test_the_page_shows_the_texts_side_by_side_with_the_question_and_three_equal_answers(office, analyst):
    page = text_of(analyst.get(office.issue.url))
    assert '<mark class="quote is-chosen">10 coins</mark>' in page
    assert "<ins>" in page
    assert "Does the new text fix it?" in page
    assert page.count('<button class="button is-secondary is-small" name="value"') == 3
    assert "Awaits your assessment" in page


def test_a_quotation_from_a_treaty_that_is_no_standard_of_the_issue_names_the_treaty(office, analyst):
    words = content(extract="Enter.", extract_of=Treaty.objects.get(code="CRC"), extract_source="OJ L 251")
    EditIssue(office.issue, words, 1, actor=office.act()).execute()
    assert f"{words.extract_of}, OJ L 251</p>" in text_of(analyst.get(office.issue.url))


def test_the_question_goes_when_it_is_answered_and_comes_back_when_the_answer_is_taken_back(office, analyst):
    url = reverse("rights:answer", args=[office.issue.pk])
    answer = analyst.post(url, {"text": office.world.text.pk, "value": "conforms"}, follow=True)
    assert "Does the new text fix it?" not in text_of(answer)
    assert "HR-01, Draft 1: Conforms." in text_of(answer)
    given = office.issue.assessments.standing().last().pk
    answer = analyst.post(reverse("rights:take_back", args=[given]), follow=True)
    assert "Does the new text fix it?" in text_of(answer)


def test_a_yes_to_the_adopted_text_closes_the_issue(office, analyst):
    adopted = law.adopt(office.world.draft, office.world.drafter)
    law.release(adopted, "public", office.world.drafter, office.world.secretary)
    assert "Does the final text fix it?" in text_of(analyst.get(office.issue.url))
    told = {"text": adopted.pk, "value": "conforms-close"}
    analyst.post(reverse("rights:answer", args=[office.issue.pk]), told)
    office.issue.refresh_from_db()
    assert office.issue.state == IssueState.CLOSED


def test_an_unknown_value_or_text_is_no_answer(office, analyst):
    url = reverse("rights:answer", args=[office.issue.pk])
    for told in (
        {"text": office.world.text.pk, "value": "perhaps"},
        {"text": "x", "value": "conforms"},
        {"text": office.world.text.pk, "value": "conforms-closely"},
    ):
        assert analyst.post(url, told).status_code == 404
    assert office.issue.assessments.count() == 1


@pytest.mark.parametrize("place", ["x", "{}:body:x:1", "{}:tail:0:1", "{}:body:" + "9" * 5_000 + ":1"])
def test_an_unknown_place_is_no_place(office, analyst, place):
    row = office.issue.anchors.get().placements.get()
    told = {"place": place.format(row.provision_id)}
    assert analyst.post(reverse("rights:confirm_place", args=[row.pk]), told).status_code == 404


def test_an_answer_can_no_longer_be_taken_back_on_the_page_once_the_issue_is_closed(office, analyst):
    told = {"text": office.world.text.pk, "value": "partly"}
    page = analyst.post(reverse("rights:answer", args=[office.issue.pk]), told, follow=True)
    assert "Take back:" in text_of(page)
    close = reverse("rights:move", args=[office.issue.pk, "closed"])
    assert "Take back:" not in text_of(analyst.post(close, {"reason": "Withdrawn."}, follow=True))


def test_an_issue_is_opened_from_the_page_of_a_provision_by_its_sentences(office, analyst):
    provision = office.issue.anchors.get().provision
    hub = text_of(analyst.get(reverse("amendments:provision", args=[provision.pk])))
    url = reverse("rights:open", args=[provision.pk])
    assert url in hub
    assert "HR-01" in hub
    form = text_of(analyst.get(url))
    assert "It is paid before the crossing." in form
    sentence = passage(office.world.base, "2.1", "It is paid before the crossing.")
    told = posted(office, passages=[f"{sentence.start}:{sentence.end}"], also="2.2", treaties=["CRC"])
    assert analyst.post(url, told | {"treaties-CRC": "3"}).status_code == 302
    issue = RightsIssue.objects.get(title="Children")
    assert [row.quote for row in issue.anchors.all()] == ["It is paid before the crossing.", ""]
    assert [str(row) for row in issue.articles.all()] == ["CRC 3"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": ""}, "This field is required."),
        ({"rights": []}, "Choose at least one right that the provision touches."),
        ({"also": "99.9"}, "No provision of this text has the number 99.9."),
        ({"comments": "C-XXXXXX"}, "There is no comment C-XXXXXX that you may read."),
    ],
)
def test_a_wrong_form_says_what_is_wrong_and_keeps_what_was_typed(office, analyst, wrong, said):
    provision = office.issue.anchors.get().provision
    told = posted(office, analysis="Kept words.", **wrong)
    answer = analyst.post(reverse("rights:open", args=[provision.pk]), told)
    assert answer.status_code == 422
    assert said in text_of(answer)
    assert "Kept words." in text_of(answer)
    assert RightsIssue.objects.count() == 1


def test_a_provision_is_found_by_its_act_and_number(office, analyst):
    act = office.world.base.instrument
    provision = office.issue.anchors.get().provision
    answer = analyst.get(reverse("rights:find"), {"act": act.pk, "number": "2.1"})
    assert answer["Location"] == reverse("rights:open", args=[provision.pk])
    answer = analyst.get(reverse("rights:find"), {"act": act.pk, "number": "99"})
    assert "No text of this act that you may read has a provision of this number." in text_of(answer)


def test_the_form_of_an_issue_saves_and_refuses_an_older_one(office, analyst):
    url = reverse("rights:edit", args=[office.issue.pk])
    assert 'value="Fares"' in text_of(analyst.get(url))
    assert analyst.post(url, posted(office, revision=1)).status_code == 302
    answer = analyst.post(url, posted(office, revision=1, title="Others"))
    assert "Somebody else has changed this meanwhile." in text_of(answer)
    office.issue.refresh_from_db()
    assert office.issue.title == "Children"


def test_notes_say_who_sees_them_and_a_private_one_stays_with_its_author(office, analyst, client):
    url = reverse("rights:note", args=[office.issue.pk])
    analyst.post(url, {"text": "My doubt.", "is_private": "on"})
    assert analyst.post(url, {"text": " "}).status_code == 422
    page = text_of(analyst.get(office.issue.url))
    assert "My doubt." in page
    assert "for you alone" in page
    client.force_login(office.head, backend="django.contrib.auth.backends.ModelBackend")
    assert "My doubt." not in text_of(client.get(office.issue.url))


def test_the_list_filters_by_state_severity_right_and_what_waits(office, analyst):
    version = office.world.base
    OpenIssue(version, [passage(version, "2.2")], content(title="Ferries"), actor=office.act()).execute()
    url = reverse("rights:issues")
    for query, shown in (
        ({}, {"Fares", "Ferries"}),
        ({"only": "waiting"}, {"Fares"}),
        ({"only": "mine"}, {"Fares", "Ferries"}),
        ({"state": "closed"}, set()),
        ({"severity": "low"}, set()),
        ({"right": "B01", "severity": "high"}, {"Fares", "Ferries"}),
        ({"state": "no such", "act": "x"}, {"Fares", "Ferries"}),
        ({"act": str(version.instrument_id)}, {"Fares", "Ferries"}),
        ({"act": "9" * 30}, {"Fares", "Ferries"}),
        ({"act": "9" * 5_000}, {"Fares", "Ferries"}),
    ):
        page = text_of(analyst.get(url, query))
        assert {title for title in ("Fares", "Ferries") if f">{title}</a>" in page} == shown, query


def test_the_pages_ask_no_more_queries_for_more_issues_texts_and_notes(office, analyst):
    pages = (reverse("rights:issues"), office.issue.url)
    for page in pages:
        analyst.get(page)  # what is asked once
    first = [_queries(analyst, page) for page in pages]
    version = office.world.base
    for number in ("2.2", "1.2.1", "1.2.2"):
        OpenIssue(version, [passage(version, number)], content(title=number), actor=office.act()).execute()
        AddNote(office.issue, number, actor=office.act()).execute()
    for old, new in (("20 coins", "30 coins"), ("30 coins", "40 coins")):
        text = next_draft(office, old, new)
        AssessText(office.issue, text, Conformity.PARTLY, actor=office.act()).execute()
    for page, before in zip(pages, first, strict=True):
        assert _queries(analyst, page) <= before + 2, page


def _queries(client, page):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(page).status_code == 200
    assert len(queries) <= 45
    return len(queries)


@pytest.mark.parametrize("role", ["drafter", "secretary", "admin", "auditor", "ngo_focal", "citizen"])
def test_nobody_else_finds_the_desk_or_an_issue(office, client, role):
    client.force_login(office.world.people[role], backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(reverse("rights:issues")).status_code == 403
    assert client.get(office.issue.url).status_code == 404
    assert client.get(reverse("rights:edit", args=[office.issue.pk])).status_code == 404
    provision = office.issue.anchors.get().provision
    hub = text_of(client.get(reverse("amendments:provision", args=[provision.pk])))
    assert "HR-01" not in hub
    assert "/rights/" not in hub


def test_the_form_offers_first_what_the_words_of_the_provision_suggest_and_says_which_words(office, analyst):
    provision = office.world.base.entries.get(number="2.1").provision_id
    cues = [Suggestion("B01", ("10 coins",)), Suggestion("Z99", ("unknown",))]
    with patch("rights.queries.issue_opening.suggested_rights", return_value=cues):
        page = text_of(analyst.get(reverse("rights:open", args=[provision])))
        sought = text_of(
            analyst.post(reverse("rights:open", args=[provision]), {"sought": "life", "look": "1"})
        )
    first = page.index("Suggested by the words of the provision")
    assert first < page.index('value="B01"') < page.index("“10 coins”")
    assert page.count('value="B01"') == 1
    assert "Suggested by" not in sought


def test_nothing_is_suggested_where_no_word_does(office, analyst):
    provision = office.world.base.entries.get(number="2.1").provision_id
    assert "Suggested by" not in text_of(analyst.get(reverse("rights:open", args=[provision])))


def test_rights_are_not_called_optional_where_one_is_needed(office, analyst):
    provision = office.world.base.entries.get(number="2.1").provision_id
    page = text_of(analyst.get(reverse("rights:open", args=[provision])))
    assert "<legend>Rights </legend>" in page
    assert '<legend>Treaties <span class="optional">' in page


def test_a_stale_answer_is_refused_in_words_and_keeps_the_reason_that_was_typed(office, analyst, client):
    seen = office.issue.newest_answer
    assert text_of(analyst.get(office.issue.url)).count(f'name="seen" value="{seen}"') == 2
    value = Conformity.CONFORMS
    AssessText(office.issue, office.world.text, value, actor=office.act(office.head)).execute()
    told = {"text": office.world.text.pk, "value": "does-not", "note": "Kept words.", "seen": seen}
    answer = analyst.post(reverse("rights:answer", args=[office.issue.pk]), told)
    assert answer.status_code == 422
    assert "Somebody else has assessed a text of this issue meanwhile." in text_of(answer)
    answer = signed_in(client, office.head).post(reverse("rights:answer", args=[office.issue.pk]), told)
    assert "You have assessed a text of this issue meanwhile." in text_of(answer)
    assert "Kept words." in text_of(answer)


def test_what_was_typed_into_a_refused_step_note_or_question_stays(office, analyst):
    issue = office.issue
    step = reverse("rights:move", args=[issue.pk, "closed"])
    assert analyst.post(step, {"reason": " "}).status_code == 422
    with patch("rights.actions.notes.add_note.AddNote.perform", side_effect=WordsMissing):
        answer = analyst.post(reverse("rights:note", args=[issue.pk]), {"text": "Kept words."})
    assert (answer.status_code, "Kept words." in text_of(answer)) == (422, True)
    with patch("rights.actions.issues.move_issue.MoveIssue.perform", side_effect=NoStepThere):
        answer = analyst.post(step, {"reason": "Kept reason."})
    assert (answer.status_code, "Kept reason." in text_of(answer)) == (422, True)
    lead = content(lead=office.world.body)
    EditIssue(issue, lead, 1, actor=office.act()).execute()
    told = {"question": "Kept question?", "due": "2000-01-01"}
    answer = analyst.post(reverse("rights:ask", args=[issue.pk]), told)
    assert (answer.status_code, "Kept question?" in text_of(answer)) == (422, True)


def test_the_same_form_writes_one_note(office, analyst):
    url, key = reverse("rights:note", args=[office.issue.pk]), uuid4()
    for _click in range(2):
        assert analyst.post(url, {"text": "Again.", "key": key}).status_code == 302
    assert analyst.post(url, {"text": "And again.", "key": uuid4()}).status_code == 302
    assert office.issue.notes.count() == 2


def test_the_page_of_a_provision_leads_to_all_issues_on_it(office, analyst):
    version, issue = office.world.base, office.issue
    provision = issue.anchors.get().provision
    for title in "ABCDE":
        OpenIssue(version, [passage(version, "2.1")], content(title=title), actor=office.act()).execute()
    OpenIssue(version, [passage(version, "2.2")], content(title="Ferries"), actor=office.act()).execute()
    url = f"{reverse('rights:issues')}?provision={provision.pk}"
    assert url in text_of(analyst.get(reverse("amendments:provision", args=[provision.pk])))
    page = text_of(analyst.get(url))
    assert "<strong>6</strong> issues" in page
    assert "Ferries" not in page


def test_a_number_that_several_provisions_have_is_told_from_one_that_none_has():
    assert not_one([], "9") == "No provision of this text has the number 9."
    assert not_one([object()] * 2, "9").startswith("Several provisions of this text have the number 9.")
