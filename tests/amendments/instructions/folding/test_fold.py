"""One instruction for each change: the list after somebody changes the draft again."""

import pytest

from amendments.instructions.completing.sentence_counts import counted
from amendments.instructions.errors import Refused
from amendments.instructions.execute import execute
from amendments.instructions.folding.fold import fold
from amendments.instructions.folding.items import CannotFold, Item
from amendments.instructions.folding.lawful import stands
from amendments.instructions.operations import Op, from_json, to_json
from amendments.provisions.tree import Element, Kind, Tree
from tests.amendments.instructions.folding.acts import act

LINES = """\
2|Fees|
2.1||The fee is paid within 3 days of receipt. It is paid once.
2.2||Children travel at half price; infants travel free.
2.3||Dogs are not carried.
3|Boats|
3.1||The boat carries 12 persons, a boat carries 2 dogs.
3.2||The boat is red. The ship is not.
"""
BASE = act(LINES)
A01 = {"op": "replace_words", "target": "2.1", "old": "3", "new": "4 working"}
CATS = {
    "op": "insert_element",
    "target": "2.4",
    "new": "Cats pay 5 coins.",
    "children": [{"number": "2.5", "text": "Birds pay."}],
}
ARTICLE = {
    "op": "insert_element",
    "target": "2-1",
    "heading": "Cats",
    "children": [{"number": "2-1.1", "text": "Old cats."}],
}
SHIPS = {"op": "replace_words", "targets": ["3.1", "3.2"], "old": "The boat", "new": "A ship"}
THROUGHOUT = {"op": "global_replace", "target": "*", "old": "boat", "new": "ferry", "qualifier": "all"}
NUMBER_9 = {"op": "renumber_and_add", "target": "2.3", "children": [{"number": "2.9"}]}
ARTICLE_9 = {"op": "renumber_and_add", "target": "2", "children": [{"number": "9"}]}


def listed(*operations):
    return [Item(f"a{number:02}", from_json(data)) for number, data in enumerate(operations, start=1)]


def folded(operations, new, base=BASE):
    return fold(base, listed(*operations), Item("new", from_json(new)))


def shown(result):
    """The list as people read it."""
    return [(item.key, _short(to_json(item.operation))) for item in result.items]


def _short(data):
    children = [" ".join(filter(None, child.values())) for child in data.pop("children", [])]
    parts = [
        data.pop("op"),
        data.pop("target", None) or ",".join(data.pop("targets", [])),
        data.pop("level", ""),
    ]
    quoted = [
        data.pop("old", "") or data.pop("anchor", ""),
        data.pop("heading", ""),
        data.pop("new", ""),
        *children,
    ]
    return " | ".join(
        [" ".join(filter(None, parts)), *filter(None, quoted), *(str(v) for v in data.values())]
    )


