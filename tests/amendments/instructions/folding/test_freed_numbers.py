"""Redesignations in one list that take the numbers which others free, up and down, in an act whose annexes count anew."""

import pytest
from hypothesis import given, settings, strategies as st

from amendments.instructions.execute import execute
from amendments.instructions.folding.fold import fold
from amendments.instructions.folding.items import Item
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.instructions.prose.english_wording import English
from amendments.instructions.prose.russian_wording import Russian
from amendments.instructions.wording import Mood
from amendments.provisions.tree import Element, Kind, Tree
from azerbaijan.wordings import Azerbaijani
from tests.examples import examples

WORDINGS = [English(), Russian(), Azerbaijani()]


def _act():
    """Five articles of four parts, in the second part three points; two annexes of points with numbers of their own."""
    found = []
    for article in "12345":
        found.append(Element(f"k{article}", Kind.ARTICLE, article, f"art_{article}", f"Heading {article}"))
        for part in "1234":
            key, eid = f"k{article}.{part}", f"art_{article}__para_{part}"
            text = f"Text {article} {part}."
            found.append(Element(key, Kind.PART, part, eid, text=text, parent=f"k{article}"))
            points = "abc" if part == "2" else ""
            found += [
                Element(f"{key}.{p}", Kind.POINT, p, f"{eid}__point_{p}", text=f"point {p};", parent=key)
                for p in points
            ]
    for annex in "12":
        found.append(Element(f"x{annex}", Kind.ANNEX, annex, f"annex_{annex}"))
        found += [
            Element(
                f"x{annex}.{p}", Kind.PART, p, f"annex_{annex}__para_{p}", text="Words.", parent=f"x{annex}"
            )
            for p in "1234567"
        ]
    return Tree(tuple(found))


BASE = _act()


def redesignated(old, new):
    return Operation(Op.RENUMBER_AND_ADD, old, children=(NewElement(new),))


def folded(pairs):
    """The list after each redesignation, and the text that they give one after the other."""
    items, tree = (), BASE
    for number, (old, new) in enumerate(pairs):
        tree = execute(tree, [redesignated(old, new)])
        items = fold(BASE, items, Item(f"a{number}", redesignated(old, new))).items
    return items, tree


def said(tree):
    return [(each.key, each.number, each.text) for each in tree]


def listed(items):
    return [(item.operation.target, item.operation.children[0].number) for item in items]


@st.composite
def moves(draw):
    """Some provisions of one level, each redesignated once, in an order that never meets a taken number."""
    name, numbers = draw(
        st.sampled_from([("{}", "1234567"), ("3({})", "1234567"), ("1(2)({})", "abcdefg"), ("annex 2 point {}", "123456789")])
    )  # fmt: skip
    taken = {each for each in numbers if _stands(name.format(each))}
    left, pairs = sorted(taken), []
    for __ in range(draw(st.integers(2, 4))):
        free = [each for each in numbers if each not in taken]
        old = draw(st.sampled_from(left))
        new = draw(st.sampled_from(free))
        left.remove(old)
        taken = taken - {old} | {new}
        pairs.append((name.format(old), name.format(new)))
        if not left:
            break
    return pairs


def _stands(number):
    try:
        execute(BASE, [Operation(Op.REPEAL, number)])
    except Refused:
        return False
    article = number.isdecimal()
    return not article or f"k{number}" in BASE.by_key


@settings(max_examples=examples(60))
@given(moves())
def test_redesignations_that_meet_no_taken_number_are_listed_and_their_wording_gives_the_same_text(pairs):
    items, tree = folded(pairs)
    assert said(execute(BASE, [item.operation for item in items])) == said(tree)
    for wording in WORDINGS:
        prose = [wording.word(item.operation, Mood.IMPERATIVE) for item in items]
        read = [operation for each in prose for operation in wording.parse(each)]
        assert said(execute(BASE, read)) == said(tree)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([("2", "8"), ("4", "2")], [("2", "8"), ("4", "2")]),
        ([("3(4)", "3(9)"), ("3(3)", "3(4)")], [("3(4)", "3(9)"), ("3(3)", "3(4)")]),
        # in an article that is redesignated itself they are named by the law, and stand before it
        ([("4", "8"), ("3", "4"), ("4(4)", "4(9)"), ("4(3)", "4(4)")], [("3(4)", "3(9)"), ("3(3)", "3(4)"), ("4", "8"), ("3", "4")]),
    ],
)  # fmt: skip
def test_a_number_that_another_redesignation_frees_can_be_taken(pairs, expected):
    assert listed(folded(pairs)[0]) == expected


def test_a_number_is_free_where_only_annexes_print_it():
    new = Operation(Op.INSERT_ELEMENT, "6", heading="Scope", new="It applies.")
    assert [each.number for each in execute(BASE, [new]).of_kind(Kind.ARTICLE)] == [*"123456"]


@pytest.mark.parametrize(
    ("old", "new"), [("2", "4"), ("3(1)", "3(2)"), ("1(2)(a)", "1(2)(b)"), ("annex 2 point 1", "annex 2 point 3")]
)  # fmt: skip
def test_a_number_that_a_neighbour_has_is_taken(old, new):
    with pytest.raises(Refused, match="already a provision") as refusal:
        execute(BASE, [redesignated(old, new)])
    assert refusal.value.code == "target_exists"
