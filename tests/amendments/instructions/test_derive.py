from dataclasses import replace

import pytest
from hypothesis import given, settings, strategies as st

from amendments.instructions.derive import derive
from amendments.instructions.execute import execute
from amendments.instructions.fragments import execute_on_text, text_as_tree
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, Operation
from amendments.provisions.tree import Element, Kind, Tree
from tests.amendments.instructions.conftest import act, demo_drafts
from tests.examples import examples

BASE = act(
    ("1", "Scope", ""),
    ("1.1", "The permit is issued for one year. It may be extended for one year."),
    ("2", "Terms", "In this Law:"),
    ("2.1", "first – one;"),
    ("2.2", "second – two."),
    ("3", "Final", "The Law applies."),
)


def seen(operations):
    return [(o.op.value, o.target, o.anchor or o.old, o.new) for o in operations]


def edited(**texts):
    return Tree(tuple(replace(e, text=texts.get(f"_{e.number.replace('.', '_')}", e.text)) for e in BASE))


def test_editing_several_provisions_is_several_operations():
    after = edited(_2_1="first – only one;", _3="The Law applies everywhere.")
    assert seen(derive(BASE, after)) == [
        ("insert_after", "2.1", "first –", "only"),
        ("insert_after", "3", "applies", "everywhere"),
    ]


@pytest.mark.parametrize(("point", "level"), [("first – one;", "paragraph:1"), ("", "text")])
def test_wholly_new_words_before_points_are_said_of_these_words_alone(point, level):
    repealed = [replace(e, text=point, repealed=not point) if e.number == "2.1" else e for e in BASE]
    before = Tree(
        tuple(replace(e, text=point, repealed=not point) if e.number == "2.2" else e for e in repealed)
    )
    after = Tree(
        tuple(replace(e, text="Whoever reads this meets:") if e.number == "2" else e for e in before)
    )
    (operation,) = derive(before, after)
    assert (operation.op, operation.target, operation.level) == (Op.RESTATE, "2", level)


def test_new_provisions_keep_the_keys_of_the_edited_text():
    new = [
        Element("k1", Kind.ARTICLE, "2-1", "art_2-1", "New", ""),
        Element("k2", Kind.PART, "2-1.1", "art_2-1__para_1", "", "Words.", "k1"),
    ]
    after = Tree((*BASE.elements[:5], *new, BASE.elements[5]))
    (operation,) = derive(BASE, after)
    assert operation.creates == {"2-1": "k1", "2-1.1": "k2"}
    assert [e.key for e in execute(BASE, [operation])] == [e.key for e in after]


def test_points_at_the_end_of_a_list_are_appended_together():
    new = [Element(f"k{n}", Kind.PART, f"2.{n}", f"art_2__para_{n}", "", f"t{n}.", "2") for n in (3, 4)]
    worded = edited(_2_2="second – two;").elements
    (operation,) = derive(BASE, Tree((*worded[:5], *new, worded[5])))
    assert (operation.op, operation.target, operation.after) == (Op.APPEND_ELEMENT, "2.3", "2.2")
    assert [child.number for child in operation.children] == ["2.4"]


def test_repeal_and_redesignation_are_said_as_such():
    elements = list(BASE.elements)
    elements[5] = replace(elements[5], number="4")
    elements[1] = replace(elements[1], text="", repealed=True)
    operations = derive(BASE, Tree(tuple(elements)))
    assert [(o.op, o.target) for o in operations] == [(Op.REPEAL, "1.1"), (Op.RENUMBER_AND_ADD, "3")]


def test_a_repealed_provision_that_comes_back_is_restated():
    elements = list(BASE.elements)
    elements[1] = replace(elements[1], text="", repealed=True)
    (operation,) = derive(Tree(tuple(elements)), BASE)
    assert operation.op is Op.RESTATE


@pytest.mark.parametrize(
    "after",
    [
        Tree(BASE.elements[:5]),
        Tree((*BASE.elements[3:], *BASE.elements[:3])),
        Tree((*BASE.elements, Element("k", Kind.PARAGRAPH, text="unnumbered"))),
    ],
)
def test_what_no_operation_can_say_is_refused(after):
    with pytest.raises(Refused) as refusal:
        derive(BASE, after)
    assert refusal.value.code == "not_derivable"


@pytest.mark.parametrize(("base", "operations", "result"), list(demo_drafts()))
def test_the_drafts_of_the_demonstration_can_be_derived(base, operations, result):
    after = execute(base, operations)
    assert execute(base, derive(base, after)) == after


