"""The printed label of a new provision."""

import pickle
from dataclasses import replace

import pytest

from amendments.instructions.completing.completed import completed
from amendments.instructions.execute import execute
from amendments.instructions.operations import NewElement, Op, Operation, from_json, to_json, with_labels
from amendments.instructions.printed_labels import printed_labels
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from azerbaijan.schemes import SCHEMES

ACT = "Article 1. Scope\n1. This Law applies.\n2. It binds.\n\nArticle 3. Fees\n(1) ports;\n(2) ships.\n\nArticle 5. End\nAll.\n"
BOARD = Operation(
    Op.INSERT_ELEMENT,
    "5-1",
    heading="Board",
    children=(NewElement("5-1(1)", text="It sits."), NewElement("5-1(2)", text="It acts.")),
)
OTHERS = [
    [Operation(Op.INSERT_ELEMENT, "3(0)", new="quays;")],
    [Operation(Op.INSERT_ELEMENT, "3(0)", new="quays;"), Operation(Op.RESTATE, "3(2)", new="boats.")],
    [Operation(Op.RESTATE, "1", heading="Scope", children=(NewElement("1(a)", text="All."),))],
    [Operation(Op.INSERT_ELEMENT, "3-1", heading="New", children=(NewElement("3-1(1)", text="One."),))],
]


@pytest.mark.parametrize("others", OTHERS)
def test_the_label_of_a_new_provision_is_that_of_the_law_whatever_other_instructions_bring(others):
    alone = execute(ENGLISH.parse(ACT).tree, [BOARD], ENGLISH)
    text = ENGLISH.parse(ACT).tree
    for operation in [*others, BOARD]:
        text = pickle.loads(pickle.dumps(execute(text, [operation], ENGLISH)))  # noqa: S301 - of our own
    labels = [[ENGLISH.label(each) for each in tree if each.parent == "art_5-1"] for tree in (alone, text)]
    assert labels == [["1.", "2."]] * 2


def test_new_provisions_beside_others_are_labelled_as_these():
    text = execute(
        ENGLISH.parse(ACT).tree, [BOARD, Operation(Op.INSERT_ELEMENT, "3(3)", new="boats.")], ENGLISH
    )
    assert "(3) boats." in ENGLISH.render(text)
    again = execute(text, [Operation(Op.INSERT_ELEMENT, "5-1(3)", new="It ends.")], ENGLISH)
    assert "3. It ends." in ENGLISH.render(again)


LAWS = [
    (ENGLISH, ACT),
    (
        RUSSIAN,
        "Статья 1. Сфера\n1. Закон применяется.\n2. Он обязателен.\n\nСтатья 2. Иное\n1) порты;\n2) суда.\n",
    ),
    (
        SCHEMES[0],
        "Maddə 1. Əhatə\n1.1. Bu Qanun tətbiq edilir.\n1.2. O məcburidir.\n\nMaddə 2. Başqa\n2.1. Son.\n",
    ),
]
TYPED = [
    "1) x;\n2) y.",
    "(1) x;\n(2) y.",
    "a) x;\nb) y.",
    "(a) x;\n(b) y.",
    "1) x;\na) y;\nb) z;\n2) w.",
    "1. x.\n2. y.",
]


@pytest.mark.parametrize(
    ("scheme", "act", "typed"),
    [
        *((*law, typed) for law in LAWS for typed in TYPED),
        (*LAWS[1], "а) x;\nб) y."),
        (*LAWS[1], "1) x;\nа) y;\nб) z;\n2) w."),
    ],
)
@pytest.mark.parametrize("target", ["1-1", "2-1"])
def test_what_was_typed_before_the_words_of_a_new_provision_is_printed(scheme, act, typed, target):
    tree = scheme.parse(act).tree
    new = Operation(Op.INSERT_ELEMENT, target, heading="X", new=typed)
    operation = completed(tree, new, scheme)
    assert from_json(to_json(operation)) == operation
    text = execute(tree, [operation], scheme)
    assert typed in scheme.render(text)
    labels = printed_labels([operation], text, scheme)
    assert [labels[each.number] for each in operation.children] == [
        line.split()[0] for line in typed.split("\n")
    ]


