"""Every operation through the form. A refusal keeps what was typed. Two people who edit at once see a message."""

import pytest
from django.urls import reverse

from amendments.forms.instruction_forms import QUALIFIERS
from amendments.instructions.operations import Op
from amendments.models import Instruction
from amendments.queries.drafting.drafts import working_draft
from tests.factories import law

FORMS = {
    Op.REPLACE_WORDS: ({"target": "2.2", "old": "Children", "new": "Pupils"}, "Pupils travel free of charge."),
    Op.REPLACE_NUMBER: ({"target": "2.1", "old": "10", "new": "14"}, "The fare is 14 coins."),
    Op.INSERT_AFTER: ({"target": "2.2", "anchor": "Children", "new": "under seven"}, "Children under seven travel"),
    Op.INSERT_BEFORE: ({"target": "2.2", "anchor": "Children", "new": "Small"}, "Small Children travel"),
    Op.DELETE_WORDS: ({"target": "2.2", "old": "free of charge"}, "Children travel."),
    Op.RESTATE: ({"target": "2.2", "new": "Children pay half."}, "Children pay half."),
    Op.RESTATE_HEADING: ({"target": "2", "new": "Prices"}, "Prices"),
    Op.RESTATE_SENTENCE: ({"target": "2.1", "level": "sentence:2", "new": "It is paid on board."}, "It is paid on board."),
    Op.ADD_SENTENCE: ({"target": "2.2", "new": "So do dogs."}, "So do dogs."),
    Op.INSERT_ELEMENT: ({"target": "2.3", "new": "Dogs pay half.", "children": "2.4. Cats pay nothing."}, "Cats pay nothing."),
    Op.APPEND_ELEMENT: ({"target": "1.2.3", "new": "canoes."}, "canoes."),
    Op.REPEAL: ({"target": "1.2.1"}, ""),
    Op.RENUMBER_AND_ADD: ({"target": "2.2", "children": "2.3."}, "Children travel free of charge."),
    Op.GLOBAL_REPLACE: ({"target": "*", "old": "ferries", "new": "boats", "qualifier": "all"}, "boats"),
    Op.COMMENCEMENT: ({"new": "This Law enters into force on the day of its publication."}, ""),
}  # fmt: skip


@pytest.fixture(scope="module")
def standing_stage(standing_stage, add):
    """With an amendment without instructions."""
    world = standing_stage.world
    standing_stage.second = add(
        lambda: law.make_amendment(world.section, world.base, world.drafter, "Second")
    )
    return standing_stage


@pytest.fixture
def amendment(stage):
    return stage.second


def url_of(amendment, row=None):
    if row is None:
        return reverse("amendments_admin:new_instruction", args=[amendment.pk])
    return reverse("amendments_admin:instruction", args=[amendment.pk, row.pk])


def test_the_form_knows_every_operation():
    assert set(FORMS) == set(Op)


@pytest.mark.parametrize("op", Op)
def test_every_operation_is_previewed_and_saved(drafter, amendment, op):
    given, expected = FORMS[op]
    shown = drafter.post(url_of(amendment), {"op": op, **given, "preview": "1"})
    assert shown.status_code == 200
    assert not shown.context["shown"].problem
    assert not amendment.instructions.exists()
    answer = drafter.post(url_of(amendment), {"op": op, **given, "reason": "As agreed.", "save": "1"})
    assert answer.status_code == 302
    row = amendment.instructions.get()
    assert (row.op, row.reason) == (op, "As agreed.")
    texts = [f"{element.heading} {element.text}" for element in working_draft(law.act_of(amendment)).tree]
    assert any(expected in text for text in texts)


@pytest.mark.parametrize("qualifier", [name for name, __ in QUALIFIERS])
def test_every_occurrence_that_is_offered_can_be_meant(drafter, stage, amendment, qualifier):
    """“Every grammatical form” is not offered: a person words each form, so each is an instruction of its own."""
    words = "Children" if not qualifier else "e"
    law.add(amendment, stage.world.drafter, "restate", "2.2", new="Children e pay e half.")
    given = {"op": "replace_words", "target": "2.2", "old": words, "new": "x", "qualifier": qualifier}
    answer = drafter.post(url_of(amendment), {**given, "save": "1"})
    assert answer.status_code == 302, answer.context["form"].errors


