"""One instruction a change: what becomes of the rows when the draft is changed again, and when that is left out."""

import pytest

from amendments.actions.drafting.add_derived_instructions import AddDerivedInstructions
from amendments.actions.drafting.add_instruction import AddInstruction
from amendments.actions.drafting.edit_instruction import EditInstruction
from amendments.actions.drafting.take_instruction import TakeInstruction
from amendments.actions.drafting.withdraw_instruction import WithdrawInstruction
from amendments.audit.actor import Actor
from amendments.errors import (
    CannotBeFolded,
    EditConflict,
    NotAllowed,
    ReasonNeeded,
    RefusedInstruction,
)
from amendments.models import Fold, Instruction
from amendments.provisions.tree import text_hash
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.drafting.edits import ProvisionEdit
from amendments.queries.showing.trees import tree_of
from tests.amendments.actions.drafting.folded_lists import (
    Status,
    key_of,
    left_out,
    proposed,
    says,
    taken,
    text_of,
)
from tests.factories import law


def test_a_proposal_on_words_of_the_draft_goes_into_the_instruction_that_made_them(world, fare):
    row = proposed(world, "replace_number", "2.1", old="4", new="7")
    assert says(world) == {"a01": "replace_number | 2.1 | 10 | 4 working"}
    taken(world, row)
    assert says(world) == {"a01": "replace_words | 2.1 | 10 | 7 working"}
    assert (row.key, row.status) == ("a02", Status.PROPOSED)
    row.refresh_from_db()
    assert (row.status, row.folded_into, row.operation["old"]) == (Status.FOLDED, fare, "4")
    assert taken(world, row) == row  # the second click
    assert fare.history.count() == 2


def test_leaving_it_out_restores_what_stood_there(world, fare):
    before = Instruction.objects.get(pk=fare.pk).operation
    row = taken(world, proposed(world, "replace_number", "2.1", old="4", new="7"))
    with pytest.raises(ReasonNeeded):
        WithdrawInstruction(row, actor=Actor.now(world.drafter)).execute()
    row = left_out(world, row)
    assert (row.status, row.folded_into, row.operation["old"]) == (Status.WITHDRAWN, None, "4")
    assert Instruction.objects.get(pk=fare.pk).operation == before
    assert not Fold.objects.exists()
    taken(world, row)
    assert says(world) == {"a01": "replace_words | 2.1 | 10 | 7 working"}


def test_only_those_who_draft_fold(world, fare):
    row = proposed(world, "replace_number", "2.1", old="4", new="7")
    for user in (world.secretary, world.other):
        with pytest.raises(NotAllowed):
            TakeInstruction(row, actor=Actor.now(user)).execute()
    taken(world, row)
    for user in (world.secretary, world.other):
        with pytest.raises(NotAllowed):
            WithdrawInstruction(row, actor=Actor.now(user, reason="No.")).execute()


def test_the_second_of_two_editors_is_told_that_the_instruction_holds_other_words_by_now(world, fare):
    taken(world, proposed(world, "replace_number", "2.1", old="4", new="7"))
    change = law.operation("replace_number", "2.1", old="10", new="5 working")
    with pytest.raises(EditConflict):
        EditInstruction(fare, change, actor=Actor.now(world.drafter), seen_revision=1).execute()


def test_other_words_of_the_base_keep_an_instruction_of_their_own(world, fare):
    change = {"old": "4 working coins. It", "new": "7 working coins. This"}
    row = taken(world, proposed(world, "replace_words", "2.1", **change))
    assert says(world) == {
        "a01": "replace_words | 2.1 | 10 | 7 working",
        "a02": "replace_words | 2.1 | It | This",
    }
    assert row.status == Status.TAKEN
    left_out(world, row)
    assert says(world) == {"a01": "replace_number | 2.1 | 10 | 4 working"}


def test_what_a_drafter_writes_on_words_of_the_draft_is_folded_too(world, fare):
    row = law.add(world.amendment, world.drafter, "replace_number", "2.1", old="4", new="7")
    assert (row.status, row.folded_into) == (Status.FOLDED, fare)
    again = law.add(world.amendment, world.drafter, "replace_number", "2.1", old="4", new="7")
    assert again == row  # posted twice
    assert says(world) == {"a01": "replace_words | 2.1 | 10 | 7 working"}


@pytest.mark.whole
def test_posted_twice_it_is_added_once_even_if_it_divides_another(world):
    text = "A boat, one boat, no boat."
    law.add(world.amendment, world.drafter, "restate", "2.2", new=text)
    rival = law.seal(world.amendment, world.drafter)
    base = law.adopt(rival, world.drafter)
    second = law.make_amendment(world.section, base, world.drafter, "Again")
    law.add(second, world.drafter, "replace_words", "2.2", old="boat", new="ship", qualifier="all")
    rows = [
        law.add(second, world.drafter, "replace_words", "2.2", old="one ship", new="one raft") for __ in "12"
    ]
    assert rows[0] == rows[1]
    assert second.instructions.count() == 3
    part = second.instructions.get(key="a03")
    left_out(world, rows[0])
    part.refresh_from_db()
    assert (part.status, part.folded_into.key) == (Status.FOLDED, "a01")
    assert second.instructions.get(key="a01").operation["qualifier"] == "all"