WORDS = st.sampled_from(
    [
        "the",
        "law",
        "law,",
        "a",
        "10",
        "15",
        "21.3-cü",
        "(x)",
        "“quoted”",
        "maddə;",
        "end.",
        "End.",
        "is",
        "və",
        "-",
        "12-1",
    ]
)
PHRASES = st.lists(WORDS, max_size=14).map(" ".join)
TEXTS = st.one_of(
    PHRASES, st.lists(PHRASES, max_size=3).map("\n".join), st.text("ab .,\n \t“”()1", max_size=20)
)


@settings(max_examples=examples(300), deadline=None)
@given(TEXTS, TEXTS)
def test_executing_what_was_derived_gives_the_edited_text(before, after):
    operations = derive(text_as_tree(before), text_as_tree(after))
    assert execute_on_text(before, operations) == after


@st.composite
def neighbours(draw):
    """A text and the same text with one or two small edits, as people make them."""
    words = draw(st.lists(WORDS, min_size=3, max_size=20))
    changed = list(words)
    for _ in range(draw(st.integers(1, 2))):
        at = draw(st.integers(0, len(changed)))
        changed[at : at + draw(st.integers(0, 3))] = draw(st.lists(WORDS, max_size=3))
    return " ".join(words), " ".join(changed)


@settings(max_examples=examples(300), deadline=None)
@given(neighbours())
def test_small_edits_come_back_exactly(texts):
    before, after = texts
    assert execute_on_text(before, derive(text_as_tree(before), text_as_tree(after))) == after


@pytest.mark.fuzz
@settings(max_examples=10_000, deadline=None)
@given(TEXTS, TEXTS)
def test_ten_thousand_texts_come_back_exactly(before, after):
    assert execute_on_text(before, derive(text_as_tree(before), text_as_tree(after))) == after


@st.composite
def edited_acts(draw):
    """An act after several edits of every kind."""
    elements = []
    for element in BASE:
        if draw(st.booleans()):
            element = replace(element, text=draw(PHRASES), heading=draw(PHRASES) if element.heading else "")
        elements.append(element)
        if element.number in ("1.1", "2.2") and draw(st.booleans()):
            number = f"{element.number[:-1]}{int(element.number[-1]) + 1}"
            key = f"new-{number}"
            elements.append(replace(element, key=key, number=number, eid=key, text=draw(PHRASES) or "x"))
    return Tree(tuple(elements))


@settings(max_examples=examples(150), deadline=None)
@given(edited_acts())
def test_an_edited_act_comes_back_exactly(after):
    executed = execute(BASE, derive(BASE, after))
    assert [(e.key, e.number, e.heading, e.text) for e in executed] == [
        (e.key, e.number, e.heading, e.text) for e in after
    ]


CODE = Tree(
    (
        Element("c", Kind.CHAPTER, "1", "chp_1", "GENERAL"),
        Element("a", Kind.ARTICLE, "1", "art_1", "Scope", parent="c"),
        Element("p", Kind.PART, "1", "art_1__para_1", text="First part of it.", parent="a"),
        Element("n", Kind.NOTE, "", "art_1__note_1", text="A note on it.", parent="a"),
        Element("x", Kind.PARAGRAPH, "", "art_1__p_1", text="An unnumbered line.", parent="a"),
    )
)


@pytest.mark.parametrize(
    ("key", "field", "cited"),
    [
        ("c", "heading", "chapter 1"),
        ("p", "text", "1(1)"),
        ("n", "text", "1 note"),
        ("x", "text", "art_1__p_1"),
    ],
)
def test_a_provision_is_cited_so_that_it_is_found(key, field, cited):
    after = Tree(tuple(replace(e, **{field: "Quite different."}) if e.key == key else e for e in CODE))
    assert [o.target for o in derive(CODE, after)] == [cited]


def test_new_neighbours_whose_numbers_run_back_are_inserted_one_by_one():
    new = [Element(f"k{n}", Kind.PART, n, "", "", "t.", "1") for n in ("1.4", "1.3")]
    after = Tree((*BASE.elements[:2], *new, *BASE.elements[2:]))
    assert [(o.target, o.after) for o in derive(BASE, after)] == [("1.4", "1.1"), ("1.3", "1.4")]


