"""What an instruction touches, and which touches of two instructions exclude each other."""

from itertools import product

import pytest
from hypothesis import given, settings, strategies as st

from amendments.instructions.execute import execute
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.instructions.touches import Touch, WrittenOn, conflict, named, stale, touches
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.tree import Tree, text_hash
from tests.amendments.instructions import test_long_lists as long_lists
from tests.amendments.instructions.conftest import act
from tests.amendments.instructions.folding import acts
from tests.amendments.instructions.touches import check
from tests.examples import examples

ACT = act(
    ("1", "Scope", ""),
    ("1.1", "one two three"),
    ("1.2", "one again"),
    ("2", "Terms", "a b."),
    ("2.1", "first."),
    ("3", "Final", "The end."),
)
PARTS = (NewElement("1.2", text="x"), NewElement("1.3", text="y"))


@pytest.mark.parametrize(
    ("operation", "touched"),
    [
        (Operation(Op.REPLACE_WORDS, "1.1", old="one", new="1"), {"1.1": "words"}),
        (Operation(Op.REPLACE_WORDS, "1", old="two", new="2"), {"1": "names", "1.1": "words"}),
        (
            Operation(Op.DELETE_WORDS, targets=("1.1", "1.2"), old="one"),
            {"1.1": "words", "1.2": "words"},
        ),
        (Operation(Op.GLOBAL_REPLACE, "*", old="one", new="1"), {"1.1": "words", "1.2": "words"}),
        (Operation(Op.RESTATE, "2.1", new="x"), {"2.1": "restates"}),
        (Operation(Op.RESTATE, "2.1", new="first."), {"2.1": "names"}),
        (Operation(Op.RESTATE, "2.1", level="sentence:1", new="x"), {"2.1": "words"}),
        (Operation(Op.RESTATE_HEADING, "2", new="x"), {"2": "heading"}),
        (Operation(Op.REPLACE_WORDS, "2", old="Terms", new="x", level="heading"), {"2": "heading"}),
        (Operation(Op.ADD_SENTENCE, "2.1", new="x"), {"2.1": "words"}),
        (
            Operation(Op.RESTATE, "1", heading="x", children=PARTS, creates={"1.3": "k"}),
            {"1": "restates", "1.1": "removes", "1.2": "restates", "k": "inserts"},
        ),
        (Operation(Op.REPEAL, "1"), {"1": "repeals", "1.1": "repeals", "1.2": "repeals"}),
        (
            Operation(Op.INSERT_ELEMENT, "1.3", new="x", creates={"1.3": "k"}),
            {"k": "inserts", "1.2": "after", "1": "under"},
        ),
        (Operation(Op.INSERT_ELEMENT, "2-1", new="x", creates={"2-1": "k"}), {"k": "inserts", "2": "after"}),
        (
            Operation(Op.APPEND_ELEMENT, "2.2", new="x", creates={"2.2": "k"}),
            {"k": "inserts", "2.1": "words", "2": "under"},
        ),
        (
            Operation(Op.RENUMBER_AND_ADD, "3", new="more", creates={"3.1": "k", "3.2": "l"}),
            {"3": "renumbers", "k": "inserts", "l": "inserts"},
        ),
        (
            Operation(Op.RENUMBER_AND_ADD, "2.1", children=(NewElement("2.4"),)),
            {"2.1": "renumbers"},
        ),
        (Operation(Op.COMMENCEMENT, "*", new="2027"), {}),
    ],
)  # fmt: skip
def test_every_provision_is_touched_as_what_it_is(operation, touched):
    after = execute(ACT, [operation])
    found = touches(ACT, after, operation)
    assert {each.key: each.touch.value for each in found} == touched
    check(ACT, after, found)


def test_a_first_article_leans_on_the_chapter_in_which_it_stands():
    tree = ENGLISH.parse("CHAPTER 1. ALL\n\nArticle 1. Scope\n\nIt is so.\n\nCHAPTER 2. MORE\n").tree
    operation = Operation(Op.INSERT_ELEMENT, "1-1", heading="Aim", new="x", after="chapter 2")
    found = touches(tree, execute(tree, [operation]), operation)
    assert {each.key: each.touch.value for each in found} == {"chp_2": "under", "art_1-1": "inserts"}


def carry_out(base, operations, scheme=None):
    tree = base
    for operation in operations:
        try:
            after = execute(tree, [operation], scheme)
        except Refused:
            continue
        found = touches(tree, after, operation)
        check(Tree(tree.elements), Tree(after.elements), found)
        keys = {each.key for each in found}
        for name in operation.all_targets:
            element = named(tree, name)
            assert operation.op is Op.COMMENCEMENT or element is None or element.key in keys
        tree = after
    return tree


@settings(max_examples=examples(200), deadline=None)
@given(st.lists(long_lists.operations(), max_size=15))
def test_an_instruction_touches_exactly_what_it_changes_in_a_printed_act(list_):
    carry_out(long_lists.BASE, list_, long_lists.AZ)


@settings(max_examples=examples(100), deadline=None)
@given(st.data())
def test_an_instruction_touches_exactly_what_it_changes_in_a_working_text(data):
    tree = acts.act()
    for _ in range(data.draw(st.integers(1, 8))):
        tree = carry_out(tree, [data.draw(acts.operations_on(tree))])


WHOLE, PART = ("restates", "repeals", "removes"), ("words", "heading")
CONFLICTS = {
    *(frozenset(pair) for pair in product(WHOLE, (*WHOLE, *PART))),
    *(frozenset(pair) for pair in product(("repeals", "removes"), ("renumbers", "under"))),
    *map(frozenset, (("heading",), ("renumbers",), ("removes", "after"))),
}


def test_what_cannot_both_be_law_is_a_conflict():
    found = {
        frozenset((one.value, other.value)) for one, other in product(Touch, Touch) if conflict(one, other)
    }
    assert found == CONFLICTS


def on(key, touch, number="", words=None):
    element = ACT.by_key.get(key)
    given = words if words is not None else text_hash(element) if element else ""
    return WrittenOn(key, Touch(touch), number or key, given)


@pytest.mark.parametrize(
    ("target", "written_on", "numbers"),
    [
        ("1.1", [on("1.1", "words")], ()),
        ("1.1", [on("1.1", "words", words="another"), on("2", "words")], ("1.1",)),
        ("1", [on("1", "names", words="another")], ()),
        ("9", [on("9", "words")], ("9",)),
        ("2.2", [on("2.2", "inserts"), on("2.1", "after", words="another")], ()),
        ("2.2", [on("2.2", "inserts"), on("2.1", "after", "2.3")], ("2.3",)),
        ("2.2", [on("2", "under", "1")], ("1",)),
        ("*", [on("1.1", "words", words="another")], ()),
    ],
)
def test_what_is_no_longer_as_it_was_is_named(target, written_on, numbers):
    operation = Operation(Op.GLOBAL_REPLACE if target == "*" else Op.REPEAL, target, old="x", new="y")
    assert stale(ACT, operation, written_on) == numbers