WORDS = [
    # what the list says, what is changed again, the list that comes out
    ([A01], {"op": "replace_number", "target": "2.1", "old": "4", "new": "7"},
     [("a01", "replace_words 2.1 | 3 | 7 working")]),
    ([A01], {"op": "replace_words", "target": "2.1", "old": "4 working days", "new": "one week"},
     [("a01", "replace_words 2.1 | 3 days | one week")]),
    ([A01], {"op": "replace_words", "target": "2.1", "old": "4 working days of", "new": "7 working days after"},
     [("a01", "replace_words 2.1 | 3 | 7 working"), ("new", "replace_words 2.1 | of | after")]),
    ([A01], {"op": "insert_after", "target": "2.1", "anchor": "working", "new": "calendar"},
     [("a01", "replace_words 2.1 | 3 | 4 working calendar")]),
    ([A01], {"op": "insert_before", "target": "2.1", "anchor": "days", "new": "calendar"},
     [("a01", "replace_words 2.1 | 3 | 4 working"), ("new", "insert_before 2.1 | days | calendar")]),
    ([A01], {"op": "delete_words", "target": "2.1", "old": "4 working"},
     [("a01", "delete_words 2.1 | 3")]),
    ([A01], {"op": "replace_words", "target": "2.1", "old": "4 working", "new": "3"}, []),
    ([A01], {"op": "replace_words", "target": "2.1", "old": "once", "new": "twice"},
     [("a01", "replace_words 2.1 | 3 | 4 working"), ("new", "replace_words 2.1 | once | twice")]),
    ([A01], {"op": "repeal", "target": "2.1"}, [("new", "repeal 2.1")]),
    ([A01], {"op": "restate", "target": "2.1", "new": "Free."}, [("new", "restate 2.1 | Free.")]),
    ([A01], {"op": "restate_sentence", "target": "2.1", "level": "sentence:1", "new": "It is high."},
     [("new", "restate_sentence 2.1 sentence:1 | It is high.")]),
    ([A01], {"op": "add_sentence", "target": "2.1", "new": "It is high."},
     [("a01", "replace_words 2.1 | 3 | 4 working"), ("new", "add_sentence 2.1 | It is high.")]),
    ([{"op": "add_sentence", "target": "2.1", "level": "sentence:1", "new": "First this."}],
     {"op": "restate_sentence", "target": "2.1", "level": "sentence:3", "new": "It is paid twice."},
     [("new", "restate_sentence 2.1 sentence:2 | It is paid twice."), ("a01", "add_sentence 2.1 sentence:1 | First this.")]),
    ([{"op": "add_sentence", "target": "2.1", "new": "It is high."}],
     {"op": "replace_words", "target": "2.1", "old": "high", "new": "low"},
     [("a01", "add_sentence 2.1 | It is low.")]),
    ([{"op": "restate", "target": "2.1", "new": "Free of charge."}],
     {"op": "insert_after", "target": "2.1", "anchor": "Free", "new": "and clear"},
     [("a01", "restate 2.1 | Free and clear of charge.")]),
    ([{"op": "restate", "target": "2.1", "new": "Free of charge."}],
     {"op": "restate", "target": "2.1", "new": "Free."}, [("a01", "restate 2.1 | Free.")]),
    ([{"op": "restate_heading", "target": "2", "level": "heading", "new": "Prices"}],
     {"op": "replace_words", "target": "2", "level": "heading", "old": "Prices", "new": "Fares"},
     [("a01", "restate_heading 2 heading | Fares")]),
    ([{"op": "delete_words", "target": "2.1", "old": "within 3 days"}],
     {"op": "replace_words", "target": "2.1", "old": "paid of", "new": "paid at"},
     [("a01", "delete_words 2.1 | within 3 days"), ("new", "replace_words 2.1 | of | at")]),
    # a word that stands twice is not the reason to quote words of the draft
    ([{"op": "replace_words", "target": "3.1", "old": "boat", "new": "ship", "qualifier": "both"}],
     {"op": "replace_words", "target": "3.1", "old": "a ship", "new": "a yacht"},
     [("a01", "replace_words 3.1 | The boat | The ship"), ("new", "replace_words 3.1 | a boat | a yacht")]),
]  # fmt: skip

TARGETS = [
    ([SHIPS], {"op": "replace_words", "target": "3.2", "old": "A ship", "new": "A yacht"},
     [("a01", "replace_words 3.1 | The boat | A ship"), ("new", "replace_words 3.2 | The boat | A yacht")]),
    ([SHIPS], {"op": "restate", "target": "3.2", "new": "The ferry is red."},
     [("a01", "replace_words 3.1 | The boat | A ship"), ("new", "restate 3.2 | The ferry is red.")]),
    ([{"op": "restate", "targets": ["2.2", "2.3"], "children": [{"number": "2.2", "text": "One."}, {"number": "2.3", "text": "Two."}]}],
     {"op": "replace_words", "target": "2.3", "old": "Two", "new": "Three"},
     [("a01", "restate 2.2,2.3 | 2.2 One. | 2.3 Three.")]),
    # of a new operation on several provisions, each part goes where it belongs
    ([{"op": "replace_words", "target": "3.2", "old": "red", "new": "dogs"}],
     {"op": "replace_words", "targets": ["3.1", "3.2"], "old": "dogs", "new": "cats"},
     [("new", "replace_words 3.1 | dogs | cats"), ("a01", "replace_words 3.2 | red | cats")]),
    ([{"op": "replace_words", "target": "3.2", "old": "red", "new": "a boat"}], THROUGHOUT,
     [("new", "global_replace * | boat | ferry | all"), ("a01", "replace_words 3.2 | red | a ferry")]),
]  # fmt: skip

