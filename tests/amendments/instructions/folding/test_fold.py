"""One instruction for each change: the list after somebody changes the draft again."""

import pytest

from amendments.instructions.execute import execute
from amendments.instructions.folding.fold import fold
from amendments.instructions.folding.items import CannotFold, Item
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import from_json, to_json
from amendments.provisions.tree import Element, Kind, Tree
from tests.amendments.instructions.folding.acts import act
from tests.amendments.instructions.folding.lists import (
    A01,
    ARTICLE,
    BASE,
    CATS,
    NUMBER_9,
    SHIPS,
    THROUGHOUT,
    folded,
    listed,
    shown,
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


def test_the_identity_of_inserted_provisions_stays():
    keyed = {**ARTICLE, "creates": {"2-1": "uuid-1", "2-1.1": "uuid-2"}}
    result = folded(
        [keyed], {"op": "insert_element", "target": "2-1.2", "new": "New.", "creates": {"2-1.2": "uuid-3"}}
    )
    assert result.items[0].operation.creates == {"2-1": "uuid-1", "2-1.1": "uuid-2", "2-1.2": "uuid-3"}
    result = folded([keyed], {"op": "repeal", "target": "2-1.1"})
    assert result.items[0].operation.creates == {"2-1": "uuid-1"}


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
