"""Issues are found by their words, and say in words where they are."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localdate

from amendments.actions.drafting.propose_instruction import ProposeInstruction
from amendments.actions.drafting.take_instruction import TakeInstruction
from amendments.audit.actor import Actor
from consultations.actions.comments.placements import words_in
from consultations.queries.comments.operations import operation_for
from rights.actions.answers.assess_text import AssessText
from rights.actions.following.reading import Reading
from rights.actions.issues.edit_issue import EditIssue
from rights.actions.issues.move_issue import MoveIssue
from rights.actions.notes.add_note import AddNote
from rights.queries.desk import desk
from rights.queries.issue_page import issue_page
from rights.templatetags.rights import quoted
from rights.values import Conformity, IssueState
from tests.factories import law
from tests.rights.conftest import content, passage
from tests.rights.drafts import other_draft
from tests.rights.pages import text_of


@pytest.fixture
def analyst(office, client):
    client.force_login(office.analyst, backend="django.contrib.auth.backends.ModelBackend")
    return client


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


def test_words_that_moved_into_points_are_shown_with_them_in_every_later_text(office, analyst):
    world, drafter = office.world, Actor.now(office.world.drafter)
    act = law.act_of(world.amendment)
    wording = "The fare is:\n(a) ten coins by day;\n(b) five coins by night."
    operation = operation_for(act, passage(world.base, "2.1").provision, wording)
    TakeInstruction(ProposeInstruction(act, operation, actor=drafter).execute(), actor=drafter).execute()
    second = law.seal(world.amendment, world.drafter)
    law.release(second, "public", world.drafter, world.secretary)
    page = issue_page(office.analyst, office.issue)
    assert page.columns[-1].text.version == law.text_in(second)
    for spans in (page.columns[-1].text.passages[0].spans, page.question.since.changes[0]):
        assert "(b) five coins by night." in "".join(one.text for one in spans)
    [waiting] = desk(office.analyst, timezone.now()).rows
    assert "(b) five coins by night." in "".join(one.text for one in waiting.spans)


def test_a_change_of_a_point_into_which_chosen_words_moved_is_a_change(office):
    reading = Reading.of(office.world.base)
    places = list(office.issue.anchors.all())
    moved = [SimpleNamespace(provision_id=passage(office.world.base, "1.2").provision, anchor=places[0])]
    before = reading.hash_of(moved)
    key = passage(office.world.base, "1.2.1").provision
    element = replace(reading.tree.by_key[key], text="canoes;")
    tree = reading.tree.changed([element])
    assert Reading(tree, words_in(tree)).hash_of(moved) != before


def test_texts_of_several_amendments_are_named_with_their_days_and_amendments(office, analyst):
    world = office.world
    other_draft(office, "Free crossings", "20 coins")
    texts = issue_page(office.analyst, office.issue).texts
    day = date_format(localdate(world.text.sealed_at))
    assert texts[-1].same_as == f"draft 1 of {day} (Amending the Law)"
    page = text_of(analyst.get(office.issue.url))
    assert '<strong>Draft 1</strong> <span class="small">(Free crossings)</span>' in page


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Enter.", "“Enter.”"),
        ("«Enter.»", "«Enter.»"),
        ("“Enter.”", "“Enter.”"),
        ("«A» and «B»", "“«A» and «B»”"),
        ("", "“”"),
    ],
)
def test_words_that_were_typed_between_quotation_marks_get_no_second_ones(typed, shown):
    assert quoted(typed) == shown
