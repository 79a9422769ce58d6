"""The order of a folded list, and the numbers that it names: both are those of the text in force."""

import pytest

from amendments.instructions.folding.fold import fold
from amendments.instructions.folding.items import Item
from amendments.instructions.operations import from_json, to_json
from tests.amendments.instructions.folding.acts import act
from tests.amendments.instructions.folding.lists import (
    A01,
    ARTICLE_9,
    BASE,
    CATS,
    THROUGHOUT,
    folded,
    in_a_row,
    short,
    shown,
)


def test_of_several_renumbered_targets_those_that_stay_are_named_by_the_text_in_force():
    renumbered = {"op": "renumber_and_add", "target": "3", "children": [{"number": "8"}]}
    inserted = {"op": "insert_element", "target": "2.4", "new": "The boat waits."}
    result = folded(
        [renumbered, inserted],
        {"op": "replace_words", "targets": ["8.1", "8.2", "2.4"], "old": "The boat", "new": "A ship"},
    )
    assert sorted(shown(result)) == [
        ("a01", "renumber_and_add 3 | 8"),
        ("a02", "insert_element 2.4 | A ship waits."),
        ("new", "replace_words 3.1,3.2 | The boat | A ship"),
    ]


@pytest.mark.parametrize(
    ("operations", "listed"),
    [
        ([{"op": "insert_element", "target": "2.4", "new": "Cats."}, ARTICLE_9], ["2.4 | Cats.", "2 | 9"]),
        ([ARTICLE_9, {"op": "insert_element", "target": "9.4", "new": "Cats."}], ["2.4 | Cats.", "2 | 9"]),
        ([ARTICLE_9, {"op": "append_element", "target": "9.4", "new": "Cats."}], ["2.4 | Cats.", "2 | 9"]),
        ([ARTICLE_9, {"op": "insert_element", "target": "9.4", "new": "Cats.", "children": [{"number": "9.5", "text": "Owls."}]}],
         ["2.4 | Cats. | 2.5 Owls.", "2 | 9"]),
        ([ARTICLE_9, {"op": "insert_element", "target": "9.4", "new": "Cats."},
          {"op": "replace_words", "target": "9.4", "old": "Cats", "new": "Owls"}], ["2.4 | Owls.", "2 | 9"]),
        ([ARTICLE_9, {"op": "insert_element", "target": "9.4", "new": "Cats."},
          {"op": "insert_element", "target": "9.5", "new": "Owls."}], ["2.4 | Cats.", "2.5 | Owls.", "2 | 9"]),
    ],
)  # fmt: skip
def test_what_is_inserted_under_a_renumbered_provision_names_the_number_in_force_and_stands_before(
    operations, listed
):
    items, __ = in_a_row(*operations)
    assert [short(to_json(item.operation)).partition(" ")[2] for item in items] == listed


def test_instructions_stand_in_the_order_of_the_law():
    items = []
    for key, data in [
        ("a", {"op": "replace_words", "target": "3.2", "old": "red", "new": "blue"}),
        ("b", {"op": "commencement", "target": "*", "new": "This Law enters into force today."}),
        ("c", CATS),
        ("d", {"op": "replace_words", "target": "2.1", "old": "once", "new": "twice"}),
        ("e", THROUGHOUT),
        ("f", A01),
        ("g", {"op": "restate_heading", "target": "2", "level": "heading", "new": "Prices"}),
    ]:
        items = fold(BASE, items, Item(key, from_json(data))).items
    assert [item.key for item in items] == ["e", "g", "f", "d", "c", "a", "b"]


@pytest.mark.parametrize(
    ("operations", "new", "order"),
    [
        # the first of several targets leaves the list: what is left stands where it stands in the law
        ([{"op": "replace_words", "targets": ["2.1", "3.2"], "old": "is", "new": "was", "qualifier": "first"}, CATS,
          {"op": "replace_number", "target": "3.1", "old": "12", "new": "9"}],
         {"op": "replace_words", "target": "2.1", "old": "was", "new": "will be"}, ["new", "a02", "a03", "a01"]),
        ([{"op": "repeal", "targets": ["2.1", "3.2"]}, CATS],
         {"op": "replace_number", "target": "2.1", "old": "3", "new": "7"}, ["new", "a02", "a01"]),
        ([{"op": "restate", "targets": ["2.2", "3.1"], "children": [{"number": "2.2", "text": "One."}, {"number": "3.1", "text": "Two."}]}, CATS],
         {"op": "repeal", "target": "2.2"}, ["new", "a02", "a01"]),
        # another instruction on the same words, or one that gives it another number, still comes after it
        ([{"op": "repeal", "targets": ["2.1", "3.2"]}, {"op": "renumber_and_add", "target": "3", "children": [{"number": "8"}]}],
         {"op": "replace_number", "target": "2.1", "old": "3", "new": "7"}, ["new", "a01", "a02"]),
    ],
)  # fmt: skip
def test_what_is_left_of_several_targets_stands_in_the_order_of_the_law(operations, new, order):
    assert [item.key for item in folded(operations, new).items] == order


DOGS = {"op": "global_replace", "target": "*", "old": "dogs", "new": "cats", "qualifier": "all"}
SEATS = {"op": "replace_number", "target": "1.1", "old": "10", "new": "9"}
COINS = {"op": "replace_number", "target": "2.1", "old": "10", "new": "9"}
PERSONS = {"op": "replace_number", "target": "3.1", "old": "12", "new": "9"}
TRAVEL = {"op": "replace_words", "targets": ["2.2", "2.3"], "old": "travel", "new": "go"}
BIRDS = {
    "op": "insert_element",
    "target": "2-1",
    "heading": "Birds",
    "children": [{"number": "2-1.1", "text": "No dogs."}],
}


@pytest.mark.parametrize(
    ("operations", "new", "order"),
    [
        # what is left of the third must follow the second, and comes behind the fourth too, which is about an article before
        ([PERSONS, DOGS, TRAVEL, SEATS], {"op": "repeal", "target": "2.2"}, ["new", "a01", "a02", "a04", "a03"]),
        # its words stand before those of the second and behind those of the third: it cannot do both, and comes first
        ([COINS, TRAVEL, PERSONS], DOGS, ["new", "a01", "a02", "a03"]),
        # it must follow what would change its words, and comes behind the third too, which is about an article before
        ([PERSONS, DOGS, COINS], BIRDS, ["a01", "a02", "a03", "new"]),
    ],
)  # fmt: skip
def test_what_is_free_to_stands_in_the_order_of_the_law_though_the_list_does_not(operations, new, order):
    assert [item.key for item in folded(operations, new, base=act()).items] == order