def test_a_label_is_kept_where_the_law_would_print_another_one_and_by_the_forms():
    tree = ENGLISH.parse(ACT).tree
    new = Operation(Op.INSERT_ELEMENT, "5-1", heading="X", new="1. x.\n2) y.")
    usual, other = completed(tree, new, ENGLISH).children
    assert (usual.label, other.label) == ("", "2)")
    form = Operation(
        Op.INSERT_ELEMENT, "5-1", heading="X", children=tuple(replace(e, label="") for e in (usual, other))
    )
    stored = to_json(replace(form, children=(usual, other)))
    assert with_labels(form, stored).children == (usual, other)
    assert with_labels(form, {}) == form
    moved = tuple(replace(e, number=e.number.replace("5-1", "5-2")) for e in (usual, other))
    under_another_number = replace(form, target="5-2", children=tuple(replace(e, label="") for e in moved))
    assert with_labels(under_another_number, stored).children == moved


@pytest.mark.parametrize("label", ["{heading}1", "x) ", "Article 1.", "{1}"])
def test_a_label_that_is_not_the_number_with_its_signs_is_none(label):
    new = Operation(
        Op.INSERT_ELEMENT, "5-1", heading="X", children=(NewElement("5-1(1)", text="One.", label=label),)
    )
    assert "1. One." in ENGLISH.render(execute(ENGLISH.parse(ACT).tree, [new], ENGLISH))


def test_beside_provisions_of_the_law_a_new_one_is_printed_as_these_whatever_was_typed():
    tree = ENGLISH.parse(ACT).tree
    children = (NewElement("3(4)", text="rafts.", label="4)"),)
    operation = Operation(Op.INSERT_ELEMENT, "3(3)", new="boats;", children=children)
    assert "(3) boats;\n(4) rafts." in ENGLISH.render(execute(tree, [operation], ENGLISH))


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ({"new": "2) They pay."}, "1) All.\n2) They pay."),
        ({"new": "(2) They pay."}, "(1) All.\n(2) They pay."),
        ({"new": "2. They pay."}, "1. All.\n2. They pay."),
        ({"new": "They pay."}, "1. All.\n2. They pay."),
        ({"children": [("5(1)", ""), ("5(2)", "2) They pay."), ("5(3)", "3) So do we.")]}, "1) All.\n2) They pay.\n3) So"),
        ({"children": [("5(a)", ""), ("5(b)", "b) They pay.")]}, "a) All.\nb) They pay."),
        ({"children": [("5(a)", ""), ("5(b)", "(b) They pay.")]}, "(a) All.\n(b) They pay."),
    ],
)  # fmt: skip
def test_a_redesignation_keeps_the_label_that_was_typed_before_what_it_adds(given, printed):
    tree = ENGLISH.parse(ACT).tree
    children = tuple(NewElement(number, text=text) for number, text in given.get("children", ()))
    if not children:
        children = (NewElement("5(1)"),)
    operation = Operation(Op.RENUMBER_AND_ADD, "5", new=given.get("new", ""), children=children)
    stored = completed(tree, operation, ENGLISH)
    assert from_json(to_json(stored)) == stored
    assert completed(tree, stored, ENGLISH) == stored
    text = execute(tree, [stored], ENGLISH)
    assert printed in ENGLISH.render(text)
    again = ENGLISH.parse(ENGLISH.render(text)).tree
    assert [(e.kind, e.number, e.text) for e in again] == [(e.kind, e.number, e.text) for e in text]
    labels = printed_labels([stored], text, ENGLISH)
    assert [*labels.values()] == [line.split()[0] for line in printed.split("\n")[1:]]
