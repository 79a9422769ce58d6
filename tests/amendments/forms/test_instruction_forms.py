"""The lines of further provisions: what the form writes of a stored instruction it reads again."""

from dataclasses import replace

import pytest
from django.utils.translation import override

from amendments.forms.instruction_forms import FIELDS_OF, InstructionForm
from amendments.instructions.execute import words_of
from amendments.instructions.operations import NewElement, Op, Operation, to_json
from amendments.models import Instruction
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from azerbaijan.schemes import SCHEMES

NAMES = [
    *(
        "9-1(2)(a)",
        "9-1(2)",
        "9-1",
        "12.1",
        "12.1(ç)",
        "4(в)(1-1)",
        "4(1)(2)(в)",
        "chapter 16-1",
        "art_4__note",
    ),
    *("4 note", "annex 2", "annex 1 note", "annex 1 article 3", "annex 3 article 27(1)(a)"),
    *("annex 1 row 2.3", "annex 1 table 1 row 5", "2.1 row 3:2"),
]


@pytest.mark.parametrize("scheme", [ENGLISH, RUSSIAN, SCHEMES[0]])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("heading", "text"),
    [("", "dərinliyi;"), ("Başlıq", "1. one\nnote that."), ("Başlıq", ""), ("", "2) two")],
)
def test_a_stored_instruction_is_saved_untouched(scheme, name, heading, text):
    stored = Operation(Op.INSERT_ELEMENT, "9-1", new="x", children=(NewElement(name, heading, text),))
    words = words_of(scheme)
    given = InstructionForm.of(Instruction(operation=to_json(stored)), words).initial
    form = InstructionForm({key: value for key, value in given.items() if value is not None}, words=words)
    assert form.is_valid(), form.errors
    assert form.operation().children == stored.children


EVERY_KIND = [
    Operation(Op.REPLACE_WORDS, "annex 1 table 1 row 3", old="a\tb", new="a\tc", count=2, year=2024),
    Operation(
        Op.REPLACE_NUMBER, "4(1)", level="paragraph:2/sentence:1", old="5", new="6", qualifier="second"
    ),
    Operation(Op.INSERT_AFTER, targets=("4", "annex 2"), level="table:2", anchor=" a", new="b\nc"),
    Operation(Op.INSERT_BEFORE, "2.1 row 3:2", anchor="a", new="b", qualifier="both"),
    Operation(Op.DELETE_WORDS, "4 note", level="sentence:2"),
    Operation(Op.RESTATE, "4(1)", level="text", new="\n1\ta", label="1)"),
    Operation(Op.RESTATE, "4", new="x", qualifier="all"),
    Operation(Op.RESTATE_HEADING, "4", level="heading", new="x"),
    Operation(Op.RESTATE_SENTENCE, "4(1)", level="paragraph:2/sentence:1", new="x."),
    Operation(Op.ADD_SENTENCE, "4(1)", level="paragraph:2/sentence", new="x."),
    Operation(Op.INSERT_ELEMENT, "4(0)", new="x", after="4", label="0)", creates={"4(0)": "a"}),
    Operation(Op.INSERT_ELEMENT, "4-1", heading=" x ", children=(NewElement("4-1(1)", "a|b", "¶", "1)"),)),
    Operation(Op.APPEND_ELEMENT, "annex 1 table 1 row 4", new="a\t|b", after="annex 1 table 1 row 3"),
    Operation(Op.REPEAL, "", ("annex", "annex 1 row 3")),
    Operation(Op.RENUMBER_AND_ADD, "4(1)", new="x", children=(NewElement("4(1)(1)", label="1)"),)),
    Operation(Op.GLOBAL_REPLACE, "*", old="x\u00a0y", new="z", qualifier="all"),
    Operation(Op.COMMENCEMENT, "*", level="text", new="x", heading="y"),
]


def in_browser(form):
    """What a browser sends of a form that nobody touched."""
    sent = {bound.name: str(bound.value()) for bound in form if bound.value()}
    return {name: value.replace("\n", "\r\n").removeprefix("\r\n") for name, value in sent.items()}


def test_every_kind_is_among_them():
    assert {operation.op for operation in EVERY_KIND} == set(Op)