def test_the_preview_words_a_new_sentence_as_the_list_will(drafter, amendment):
    given = {"op": "add_sentence", "target": "2.1", "new": "Dogs are tied."}
    (worded,) = drafter.post(url_of(amendment), {**given, "preview": "1"}).context["shown"].words
    page = drafter.post(url_of(amendment), {**given, "save": "1"}, follow=True).content.decode()
    assert "third sentence" in worded.words
    assert worded.words in page


@pytest.mark.parametrize("op", Op)
def test_a_stored_operation_comes_back_into_the_form(drafter, amendment, op):
    given, _ = FORMS[op]
    drafter.post(url_of(amendment), {"op": op, **given, "save": "1"})
    row = amendment.instructions.get()
    before = dict(row.operation)
    initial = drafter.get(url_of(amendment, row)).context["form"].initial
    fields = {name: value for name, value in initial.items() if isinstance(value, str | int) and value != ""}
    answer = drafter.post(url_of(amendment, row), {**fields, "save": "1"})
    assert answer.status_code == 302, answer.context["form"].errors
    row.refresh_from_db()
    assert row.operation == before
    assert (row.revision, row.history.count()) == (1, 1)  # saved untouched, nothing changes


def test_the_wording_and_the_redline_stand_beside_the_form(drafter, amendment):
    given, _ = FORMS[Op.REPLACE_WORDS]
    page = drafter.post(url_of(amendment), {"op": "replace_words", **given, "preview": "1"}).content.decode()
    assert "the word “Children” shall be replaced by the word “Pupils”" in page
    assert "[inserted </span>Pupils" in page


def test_the_preview_says_that_what_lies_under_a_restated_provision_stays(drafter, amendment):
    given = {"op": "restate", "target": "2", "new": "Everybody pays.", "preview": "1"}
    assert "Write what lies under it too," in drafter.post(url_of(amendment), given).content.decode()


def test_words_before_points_are_restated_alone(drafter, amendment):
    given = {"op": "restate", "target": "1.2", "new": "It is not for:", "preview": "1"}
    page = drafter.post(url_of(amendment), given).content.decode()
    assert "The first paragraph of Article 1.2 shall be restated as follows: “It is not for:”." in page
    assert "Write what lies under it too," not in page


@pytest.mark.parametrize("focused", ["save", "again", "restate", "over"])  # htmx sends that button too
def test_the_preview_alone_answers_the_script(drafter, amendment, focused):
    data = {"op": "replace_words", **FORMS[Op.REPLACE_WORDS][0], "preview": "1", focused: "1"}
    live = drafter.post(url_of(amendment), data, headers={"HX-Request": "true"}).content.decode()
    assert "<form" not in live
    assert not amendment.instructions.exists()
    assert "[inserted </span>Pupils" in live
    unfinished = drafter.post(url_of(amendment), {"op": "replace_words"}, headers={"HX-Request": "true"})
    assert "stand here as you write" in unfinished.content.decode()


@pytest.mark.parametrize(
    ("given", "field", "reason"),
    [
        ({"op": "replace_words", "target": "2.1", "old": "20 coins", "new": "x"}, "old", "The words “20 coins” are not in 2.1."),
        ({"op": "insert_after", "target": "2.1", "anchor": "20 coins", "new": "x"}, "anchor", "The words “20 coins” are not in 2.1."),
        ({"op": "replace_words", "target": "9.9", "old": "x", "new": "y"}, "target", "There is no provision 9.9"),
        ({"op": "replace_words", "target": "1.1", "old": "the", "new": "a"}, "qualifier", "occur more than once in 1.1"),
        ({"op": "insert_element", "target": "1.2", "new": "Again."}, "target", "There is a provision 1.2 already."),
        ({"op": "insert_element", "target": "2.3", "after": "9.9", "new": "x."}, "after", "There is no provision 9.9 after which"),
        ({"op": "insert_element", "target": "2.3", "heading": "Dogs", "new": "x."}, "heading", "2.3 has no heading"),
        ({"op": "restate", "target": "2.1"}, "new", "Write the new text of 2.1."),
        ({"op": "replace_words", "target": "2.1", "new": "x"}, "old", "Fill this in."),
        ({"op": "restate_sentence", "target": "2.1", "new": "x.", "level": "line:2"}, "level", "Write text, heading, sentence 2"),
        ({"op": "restate_sentence", "target": "2.1", "new": "x.", "level": "sentence:7"}, "level", "2.1 has no sentence 7"),
        ({"op": "insert_element", "target": "2.3", "new": "x.", "children": "2.4. y\n!"}, "children", "Line 2 does not begin with a number."),
        ({"op": "global_replace", "target": "*", "old": "ferries", "new": "boats", "qualifier": "all", "count": "7"}, "count", "do not occur in the act"),
        ({"op": "global_replace", "target": "*", "old": "coaches", "new": "boats"}, "old", "stand nowhere in the act."),
        ({"op": "abolish", "target": "2.1"}, "op", "Select a valid choice"),
    ],
)  # fmt: skip
def test_a_refusal_says_why_beside_its_field_and_keeps_what_was_typed(
    drafter, amendment, given, field, reason
):
    answer = drafter.post(url_of(amendment), {**given, "reason": "Typed long.", "save": "1"})
    page, form = answer.content.decode(), answer.context["form"]
    assert list(form.errors) == [field]
    assert reason in " ".join(form.errors[field])
    assert reason in page
    assert "Nothing is saved yet." in page
    assert "Typed long." in page
    assert given.get("old", "") in page
    assert not amendment.instructions.exists()


