"""An instruction follows its provisions to the numbers that they bear in another text."""

from dataclasses import replace

import pytest

from amendments.instructions.following import followed, is_certain
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.instructions.touches import Touch, WrittenOn
from amendments.provisions.tree import Element, Kind, Tree
from tests.amendments.instructions.conftest import act

BEFORE = act(
    ("1", "Scope", ""), ("1.1", "one"), ("1.2", "two"), ("2", "Terms", ""), ("2.1", "a"), ("2.2", "b"), ("3", "End", "c")
)  # fmt: skip


def renumbered(tree, numbers, *more):
    """The text with other numbers, as (old, new), and with further provisions at its end."""
    moved = []
    for element in tree:
        number = numbers.get(element.number, element.number)
        moved.append(replace(element, number=number, eid=f"{element.eid.partition('_')[0]}_{number}"))
    return Tree((*moved, *more))


# A new part 2.2 and a new article 3: the old ones are 2.3 and 4 now.
NOW = renumbered(
    BEFORE,
    {"2.2": "2.3", "3": "4"},
    Element("n", Kind.PART, "2.2", "item_2.2", text="new", parent="2"),
    Element("m", Kind.ARTICLE, "3", "art_3", text="new"),
)
SHIFTED = renumbered(BEFORE, {"2": "5", "2.1": "5.1", "2.2": "5.2"})


@pytest.mark.parametrize(
    ("now", "operation", "expected"),
    [
        (NOW, Operation(Op.REPEAL, "2.1"), Operation(Op.REPEAL, "2.1")),
        (NOW, Operation(Op.REPEAL, "2.2"), Operation(Op.REPEAL, "2.3")),
        (NOW, Operation(Op.REPEAL, targets=("2.1", "2.2", "9")), Operation(Op.REPEAL, targets=("2.1", "2.3", "9"))),
        (NOW, Operation(Op.GLOBAL_REPLACE, "*", old="a", new="b"), Operation(Op.GLOBAL_REPLACE, "*", old="a", new="b")),
        (
            NOW,
            Operation(Op.INSERT_ELEMENT, "3-1", new="x", after="3", creates={"3-1": "k"}),
            Operation(Op.INSERT_ELEMENT, "3-1", new="x", after="4", creates={"3-1": "k"}),
        ),
        (
            SHIFTED,
            Operation(Op.INSERT_ELEMENT, "2.3", new="x", after="2.2", children=(NewElement("2.3.1"),), creates={"2.3": "k", "2.3.1": "l"}),
            Operation(Op.INSERT_ELEMENT, "5.3", new="x", after="5.2", children=(NewElement("5.3.1"),), creates={"5.3": "k", "5.3.1": "l"}),
        ),
        (
            SHIFTED,
            Operation(Op.RESTATE, "2", new="x", children=(NewElement("2.1", text="y"),)),
            Operation(Op.RESTATE, "5", new="x", children=(NewElement("5.1", text="y"),)),
        ),
        (
            SHIFTED,
            Operation(Op.RENUMBER_AND_ADD, "2.2", children=(NewElement("2.9"),)),
            Operation(Op.RENUMBER_AND_ADD, "5.2", children=(NewElement("5.9"),)),
        ),
        (SHIFTED, Operation(Op.INSERT_ELEMENT, "2(2.3)", new="x"), Operation(Op.INSERT_ELEMENT, "5(5.3)", new="x")),
        (SHIFTED, Operation(Op.INSERT_ELEMENT, "2(3.1)", new="x"), Operation(Op.INSERT_ELEMENT, "5(3.1)", new="x")),
        (Tree(BEFORE.elements[:5]), Operation(Op.REPEAL, "2.2"), Operation(Op.REPEAL, "2.2")),
    ],
)  # fmt: skip
def test_it_is_worded_with_the_numbers_of_the_other_text(now, operation, expected):
    assert followed(operation, BEFORE, now) == expected


@pytest.mark.parametrize(
    ("now", "target", "key", "touch", "is_it"),
    [
        (SHIFTED, "5.3", "2.2", Touch.AFTER, True),
        (SHIFTED, "5.3", "2", Touch.UNDER, True),
        (SHIFTED, "2.3", "2", Touch.UNDER, False),
        (NOW, "3-1", "3", Touch.AFTER, False),  # 3 is 4 now, and 3-1 would stand before it
        (NOW, "2.3", "2.2", Touch.WORDS, True),
        (NOW, "9.1", "2.2", Touch.AFTER, False),
    ],
)
def test_a_new_number_is_certain_where_it_still_says_the_same_place(now, target, key, touch, is_it):
    operation = Operation(Op.INSERT_ELEMENT, target, new="x")
    assert is_certain(WrittenOn(key, touch, key, ""), operation, now) == is_it


@pytest.mark.parametrize(("key", "is_it"), [("c2", True), ("c1", False)])
def test_a_new_number_of_the_chapter_that_an_article_begins_is_certain(key, is_it):
    now = Tree(
        (Element("c1", Kind.CHAPTER, "1", "chp_1", "A"), Element("c2", Kind.CHAPTER, "3", "chp_3", "B"))
    )
    operation = Operation(Op.INSERT_ELEMENT, "1-1", new="x", after="chapter 3")
    assert is_certain(WrittenOn(key, Touch.UNDER, "chapter 2", ""), operation, now) == is_it