@pytest.mark.parametrize("language", ["en", "az", "ru"])
@pytest.mark.parametrize("operation", EVERY_KIND)
@pytest.mark.parametrize("said", [str, lambda name: "1-ci əlavənin 3-cü sətri"])
def test_an_untouched_form_says_what_is_stored(operation, said, language):
    row, words = Instruction(operation=to_json(operation), reason="As agreed."), words_of(SCHEMES[0])
    with override(language):
        again = InstructionForm.of(row, words, said, in_browser(InstructionForm.of(row, words, said)))
        assert again.is_valid(), again.errors
        assert again.operation() == operation


@pytest.mark.parametrize("operation", EVERY_KIND)
def test_what_is_typed_over_one_field_leaves_the_others(operation):
    row, words = Instruction(operation=to_json(operation)), words_of(SCHEMES[0])
    name = next(each for each in ("new", "old", "targets") if each in FIELDS_OF[operation.op])
    typed = "9" if name == "targets" else "Nine boats"
    data = {**in_browser(InstructionForm.of(row, words)), name: typed}
    again = InstructionForm.of(row, words, data=data)
    assert again.is_valid(), again.errors
    assert again.operation() == replace(operation, **{name: (typed,) if name == "targets" else typed})


def test_a_full_stop_ends_a_name_that_has_several_words():
    form = InstructionForm({"children": "4 note that it is so"}, words=None)
    form.full_clean()
    assert form.cleaned_data["children"] == [NewElement("4", "", "note that it is so")]


@pytest.mark.parametrize(
    ("line", "scheme", "number"),
    [
        ("приложение 1.", RUSSIAN, "annex 1"),
        ("Глава 3.", RUSSIAN, "chapter 3"),
        ("1 nömrəli əlavə.", SCHEMES[0], "annex 1"),
        ("12-2. Words.", ENGLISH, "12-2"),
    ],
)
def test_a_further_provision_is_named_in_the_words_of_the_act(line, scheme, number):
    form = InstructionForm(
        {"op": "renumber_and_add", "target": "annex", "children": line}, words=words_of(scheme)
    )
    assert form.is_valid()
    assert [each.number for each in form.operation().children] == [number]


@pytest.mark.parametrize(
    ("target", "line", "number"),
    [
        ("3(5)", "6) Boats.", "3(6)"),
        ("3(5)", "(6) Boats.", "3(6)"),
        ("3(5)", "5-1) Boats.", "3(5-1)"),
        ("2(1)(b)", "(c) Boats.", "c"),
        ("annex 1(3)(1)", "2) Boats.", "annex 1 article 3(2)"),
        ("3(5)", "6. Boats.", "6"),
        ("3", "4) Boats.", "4"),
    ],
)
def test_a_number_in_brackets_is_one_of_an_item_beside_the_new_one(target, line, number):
    form = InstructionForm(
        {"op": "insert_element", "target": target, "new": "Rafts.", "children": line}, words=words_of(ENGLISH)
    )
    assert form.is_valid(), form.errors
    assert [(each.number, each.text) for each in form.operation().children] == [(number, "Boats.")]


@pytest.mark.parametrize(
    ("op", "target", "line", "number"),
    [
        ("restate", "3(5)", "6) Boats.", "6"),
        ("insert_element", "3(5)", "1) Boats.", "1"),
        ("restate", "3(5)", "(6) Boats.", "6"),
    ],
)
def test_it_is_no_further_item_below_what_is_restated_or_before_the_new_one(op, target, line, number):
    form = InstructionForm({"op": op, "target": target, "new": "Rafts.", "children": line}, words=None)
    assert form.is_valid() == bool(number)
    assert not number or [each.number for each in form.operation().children] == [number]


@pytest.mark.parametrize("typed", ["6", "6.", "4(6)", "Article 6.", "Maddə 6.", "12-1"])
def test_a_number_alone_is_no_wording_of_a_provision_that_is_renumbered(typed):
    form = InstructionForm({"op": "renumber_and_add", "target": "4", "new": typed}, words=None)
    assert "Write the new number alone in “Further new provisions”." in str(form.errors["new"])
