"""Issues are found by their words, and say in words where they are."""

import pytest
from django.urls import reverse

from rights.actions.answers.assess_text import AssessText
from rights.actions.issues.edit_issue import EditIssue
from rights.actions.issues.move_issue import MoveIssue
from rights.actions.notes.add_note import AddNote
from rights.values import Conformity, IssueState
from tests.rights.conftest import content


@pytest.fixture
def analyst(office, client):
    client.force_login(office.analyst, backend="django.contrib.auth.backends.ModelBackend")
    return client


def text_of(answer):
    return " ".join(answer.content.decode().split())


@pytest.mark.parametrize(
    ("words", "is_found"),
    [("uşaqlar GÖZLƏYİR", True), ("hr-01", True), ("look ferry", True), ("doubt", False), ("[", False)],
)
def test_an_issue_is_found_by_its_words_and_those_of_notes_that_the_person_reads(
    office, analyst, words, is_found
):
    written = content(title="Ferry", analysis="Uşaqlar gözləyir.")
    EditIssue(office.issue, written, 1, actor=office.act()).execute()
    AddNote(office.issue, "Look again.", actor=office.act()).execute()
    AddNote(office.issue, "My doubt.", actor=office.act(office.head), is_private=True).execute()
    page = text_of(analyst.get(reverse("rights:issues"), {"words": words}))
    assert (office.issue.url in page) is is_found
    assert ("No issue fits these filters." in page) is not is_found


def test_words_that_are_too_many_are_named(office, analyst):
    for more, is_named in (("", False), (" ninth tenth", True)):
        page = text_of(analyst.get(reverse("rights:issues"), {"words": "fares " * 8 + more}))
        assert ("Not sought, because there are more than eight words: ninth tenth" in page) is is_named
        assert office.issue.url in page


def test_the_story_says_where_the_issue_is_while_no_later_text_is_assessed(office, analyst):
    assert "</strong> · flagged" in text_of(analyst.get(office.issue.url))
    MoveIssue(office.issue, IssueState.UNDER_ANALYSIS, actor=office.act()).execute()
    assert "</strong> · under analysis" in text_of(analyst.get(office.issue.url))
    AssessText(office.issue, office.world.text, Conformity.PARTLY, actor=office.act()).execute()
    page = text_of(analyst.get(office.issue.url))
    assert "</strong> · flagged" in page
    assert "</strong> · partly addressed" in page


def test_the_form_of_an_issue_asks_for_the_lead_institution_above_the_long_lists(office, analyst):
    page = text_of(analyst.get(reverse("rights:edit", args=[office.issue.pk])))
    assert page.index('name="lead"') < page.index('name="sought"')