def test_a_part_that_changes_its_number_with_its_article_is_not_named():
    numbers = {"2": "4", "2.1": "4.1", "2.2": "4.2"}
    after = Tree(tuple(replace(e, number=numbers.get(e.number, e.number)) for e in BASE))
    assert [o.target for o in derive(BASE, after)] == ["2"]


def test_a_full_stop_stays_where_the_list_goes_on_otherwise():
    new = Element("k", Kind.PART, "2.3", "", "", "t.", "2")
    (operation,) = derive(BASE, Tree((*BASE.elements[:5], new, BASE.elements[5])))
    assert operation.op is Op.INSERT_ELEMENT
    without_stop = Tree(tuple(replace(e, text="x" if e.number == "2.2" else e.text) for e in BASE))
    (operation,) = derive(without_stop, Tree((*without_stop.elements[:5], new, without_stop.elements[5])))
    assert operation.op is Op.INSERT_ELEMENT


@pytest.mark.parametrize(
    "changes",
    [
        {"key": "2.2", "parent": "1"},
        {"key": "2", "repealed": True},
        {"key": "3", "text": "left over", "repealed": True},
        {"key": "1.2", "number": "8.1"},
    ],
)
def test_a_change_that_no_operation_says_is_named(changes):
    new = Element("1.2", Kind.PART, "1.2", "", "", "x", "1")
    elements = [*BASE.elements[:2], new, *BASE.elements[2:]] if changes["key"] == "1.2" else BASE.elements
    after = Tree(tuple(replace(e, **changes) if e.key == changes["key"] else e for e in elements))
    with pytest.raises(Refused) as refusal:
        derive(BASE, after)
    assert refusal.value.code == "not_derivable"
    assert "cannot be said" in str(refusal.value)


def test_two_provisions_with_the_same_number_are_cited_by_their_eid():
    twins = Tree(
        (
            Element("a", Kind.ARTICLE, "1", "art_1", text="one"),
            Element("b", Kind.ARTICLE, "1", "art_1_2", text="two"),
        )
    )
    (operation,) = derive(twins, Tree((twins.elements[0], replace(twins.elements[1], text="x y z"))))
    assert operation.target == "art_1_2"


RATES = Tree(
    (
        Element("a", Kind.ARTICLE, "8", "art_8", "Rates"),
        Element("t", Kind.TABLE, "", "art_8__table_1", text="What\tFee", parent="a"),
        Element("r", Kind.ROW, "8.1", "art_8__tr_1", text="small boat\t5 manat", parent="a"),
        Element("x", Kind.ANNEX, "1", "annex_1", "Fees"),
        Element("u", Kind.TABLE, "", "annex_1__table_1", text="No.\tWhat\tFee", parent="x"),
        Element("v", Kind.ROW, "1", "annex_1__table_1__tr_1", text="Ship\t5 manat", parent="u"),
    )
)


@pytest.mark.parametrize(
    ("key", "text", "values"),
    [
        ("r", "small boat\t7 manat", {"op": Op.REPLACE_NUMBER, "target": "8.1", "old": "5", "new": "7"}),
        ("r", "old boat\t5 manat", {"op": Op.REPLACE_WORDS, "target": "8.1", "old": "small", "new": "old"}),
        ("r", "raft\t1 dollar", {"op": Op.RESTATE, "target": "8.1", "new": "raft\t1 dollar"}),
        ("r", "small boat\t5 manat\tnew", {"op": Op.RESTATE, "target": "8.1", "new": "small boat\t5 manat\tnew"}),
        ("v", "Raft\t5 manat", {"op": Op.REPLACE_WORDS, "target": "annex 1 row 1", "old": "Ship", "new": "Raft"}),
        ("t", "What\tRate", {"op": Op.REPLACE_WORDS, "target": "8 table 1", "old": "Fee", "new": "Rate"}),
    ],
)  # fmt: skip
def test_an_edited_row_is_said_in_the_words_of_its_cells(key, text, values):
    after = Tree(tuple(replace(e, text=text) if e.key == key else e for e in RATES))
    assert derive(RATES, after) == [Operation(**values)]


def test_a_new_row_is_inserted_after_the_row_above():
    new = Element("n", Kind.ROW, "8.2", "art_8__tr_2", text="raft\t1 manat", parent="a")
    (operation,) = derive(RATES, Tree((*RATES.elements[:3], new, *RATES.elements[3:])))
    assert (operation.op, operation.target, operation.after) == (Op.INSERT_ELEMENT, "8.2", "8.1")