PROVISIONS = [
    ([CATS], {"op": "replace_number", "target": "2.4", "old": "5", "new": "6"},
     [("a01", "insert_element 2.4 | Cats pay 6 coins. | 2.5 Birds pay.")]),
    ([CATS], {"op": "add_sentence", "target": "2.5", "new": "They sing."},
     [("a01", "insert_element 2.4 | Cats pay 5 coins. | 2.5 Birds pay. They sing.")]),
    ([CATS], {"op": "repeal", "target": "2.4"}, [("a01", "insert_element 2.5 | Birds pay.")]),
    ([CATS], {"op": "repeal", "targets": ["2.4", "2.5"]}, []),
    ([CATS], {"op": "repeal", "targets": ["2.3", "2.4"]},
     [("new", "repeal 2.3"), ("a01", "insert_element 2.5 | Birds pay.")]),
    ([CATS], {"op": "repeal", "target": "2"}, [("new", "repeal 2")]),
    ([CATS], {"op": "renumber_and_add", "target": "2.5", "children": [{"number": "2.6"}]},
     [("a01", "insert_element 2.4 | Cats pay 5 coins. | 2.6 Birds pay.")]),
    ([ARTICLE], {"op": "insert_element", "target": "2-1.2", "new": "New cats."},
     [("a01", "insert_element 2-1 | Cats | 2-1.1 Old cats. | 2-1.2 New cats.")]),
    ([ARTICLE], {"op": "restate_heading", "target": "2-1", "level": "heading", "new": "Pets"},
     [("a01", "insert_element 2-1 | Pets | 2-1.1 Old cats.")]),
    ([{"op": "append_element", "target": "2.4", "new": "Cats too."}],
     {"op": "append_element", "target": "2.5", "new": "Birds."},
     [("a01", "append_element 2.4 | Cats too;"), ("new", "insert_element 2.5 | Birds.")]),
    ([{"op": "restate", "target": "2", "heading": "Fees", "children": [{"number": "2.1", "text": "One."}, {"number": "2.2", "text": "Two."}]}],
     {"op": "replace_words", "target": "2.2", "old": "Two", "new": "Three"},
     [("a01", "restate 2 | Fees | 2.1 One. | 2.2 Three.")]),
    ([{"op": "restate", "target": "2", "heading": "Fees", "children": [{"number": "2.1", "text": "One."}]}],
     {"op": "insert_element", "target": "2.2", "new": "Two."},
     [("a01", "restate 2 | Fees | 2.1 One. | 2.2 Two.")]),
]  # fmt: skip

REPEALED = [
    ([{"op": "repeal", "target": "2.1"}], {"op": "replace_number", "target": "2.1", "old": "3", "new": "7"},
     [("new", "replace_number 2.1 | 3 | 7")]),
    ([{"op": "repeal", "target": "2.1"}], {"op": "restate", "target": "2.1", "new": "Free."},
     [("new", "restate 2.1 | Free.")]),
    ([{"op": "repeal", "targets": ["2.1", "2.3"]}], {"op": "replace_number", "target": "2.1", "old": "3", "new": "7"},
     [("new", "replace_number 2.1 | 3 | 7"), ("a01", "repeal 2.3")]),
]  # fmt: skip