def test_numbered_lines_of_new_words_become_provisions_that_the_preview_shows(drafter, amendment):
    given = {
        "op": "insert_element",
        "target": "2-1",
        "heading": "Dogs",
        "new": "2-1.1. Dogs pay half.\n2-1.2. Cats pay nothing.",
    }
    (worded,) = drafter.post(url_of(amendment), {**given, "preview": "1"}).context["shown"].words
    assert "2-1.2. Cats pay nothing." in worded.words
    assert drafter.post(url_of(amendment), {**given, "save": "1"}).status_code == 302
    row = amendment.instructions.get()
    assert [child["number"] for child in row.operation["children"]] == ["2-1.1", "2-1.2"]
    form = drafter.get(url_of(amendment, row)).context["form"]
    assert form.initial["children"] == "2-1.1. Dogs pay half.\n2-1.2. Cats pay nothing."
    again = {**given, "new": "2-1.1. Dogs pay all.\nThey pay at once.", "revision": row.revision}
    (worded,) = drafter.post(url_of(amendment, row), {**again, "preview": "1"}).context["shown"].words
    assert "2-1.1. Dogs pay all.\nThey pay at once." in worded.words


@pytest.mark.parametrize("button", ["preview", "save"])
def test_a_numbered_line_that_cannot_become_a_provision_is_named(drafter, amendment, button):
    given = {"op": "restate", "target": "2.2", "new": "Children pay half.\n5.1. Dogs pay all."}
    page = drafter.post(url_of(amendment), {**given, button: "1"}).content.decode()
    assert "Line 2, “5.1. Dogs pay all.”, begins with the number of a provision" in page
    assert not amendment.instructions.exists()


def test_a_paragraph_is_added_at_the_end_without_counting(drafter, amendment):
    given = {"op": "add_sentence", "target": "2.2", "level": "paragraph", "new": "Dogs pay half."}
    assert drafter.post(url_of(amendment), {**given, "save": "1"}).status_code == 302
    assert amendment.instructions.get().operation["level"] == "paragraph:2"
    elsewhere = {"op": "restate", "target": "2.2", "level": "paragraph", "new": "Dogs pay half.", "save": "1"}
    assert "Write text, heading, sentence 2" in drafter.post(url_of(amendment), elsewhere).content.decode()


def test_a_target_is_prefilled_with_its_present_text(drafter, amendment):
    page = drafter.get(url_of(amendment), {"op": "repeal", "target": "2.2"})
    assert page.context["form"].initial["op"] == "repeal"
    assert "Children travel free of charge." in page.content.decode()
    assert drafter.get(url_of(amendment), {"op": "unknown", "target": "77"}).status_code == 200


def test_a_form_opened_on_a_text_that_changed_is_refused(drafter, amendment):
    data = {"op": "repeal", "target": "2.2", "seen_hash": "0" * 64, "save": "1"}
    assert "has changed since" in drafter.post(url_of(amendment), data).content.decode()


