import pytest

from amendments.instructions.folding.fold import fold
from amendments.instructions.folding.items import CannotFold, Item
from amendments.instructions.folding.undoing import undone
from amendments.instructions.operations import from_json
from tests.amendments.instructions.folding.acts import act
from tests.amendments.instructions.folding.undos import undo_of

BASE = act("2|Fees|\n2.1||The fee is paid within 3 days. It is paid once.\n2.2||Dogs travel free.\n")
LONG = {"op": "restate", "target": "2.1", "new": "The fee is 10 coins, paid within 3 days of receipt."}


def made(data, key="a01"):
    return Item(key, from_json(data))


def changed(items, key, **data):
    """The list after a fold, and how it is undone."""
    folded = fold(BASE, items, made(data, key))
    return folded.items, undo_of(items, folded)


def test_what_stood_there_before_stands_there_again():
    items = (made({"op": "replace_words", "target": "2.1", "old": "3", "new": "4 working"}),)
    after, undo = changed(items, "new", op="replace_number", target="2.1", old="4", new="7")
    assert after[0].operation.new == "7 working"
    assert undone(BASE, after, undo) == items


@pytest.mark.parametrize(
    "new",
    [
        {"op": "repeal", "target": "2.1"},
        {"op": "replace_words", "target": "2.1", "old": "4 working", "new": "3"},
        {"op": "restate", "target": "2.1", "new": "Free."},
    ],
)
def test_what_left_the_list_comes_back_to_its_place(new):
    items = (
        made({"op": "replace_words", "target": "2.1", "old": "3", "new": "4 working"}),
        made({"op": "replace_words", "target": "2.2", "old": "free", "new": "cheaply"}, "a02"),
    )
    after, undo = changed(items, "new", **new)
    assert "a01" not in [item.key for item in after]
    assert undone(BASE, after, undo) == items


def test_later_changes_of_other_words_in_the_same_instruction_stay():
    items = (made(LONG),)
    after, undo = changed(items, "b", op="replace_number", target="2.1", old="10", new="12")
    after, __ = changed(after, "c", op="replace_number", target="2.1", old="3", new="7")
    assert undone(BASE, after, undo)[0].operation.new == "The fee is 10 coins, paid within 7 days of receipt."


def test_words_that_somebody_changed_since_are_not_restored():
    items = (made(LONG),)
    after, undo = changed(items, "b", op="replace_number", target="2.1", old="10", new="12")
    after, __ = changed(after, "c", op="replace_number", target="2.1", old="12", new="15")
    with pytest.raises(CannotFold) as refusal:
        undone(BASE, after, undo)
    assert refusal.value.holders == ("a01",)
    assert str(refusal.value).startswith("Somebody changed instruction a01 afterwards")


def test_words_of_the_base_that_have_another_instruction_by_now_are_not_claimed_twice():
    items = (made({"op": "replace_words", "target": "2.1", "old": "3", "new": "4 working"}),)
    after, undo = changed(items, "b", op="replace_words", target="2.1", old="4 working", new="3")
    after, __ = changed(after, "c", op="replace_number", target="2.1", old="3", new="5")
    with pytest.raises(CannotFold):
        undone(BASE, after, undo)


def test_an_instruction_that_took_later_words_is_not_left_out_with_them():
    items = ()
    after, undo = changed(items, "b", op="insert_element", target="2.3", new="Cats pay 5 coins.")
    after, __ = changed(after, "c", op="replace_number", target="2.3", old="5", new="6")
    with pytest.raises(CannotFold):
        undone(BASE, after, undo)


def test_a_list_that_cannot_be_carried_out_any_more_is_refused_and_names_all_that_the_fold_changed():
    items = (
        made({"op": "insert_element", "target": "2.3", "new": "Cats pay 5 coins."}),
        made({"op": "replace_words", "target": "2.2", "old": "free", "new": "cheaply"}, "a02"),
    )
    after, undo = changed(items, "b", op="repeal", targets=["2.2", "2.3"])
    assert set(undo.said) == {"a01", "a02", "b"}
    after, __ = changed(after, "c", op="insert_element", target="2.3", new="Birds.")
    with pytest.raises(CannotFold) as refusal:
        undone(BASE, after, undo)
    assert set(refusal.value.holders) == {"a01", "a02", "b"}


def test_an_instruction_on_words_that_are_replaced_throughout_the_act_is_left_out_again():
    items = (
        made({"op": "global_replace", "target": "*", "old": "days", "new": "weeks", "qualifier": "all"}),
        made({"op": "restate", "target": "2.1", "new": "The fee is paid within 4 weeks."}, "a02"),
    )
    after, undo = changed(items, "b", op="restate", target="2.1", new="The fee is paid at once.")
    assert undone(BASE, after, undo) == items