def test_an_edit_of_the_text_is_folded_too(world, fare):
    act = law.act_of(world.amendment)
    element = next(e for e in working_draft(act).tree if e.number == "2.1")
    edit = ProvisionEdit(element.key, "", element.text.replace("4 working", "7"), text_hash(element))
    AddDerivedInstructions(act, edit, actor=Actor.now(world.drafter)).execute()
    assert says(world) == {"a01": "replace_number | 2.1 | 10 | 7"}


def test_what_gives_back_the_text_in_force_leaves_no_instruction(world, fare):
    row = law.add(world.amendment, world.drafter, "replace_words", "2.1", old="4 working", new="10")
    assert says(world) == {}
    fare.refresh_from_db()
    assert [fare.status, row.status, row.folded_into] == [Status.FOLDED, Status.FOLDED, None]
    left_out(world, row)
    assert says(world) == {"a01": "replace_number | 2.1 | 10 | 4 working"}


@pytest.mark.whole
def test_an_instruction_that_is_replaced_stands_in_the_one_that_replaces_it(world, fare):
    first = taken(world, proposed(world, "replace_number", "2.1", old="4", new="7"))
    row = law.add(world.amendment, world.drafter, "repeal", "2.1")
    assert says(world) == {"a03": "repeal | 2.1"}
    fare.refresh_from_db()
    assert (fare.status, fare.folded_into) == (Status.FOLDED, row)
    with pytest.raises(RefusedInstruction, match="Somebody changed instruction a01 afterwards"):
        left_out(world, first)
    left_out(world, row)
    assert says(world) == {"a01": "replace_words | 2.1 | 10 | 7 working"}
    left_out(world, Instruction.objects.get(pk=first.pk))
    assert says(world) == {"a01": "replace_number | 2.1 | 10 | 4 working"}


def test_an_instruction_goes_with_what_was_taken_into_it_and_comes_back_with_it(world, fare):
    taken(world, proposed(world, "replace_number", "2.1", old="4", new="7"))
    fare = left_out(world, Instruction.objects.get(pk=fare.pk))
    assert says(world) == {}
    taken(world, fare)
    assert says(world) == {"a01": "replace_words | 2.1 | 10 | 7 working"}


def test_several_folds_are_left_out_in_any_order(world):
    law.add(world.amendment, world.drafter, "restate", "2.1", new="The fare is 12 coins, paid in 3 days.")
    rows = [
        law.add(world.amendment, world.drafter, "replace_number", "2.1", old="12", new="15"),
        law.add(world.amendment, world.drafter, "replace_number", "2.1", old="3", new="7"),
    ]
    assert text_of(world, "2.1") == "The fare is 15 coins, paid in 7 days."
    left_out(world, rows[0])
    assert text_of(world, "2.1") == "The fare is 12 coins, paid in 7 days."
    left_out(world, rows[1])
    assert says(world) == {"a01": "restate | 2.1 | The fare is 12 coins, paid in 3 days."}


@pytest.mark.whole
def test_an_edit_of_an_inserted_provision_goes_into_its_text_and_its_identity_stays(world):
    row = law.add(world.amendment, world.drafter, "insert_element", "2.3", new="Dogs pay half.")
    first = law.seal(world.amendment, world.drafter)
    law.add(world.amendment, world.drafter, "replace_words", "2.3", old="half", new="a third")
    law.add(world.amendment, world.drafter, "insert_element", "2.4", new="Cats travel free.")
    second = law.seal(world.amendment, world.drafter)
    keys = [
        next(e.key for e in tree_of(law.text_in(draft)) if e.number == "2.3") for draft in (first, second)
    ]
    assert keys[0] == keys[1]
    assert says(world) == {
        "a01": "insert_element | 2.3 | Dogs pay a third.",
        "a03": "insert_element | 2.4 | Cats travel free.",
    }
    row.refresh_from_db()
    assert row.operation["creates"] == {"2.3": "a01-1"}


def test_a_provision_that_stands_in_another_instruction_keeps_its_identity(world):
    law.add(world.amendment, world.drafter, "insert_element", "3", heading="Dogs", children=[{"number": "3.1", "text": "Dogs pay half."}])  # fmt: skip
    row = law.add(world.amendment, world.drafter, "insert_element", "3.2", new="Cats travel free.")
    assert row.status == Status.FOLDED
    key = key_of(world, "3.2")
    row = left_out(world, row)
    taken(world, row)
    assert key_of(world, "3.2") == key


def test_a_target_of_several_leaves_the_list(world):
    several = law.operation("global_replace", "*", old="crossing", new="passage", qualifier="all")
    AddInstruction(law.act_of(world.amendment), several, actor=Actor.now(world.drafter)).execute()
    change = {"old": "passage", "new": "trip"}
    with pytest.raises(CannotBeFolded, match="throughout") as refusal:
        law.add(world.amendment, world.drafter, "replace_words", "2.1", **change)
    assert refusal.value.offer is not None
    row = AddInstruction(
        law.act_of(world.amendment),
        law.operation("replace_words", "2.1", **change),
        actor=Actor.now(world.drafter),
        restate=True,
    ).execute()
    assert row.operation["op"] == "restate"
    assert text_of(world, "2.1").endswith("before the trip.")
    row = left_out(world, row)
    assert row.operation["op"] == "replace_words"


def test_what_cannot_be_folded_is_not_proposed(world):
    law.add(world.amendment, world.drafter, "global_replace", "*", old="crossing", new="passage", qualifier="all")  # fmt: skip
    with pytest.raises(CannotBeFolded):
        proposed(world, "replace_words", "2.1", old="passage", new="trip")