def test_two_editors_see_both_wordings_and_the_second_chooses(drafter, stage, amendment):
    row = law.add(amendment, stage.world.drafter, "replace_number", "2.1", old="10", new="12")
    change = {"op": "replace_number", "target": "2.1", "old": "10", "revision": "1", "save": "1"}
    assert drafter.post(url_of(amendment, row), {**change, "new": "13"}).status_code == 302
    refused = drafter.post(url_of(amendment, row), {**change, "new": "14"})
    page = refused.content.decode()
    assert "Somebody else saved this in the meantime." in page
    assert f"Saved by {stage.world.drafter}" in page
    assert "the figure “10” shall be replaced by the figure “13”" in page
    assert "the figure “10” shall be replaced by the figure “14”" in page
    assert refused.context["form"]["revision"].value() == "1"
    again = drafter.post(url_of(amendment, row), {**change, "new": "14"})
    assert "Two wordings" in again.content.decode()
    assert page.index('name="save"') < page.index('name="over"')  # what Enter presses replaces nothing
    row.refresh_from_db()
    assert row.operation["new"] == "13"
    chosen = {**change, "new": "14", "over": again.context["conflict"].seen}
    del chosen["save"]
    assert drafter.post(url_of(amendment, row), chosen).status_code == 302
    row.refresh_from_db()
    assert row.operation["new"] == "14"


def test_changing_an_instruction_previews_the_whole_change(drafter, stage, amendment):
    row = law.add(amendment, stage.world.drafter, "replace_number", "2.1", old="10", new="12")
    data = {
        "op": "replace_number",
        "target": "2.1",
        "old": "10",
        "new": "13",
        "revision": "1",
        "preview": "1",
    }
    page = drafter.post(url_of(amendment, row), data).content.decode()
    assert "[deleted </span>10" in page
    assert "[inserted </span>13" in page
    row.refresh_from_db()
    assert row.operation["new"] == "12"


def test_an_instruction_of_another_amendment_is_not_found(drafter, stage, amendment):
    foreign = stage.world.amendment.instructions.first()
    assert drafter.get(url_of(amendment, foreign), follow=True).status_code == 404
    assert Instruction.objects.filter(pk=foreign.pk, amended_act__amendment=stage.world.amendment).exists()


@pytest.mark.parametrize("typed", ["Article 2.1", "2.1.", "art. 2.1", " 2.1 "])
def test_a_provision_is_named_in_one_form_however_it_is_typed(drafter, amendment, typed):
    given = {"op": "replace_number", "target": typed, "old": "10", "new": "12"}
    assert not drafter.post(url_of(amendment), {**given, "preview": "1"}).context["shown"].problem
    for _ in range(2):  # posted twice it stands once
        assert drafter.post(url_of(amendment), {**given, "save": "1"}).status_code == 302
    assert amendment.instructions.get().operation["target"] == "2.1"


@pytest.mark.parametrize("field", ["target", "targets", "after"])
def test_what_names_no_provision_is_said_beside_the_field(drafter, amendment, field):
    given = {"op": "insert_element", "target": "2.3", "new": "x.", field: "2..1"}
    if field == "targets":
        given["op"] = "repeal"
    form = drafter.post(url_of(amendment), {**given, "save": "1"}).context["form"]
    assert "“2..1” names no provision" in str(form.errors[field])
    assert not amendment.instructions.exists()


def test_a_change_of_words_of_the_draft_is_shown_where_it_goes(drafter, amendment):
    drafter.post(
        url_of(amendment), {"op": "replace_number", "target": "2.1", "old": "10", "new": "12", "save": "1"}
    )
    change = {"op": "replace_number", "target": "2.1", "old": "12", "new": "14"}
    page = drafter.post(url_of(amendment), {**change, "preview": "1"}).content.decode()
    assert "a01 will read:" in page
    assert "the figure “10” shall be replaced by the figure “14”" in page
    page = drafter.post(url_of(amendment), {**change, "save": "1"}, follow=True).content.decode()
    assert "a02 is taken into a01." in page


def test_a_refusal_offers_to_restate_the_provision_and_does_it(drafter, amendment):
    everywhere = {"op": "global_replace", "target": "*", "old": "ferries", "new": "boats", "qualifier": "all"}
    drafter.post(url_of(amendment), {**everywhere, "save": "1"})
    change = {"op": "replace_words", "target": "1.1", "old": "boats", "new": "rafts"}
    page = drafter.post(url_of(amendment), {**change, "save": "1"}).content.decode()
    assert "replaces these words throughout the act" in page
    assert page.index('name="save"') < page.index('name="restate"')  # Enter in a field asks again
    assert drafter.post(url_of(amendment), {**change, "restate": "1"}).status_code == 302
    assert amendment.instructions.get(key="a02").op == "restate"