RENUMBERED = [
    ([NUMBER_9], {"op": "replace_words", "target": "2.9", "old": "Dogs", "new": "Cats"},
     [("new", "replace_words 2.3 | Dogs | Cats"), ("a01", "renumber_and_add 2.3 | 2.9")]),
    ([NUMBER_9], {"op": "repeal", "target": "2.9"}, [("new", "repeal 2.3"), ("a01", "renumber_and_add 2.3 | 2.9")]),
    ([NUMBER_9], {"op": "renumber_and_add", "target": "2.9", "children": [{"number": "2.8"}]},
     [("a01", "renumber_and_add 2.3 | 2.8")]),
    ([{"op": "renumber_and_add", "target": "2.3", "children": [{"number": "2.3.1"}, {"number": "2.3.2", "text": "Added."}]}],
     {"op": "replace_words", "target": "2.3.1", "old": "Dogs", "new": "Cats"},
     [("new", "replace_words 2.3 | Dogs | Cats"), ("a01", "renumber_and_add 2.3 | 2.3.1 | 2.3.2 Added.")]),
    ([{"op": "renumber_and_add", "target": "2.3", "children": [{"number": "2.3.1"}, {"number": "2.3.2", "text": "Added."}]}],
     {"op": "replace_words", "target": "2.3.2", "old": "Added", "new": "New"},
     [("a01", "renumber_and_add 2.3 | 2.3.1 | 2.3.2 New.")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("operations", "new", "wanted"), [*WORDS, *TARGETS, *PROVISIONS, *REPEALED, *RENUMBERED]
)
def test_a_change_of_the_draft_becomes_a_change_of_the_law(operations, new, wanted):
    assert shown(folded(operations, new)) == wanted


def test_the_list_says_who_holds_the_words_and_what_left_it():
    result = folded([A01], {"op": "replace_number", "target": "2.1", "old": "4", "new": "7"})
    assert (result.into, result.replaced, result.parted) == (("a01",), {}, {})
    result = folded([A01], {"op": "repeal", "target": "2.1"})
    assert (result.into, result.replaced) == ((), {"a01": "new"})
    result = folded([A01], {"op": "replace_words", "target": "2.1", "old": "4 working", "new": "3"})
    assert (result.items, result.into, result.replaced) == ((), (), {"a01": ""})


def test_what_one_operation_cannot_say_becomes_several_and_each_names_its_origin():
    boats = {"op": "replace_words", "target": "3.1", "old": "boat", "new": "ship", "qualifier": "all"}
    base = act("3|Boats|\n3.1||A boat, one boat, no boat.\n")
    result = folded(
        [boats], {"op": "replace_words", "target": "3.1", "old": "one ship", "new": "one raft"}, base
    )
    assert dict(result.parted) == {"a01/1": "a01"}
    assert [item.key for item in result.items] == ["a01", "new", "a01/1"]
    assert (
        execute(base, [item.operation for item in result.items]).by_key["k3.1"].text
        == "A ship, one raft, no ship."
    )


def in_a_row(*operations, base=BASE):
    """The list after one operation after the other, and the text that they give unfolded."""
    items, tree = [], base
    for number, data in enumerate(operations):
        operation = counted(tree, from_json(data))
        items = fold(base, items, Item(f"a{number}", operation)).items
        tree = execute(tree, [operation])
        assert said(execute(base, [item.operation for item in items])) == said(tree)
        assert all(stands(base, items, item.key) is not None for item in items)
    return items, tree


def said(tree):
    return [(element.number, element.heading, element.text) for element in tree]


def added(level="", target="2.1", op="add_sentence", **data):
    levels = {"level": level} if level else {}
    return [{"op": op, "target": target, "new": f"Rule {each}.", **levels, **data} for each in "abcd"]


NUMBER_7 = {"op": "replace_number", "target": "2.1", "old": "3", "new": "7"}
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
    assert [_short(to_json(item.operation)).partition(" ")[2] for item in items] == listed


def test_the_identity_of_inserted_provisions_stays():
    keyed = {**ARTICLE, "creates": {"2-1": "uuid-1", "2-1.1": "uuid-2"}}
    result = folded(
        [keyed], {"op": "insert_element", "target": "2-1.2", "new": "New.", "creates": {"2-1.2": "uuid-3"}}
    )
    assert result.items[0].operation.creates == {"2-1": "uuid-1", "2-1.1": "uuid-2", "2-1.2": "uuid-3"}
    result = folded([keyed], {"op": "repeal", "target": "2-1.1"})
    assert result.items[0].operation.creates == {"2-1": "uuid-1"}


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


@pytest.mark.parametrize(
    ("operations", "new", "code", "holders"),
    [
        ([THROUGHOUT], {"op": "replace_words", "target": "3.2", "old": "The ferry", "new": "The raft"}, "throughout", ("a01",)),
        ([{"op": "repeal", "target": "2"}], {"op": "replace_number", "target": "2.1", "old": "3", "new": "7"}, "repealed_above", ("a01",)),
        ([A01], {"op": "replace_words", "target": "2.1", "old": "3", "new": "7"}, "missing_anchor", None),
        ([], {"op": "replace_words", "target": "3.1", "old": "boat", "new": "ship", "qualifier": "every_case"}, "every_case", None),
    ],
)  # fmt: skip
def test_what_cannot_be_folded_is_refused_with_the_reason(operations, new, code, holders):
    with pytest.raises(Refused) as refusal:
        folded(operations, new)
    assert refusal.value.code == code
    assert getattr(refusal.value, "holders", None) == holders


RATES = Tree(
    (
        Element("a", Kind.ARTICLE, "8", "art_8", "Fees"),
        Element("t", Kind.TABLE, "", "art_8__table_1", text="What\tFee", parent="a"),
        Element("r", Kind.ROW, "8.1", "art_8__tr_1", text="raft\t5 coins", parent="a"),
        Element("s", Kind.ROW, "8.2", "art_8__tr_2", text="boat\t9 coins", parent="a"),
        Element("p", Kind.PART, "8.3", "art_8__para_3", text="They are paid at once.", parent="a"),
    )
)


def test_a_table_is_deleted_with_what_the_list_changes_in_its_rows():
    on_row = {"op": "replace_number", "target": "8.2", "old": "9", "new": "7"}
    new_row = {"op": "insert_element", "target": "8 row 8.4", "after": "8.2", "new": "ship\t20 coins"}
    beside = {"op": "replace_words", "target": "8.3", "old": "at once", "new": "in advance"}
    gone = {"op": "delete_words", "target": "8", "level": "table"}
    result = folded([on_row, beside], gone, RATES)
    assert [item.key for item in result.items] == ["new", "a02"]
    assert result.replaced == {"a01": "new"}
    assert [element.key for element in result.tree] == ["a", "p"]
    result = folded([new_row, beside], gone, RATES)
    assert [element.key for element in result.tree] == ["a", "p"]


def test_the_offered_restatement_works():
    items = listed(THROUGHOUT)
    with pytest.raises(CannotFold) as refusal:
        fold(
            BASE,
            items,
            Item(
                "new",
                from_json({"op": "replace_words", "target": "3.2", "old": "The ferry", "new": "The raft"}),
            ),
        )
    offer = refusal.value.offer
    assert to_json(offer) == {"op": "restate", "target": "3.2", "new": "The raft is red. The ship is not."}
    result = fold(BASE, items, Item("new", offer))
    assert execute(BASE, [item.operation for item in result.items]).by_key["k3.2"].text == offer.new
