"""What is added to a draft several times: each keeps its instruction, and they read as the text does."""

import pytest

from amendments.instructions.operations import Op
from tests.amendments.instructions.folding.acts import act
from tests.amendments.instructions.folding.lists import (
    BASE,
    NUMBER_7,
    in_a_row,
)


def added(level="", target="2.1", op="add_sentence", **data):
    levels = {"level": level} if level else {}
    return [{"op": op, "target": target, "new": f"Rule {each}.", **levels, **data} for each in "abcd"]


LINES_OF_3_1 = act("3|Boats|\n3.1||The boat is red. It is old.\nThe ship is not.\n")


@pytest.mark.parametrize(
    ("operations", "base"),
    [
        ([NUMBER_7, *added()], BASE),
        ([*added(), NUMBER_7], BASE),
        ([NUMBER_7, *added(op="insert_after", anchor="It is paid")], BASE),
        ([NUMBER_7, *added(op="insert_before", anchor="once")], BASE),
        ([{**data, "level": f"paragraph:{n}"} for n, data in enumerate(added(target="3.1"), start=3)], LINES_OF_3_1),
        ([{**data, "level": f"paragraph:1/sentence:{n}"} for n, data in enumerate(added(target="3.1"), start=3)], LINES_OF_3_1),
        ([{"op": "append_element", "target": f"2.{n}", "new": f"Point {n}."} for n in range(4, 9)], BASE),
        ([{"op": "insert_element", "target": f"2.{n}", "new": f"Point {n}."} for n in range(4, 9)], BASE),
        ([{"op": "insert_element", "target": f"2.1-{n}", "new": f"Point {n}."} for n in (4, 3, 1, 2)], BASE),
    ],
)  # fmt: skip
def test_one_addition_after_the_other_folds_and_each_keeps_its_instruction(operations, base):
    items, __ = in_a_row(*operations, base=base)
    assert len(items) == len(operations)


def test_sentences_added_at_the_end_stand_in_their_order_and_only_the_first_has_a_number():
    items, tree = in_a_row(NUMBER_7, *added())
    assert [(item.key, item.operation.level) for item in items] == [
        ("a0", ""),
        ("a1", "sentence:3"),
        ("a2", ""),
        ("a3", ""),
        ("a4", ""),
    ]
    assert tree.by_key["k2.1"].text.endswith("once. Rule a. Rule b. Rule c. Rule d.")


LINES_OF_4_1 = act("4|Ferries|\n4.1||The ferry is red. It is old.\nThe ship is not.\nNor is the raft.\n")
IN_THE_MIDDLE = [
    (BASE, "2.1", "sentence:{}", [1, 1, 1]),
    (BASE, "2.1", "sentence:{}", [2, 2, 2]),
    (BASE, "2.1", "sentence:{}", [2, 3, 4]),
    (BASE, "2.1", "sentence:{}", [2, 3, 3]),
    (BASE, "2.1", "sentence:{}", [2, 2, 3]),
    (BASE, "2.1", "sentence:{}", [3, 3, 3]),
    (LINES_OF_4_1, "4.1", "paragraph:1/sentence:{}", [2, 2, 3]),
    (LINES_OF_4_1, "4.1", "sentence:{}", [4, 4, 5]),
    (LINES_OF_4_1, "4.1", "paragraph:{}", [2, 3, 4]),
    (LINES_OF_4_1, "4.1", "paragraph:{}", [2, 2, 2]),
    (LINES_OF_4_1, "4.1", "paragraph:{}", [3, 4, 3]),
    (LINES_OF_4_1, "4.1", "paragraph:{}", [4, 4, 4]),
    (LINES_OF_4_1, "4.1", "paragraph:1/sentence:{}", [3, 3, 4]),
]


@pytest.mark.parametrize(("base", "target", "level", "numbers"), IN_THE_MIDDLE)
@pytest.mark.parametrize("beside", [[], [NUMBER_7]])
def test_what_is_added_at_one_place_is_listed_as_it_is_read(base, target, level, numbers, beside):
    items, tree = in_a_row(
        *(beside if base is BASE else []),
        *(new_one(level.format(number), name, target) for number, name in zip(numbers, NAMES, strict=False)),
        base=base,
    )
    added = " ".join(item.operation.new for item in items if item.operation.op is Op.ADD_SENTENCE)
    assert names_in(added) == names_in(tree.by_key[f"k{target}"].text)


NAMES = ("Cats", "Dogs", "Owls", "Rats")


def new_one(level, name, target="2.1"):
    return {"op": "add_sentence", "target": target, "level": level, "new": f"{name} pay."}


def names_in(text):
    return [name for name in text.split() if name in NAMES]


def test_sentences_added_at_several_places_are_counted_as_in_the_text_in_force():
    items, tree = in_a_row(
        *(new_one(f"sentence:{number}", name) for number, name in zip([2, 4, 3, 1], NAMES, strict=True))
    )
    assert [(item.key, item.operation.level, item.operation.new) for item in items] == [
        ("a0", "sentence:2", "Cats pay. Owls pay."),
        ("a1", "", "Dogs pay."),  # at the end
        ("a3", "sentence:1", "Rats pay."),
    ]
    assert tree.by_key["k2.1"].text == (
        "Rats pay. The fee is paid within 3 days of receipt. Cats pay. Owls pay. It is paid once. Dogs pay."
    )


@pytest.mark.parametrize(
    ("operations", "texts"),
    [
        # the space that goes with a deleted sentence is not that of the one after it
        ([{"op": "delete_words", "target": "2.1", "level": "sentence:2"},
          {"op": "insert_after", "target": "2.1", "anchor": "receipt.", "new": "It is low."}], {"a0", "a1"}),
        # words beside a text of which all words are replaced are not among them
        ([{"op": "add_sentence", "target": "2.3", "new": "Cats are."},
          {"op": "replace_words", "target": "2.3", "old": "Dogs are not carried.", "new": "Dogs are carried."}], {"a0", "a1"}),
        ([{"op": "replace_words", "target": "2.3", "old": "Dogs are not carried.", "new": "Dogs are carried."},
          {"op": "add_sentence", "target": "2.3", "new": "Cats are."}], {"a0", "a1"}),
        # nor is what was deleted before words that are all replaced
        ([{"op": "replace_words", "target": "2.1", "old": "It is paid once.", "new": "Pay."},
          {"op": "delete_words", "target": "2.1", "level": "sentence:1"}], {"a0", "a1"}),
        # nor is the full stop of a provision whose words another instruction made
        ([{"op": "restate", "target": "2.3", "new": "Dogs are carried"},
          {"op": "append_element", "target": "2.4", "new": "Cats are."}], {"a0", "a1"}),
        # what is added to a whole that is worded anew is
        ([{"op": "restate", "target": "2.3", "new": "Dogs are carried."},
          {"op": "add_sentence", "target": "2.3", "new": "Cats are."}], {"a0"}),
        # and so is what is added where the text in force has no words, or none are left
        ([{"op": "add_sentence", "target": "3", "new": "Boats float."},
          {"op": "add_sentence", "target": "3", "new": "Ships do too."}], {"a0"}),
        ([{"op": "delete_words", "target": "2.3", "level": "sentence:1"},
          {"op": "add_sentence", "target": "2.3", "new": "Cats are."}], {"a0"}),
    ],
)  # fmt: skip
def test_changes_side_by_side_are_not_of_the_same_words(operations, texts):
    items, __ = in_a_row(*operations)
    assert {item.key for item in items} == texts
