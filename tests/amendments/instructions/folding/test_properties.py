"""Properties of every folded list, for any order in which people wrote their changes."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from amendments.instructions.execute import execute
from amendments.instructions.execution.anchors import find_words
from amendments.instructions.execution.tree_edits import find
from amendments.instructions.folding.fold import fold
from amendments.instructions.folding.items import CannotFold, Item
from amendments.instructions.folding.lawful import astray
from amendments.instructions.folding.ledger import ledger_of
from amendments.instructions.folding.settling import places_of, touched_by
from amendments.instructions.folding.undoing import undone
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import WHOLE_ACT, NewElement, Op, Operation
from tests.amendments.instructions.folding.acts import act, operations_on
from tests.amendments.instructions.folding.undos import undo_of
from tests.examples import examples

BASE = act()
slow = settings(
    max_examples=examples(80), suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


def said(tree):
    return [(e.kind, e.number, e.heading, e.text, e.repealed) for e in tree]


def executed(items):
    return execute(BASE, [item.operation for item in items])


def plain(folded, name):
    """The items with plain keys in the place of the made-up ones."""
    names = {key: f"{name}{number}" for number, key in enumerate(folded.parted)}
    return [Item(names.get(item.key, item.key), item.operation) for item in folded.items]


@st.composite
def folds(draw):
    """A list that several people made one after the other, and the last fold: before, new, after."""
    items, last = [], None
    for number in range(draw(st.integers(2, 8))):
        tree = executed(items)
        new = Item(f"a{number:02}", draw(operations_on(tree)))
        try:
            want = execute(tree, [new.operation])
            folded = fold(BASE, items, new)
        except Refused:
            continue
        last = (items, new, folded, want)
        items = plain(folded, f"x{number}-")
    return last


def takes_back_an_insertion(new, items):
    """A repeal of what the draft inserts leaves no repealed provision behind."""
    return new.operation.op is Op.REPEAL and len(executed(items)) != len(BASE)


@slow
@given(folds())
def test_the_folded_list_gives_the_same_text_as_the_unfolded_one(last):
    if last is None:
        return
    items, new, folded, want = last
    if not takes_back_an_insertion(new, items):
        assert said(executed(folded.items)) == said(want)


@slow
@given(folds())
def test_no_quoted_word_is_absent_from_the_text_in_force(last):
    for item in last[2].items if last else ():
        operation = item.operation
        words = operation.anchor or operation.old
        for target in operation.all_targets if words else ():
            inside = BASE if target == WHOLE_ACT else BASE.family(find(BASE, target))
            assert any(find_words(text, words) for e in inside for text in (e.heading, e.text))


@slow
@given(folds())
def test_each_word_of_the_base_is_changed_by_one_instruction(last):
    items = last[2].items if last else ()
    if any(item.operation.op is Op.GLOBAL_REPLACE for item in items):
        return  # "throughout the act" also changes what another instruction restates afterwards
    for patch in ledger_of(BASE, items).patches.values():
        assert all(len(made.owners) == 1 for made in patch.mades)


@slow
@given(folds())
def test_leaving_it_out_restores_what_stood_there(last):
    if last is None:
        return
    items, __, folded, __ = last
    assert list(undone(BASE, folded.items, undo_of(items, folded))) == items


@slow
@given(folds(), st.data())
def test_leaving_it_out_later_keeps_later_changes_of_other_words_or_is_refused(last, data):
    if last is None:
        return
    items, __, folded, __ = last
    undo = undo_of(items, folded)
    try:
        later = fold(BASE, folded.items, Item("z", data.draw(operations_on(executed(folded.items)))))
        left = undone(BASE, later.items, undo)
    except Refused:
        return
    executed(left)
    kept = {item.key: item.operation for item in later.items if item.key not in undo.said}
    assert {item.key: item.operation for item in left if item.key in kept} == kept


@slow
@given(folds())
def test_a_folded_list_folds_into_itself_again(last):
    """If the instructions of a folded list are folded one by one in order, the list stays the same."""
    again = []
    for item in last[2].items if last else ():
        try:
            again = fold(BASE, again, item).items
        except CannotFold:
            pytest.fail(f"{item} no longer stands beside the ones before it")
    if last:
        assert said(executed(again)) == said(executed(last[2].items))


@st.composite
def partings(draw):
    """A list with one instruction on several provisions, and the fold of a change at the first of them."""
    old, numbers = draw(
        st.sampled_from([("10", ("1.1", "2.1")), ("Agency", ("1.2", "3.1")), ("travel", ("2.2", "2.3"))])
    )
    items = fold(
        BASE, (), Item("several", Operation(Op.REPLACE_WORDS, targets=numbers, old=old, new="x"))
    ).items
    for number in range(draw(st.integers(1, 4))):
        try:
            operation = draw(operations_on(executed(items)))
            items = plain(fold(BASE, items, Item(f"a{number}", operation)), f"x{number}-")
        except Refused:
            continue
    op = draw(st.sampled_from([Op.RESTATE, Op.REPEAL]))
    new = Item("last", Operation(op, numbers[0], new="Anew." if op is Op.RESTATE else ""))
    try:
        return items, fold(BASE, items, new)
    except Refused:
        return None


@slow
@given(st.one_of(partings(), folds().map(lambda last: last and (last[0], last[2]))))
def test_an_instruction_with_other_targets_stands_in_the_order_of_the_law_where_it_is_free_to(last):
    """If it changes places with a neighbour, the text or what they are about is another, or the order no better."""
    if last is None:
        return
    items, folded = last
    named = {item.key: item.operation.all_targets for item in items}
    ledger = ledger_of(BASE, folded.items)
    at, touched = places_of(ledger), touched_by(ledger)
    for place, (first, second) in enumerate(pairwise(folded.items)):
        is_changed = any(named.get(each.key) != each.operation.all_targets for each in (first, second))
        if not is_changed or at[first.key] <= at[second.key] or touched[first.key] & touched[second.key]:
            continue
        swapped = [*folded.items[:place], second, first, *folded.items[place + 2 :]]
        try:
            is_same = said(executed(swapped)) == said(executed(folded.items))
        except Refused:
            continue
        assert not is_same or astray(BASE, folded.items, swapped)


def test_instructions_that_came_together_stand_in_the_order_of_the_law():
    """A replacement throughout the act was split, and its parts stood before an instruction on an earlier article."""
    several = Operation(Op.REPLACE_WORDS, targets=("1.2", "3.1"), old="Agency", new="dogs.")
    added = Operation(Op.RENUMBER_AND_ADD, "1", children=(NewElement("9", "", ""),))
    items = fold(BASE, fold(BASE, (), Item("a01", several)).items, Item("a00", added)).items
    throughout = Operation(Op.GLOBAL_REPLACE, "*", old="dogs", new="ship", qualifier="all")
    folded = fold(BASE, items, Item("a02", throughout)).items
    numbers = [item.operation.all_targets[0] for item in folded]
    assert numbers == ["1.2", "1", "2.3", "3.1", "3.1", "3.1"]
