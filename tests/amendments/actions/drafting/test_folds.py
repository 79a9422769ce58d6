"""One instruction a change: what becomes of the rows when the draft is changed again, and when that is left out."""

import pytest
from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings, strategies as st

from amendments.actions.drafting.add_derived_instructions import AddDerivedInstructions
from amendments.actions.drafting.add_instruction import AddInstruction
from amendments.actions.drafting.edit_instruction import EditInstruction
from amendments.actions.drafting.move_instruction import MoveInstruction
from amendments.actions.drafting.propose_instruction import ProposeInstruction
from amendments.actions.drafting.take_instruction import TakeInstruction
from amendments.actions.drafting.withdraw_instruction import WithdrawInstruction
from amendments.audit.actor import Actor
from amendments.errors import (
    CannotBeFolded,
    EditConflict,
    NotAllowed,
    NothingToSeal,
    ReasonNeeded,
    RefusedInstruction,
)
from amendments.instructions.folding.lawful import absent_words
from amendments.instructions.operations import from_json
from amendments.models import AmendedAct, Fold, Instruction
from amendments.provisions.tree import Kind, text_hash
from amendments.queries.drafts import run, scheme_of, working_draft
from amendments.queries.edits import ProvisionEdit
from amendments.queries.trees import tree_of
from tests.amendments.instructions.folding.acts import operations_on
from tests.factories import law

FARE = {"old": "10", "new": "4 working"}
Status = Instruction.Status


def says(world):
    """What the list says, by key, in its order; every quoted word stands in the base, and the kept draft is right."""
    act = law.act_of(world.amendment)
    draft = working_draft(act)
    assert not draft.problems
    assert not [step for step in draft.steps if absent_words(draft.base, step.operation)]
    afresh = run(draft.base, act.instructions.filter(status=Status.TAKEN), scheme_of(act))
    assert list(afresh.tree) == list(draft.tree)
    rows = act.instructions.filter(status=Status.TAKEN)
    assert [row.order for row in rows] == list(range(1, len(rows) + 1))
    return {row.key: _short(row.operation) for row in rows}


def _short(operation):
    words = [operation.get(name, "") for name in ("op", "target", "old", "anchor", "new")]
    return " | ".join(filter(None, [*words, *(child["text"] for child in operation.get("children", []))]))


def text_of(world, number):
    tree = working_draft(law.act_of(world.amendment)).tree
    return next(element.text for element in tree if element.number == number)


def proposed(world, op, target, **given):
    act = law.act_of(world.amendment)
    return ProposeInstruction(
        act, law.operation(op, target, **given), actor=Actor.now(world.secretary)
    ).execute()


def taken(world, row, **given):
    return TakeInstruction(row, actor=Actor.now(world.drafter), **given).execute()


def left_out(world, row, **given):
    actor = Actor.now(world.drafter, reason="Not now.")
    return WithdrawInstruction(row, actor=actor, **given).execute()


@pytest.fixture
def fare(world):
    """a01 gives "4 working coins"."""
    return law.add(world.amendment, world.drafter, "replace_number", "2.1", **FARE)


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


def test_what_is_folded_is_changed_in_its_holder(world, fare):
    row = taken(world, proposed(world, "replace_number", "2.1", old="4", new="7"))
    with pytest.raises(EditConflict, match="a02"):
        EditInstruction(
            row, law.operation("repeal", "2.1"), actor=Actor.now(world.drafter), seen_revision=row.revision
        ).execute()


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


def key_of(world, number):
    tree = working_draft(law.act_of(world.amendment)).tree
    return next(element.key for element in tree if element.number == number)


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


def test_an_instruction_that_is_worded_anew_keeps_its_place_and_a_fold_its_undo(world, fare):
    law.add(world.amendment, world.drafter, "replace_words", "2.2", old="Children", new="Pupils")
    row = law.add(
        world.amendment,
        world.drafter,
        "replace_words",
        "2.1",
        old="4 working coins. It",
        new="7 working coins. This",
    )
    change = law.operation("replace_words", "2.2", old="Children", new="Students")
    other = Instruction.objects.get(key="a02")
    EditInstruction(other, change, actor=Actor.now(world.drafter)).execute()
    assert list(says(world)) == ["a01", "a03", "a02"]
    left_out(world, Instruction.objects.get(pk=row.pk))
    assert says(world) == {
        "a01": "replace_number | 2.1 | 10 | 4 working",
        "a02": "replace_words | 2.2 | Children | Students",
    }


def test_an_edit_that_quotes_words_of_another_instruction_is_folded(world, fare):
    row = law.add(world.amendment, world.drafter, "replace_words", "2.2", old="Children", new="Pupils")
    change = law.operation("replace_number", "2.1", old="4", new="7")
    row = EditInstruction(row, change, actor=Actor.now(world.drafter)).execute()
    assert says(world) == {"a01": "replace_words | 2.1 | 10 | 7 working"}
    assert (row.status, row.folded_into) == (Status.FOLDED, fare)


@pytest.mark.parametrize("level", ["", "sentence:3"])
def test_a_sentence_is_added_with_its_number_once(world, level):
    rows = [
        law.add(world.amendment, world.drafter, "add_sentence", "2.1", level=level, new="Pay on board.")
        for __ in "12"
    ]
    assert rows[0] == rows[1]
    assert rows[0].operation["level"] == "sentence:3"


def test_a_saved_sentence_counts_those_before_it_and_not_itself(world):
    add = {"op": "add_sentence", "target": "2.1"}
    rows = [law.add(world.amendment, world.drafter, **add, new=f"Rule {each}.") for each in "ab"]
    assert [row.operation.get("level") for row in rows] == ["sentence:3", None]
    for row, new in zip(rows, ("Rule c.", "Rule d."), strict=True):
        EditInstruction(row, law.operation(**add, new=new), actor=Actor.now(world.drafter)).execute()
    rows = [Instruction.objects.get(pk=row.pk) for row in rows]
    assert [row.operation.get("level") for row in rows] == ["sentence:3", None]
    assert text_of(world, "2.1").endswith("crossing. Rule c. Rule d.")


def test_a_move_after_which_an_instruction_speaks_of_another_sentence_is_refused(world):
    first = law.add(
        world.amendment,
        world.drafter,
        "restate_sentence",
        "2.1",
        level="sentence:2",
        new="It is paid on board.",
    )
    second = law.add(
        world.amendment, world.drafter, "add_sentence", "2.1", level="sentence:1", new="Nobody sails free."
    )
    text = text_of(world, "2.1")
    assert text == "Nobody sails free. The fare is 10 coins. It is paid on board."
    actor = Actor.now(world.drafter)
    with pytest.raises(RefusedInstruction, match=f"instruction {first.key} would be about other words"):
        MoveInstruction(first, second, actor=actor).execute()
    assert text_of(world, "2.1") == text
    with pytest.raises(NotAllowed):
        MoveInstruction(first, second, actor=Actor.now(world.other)).execute()


def test_what_the_text_in_force_does_not_have_is_shown_and_not_sealed_until_it_is_saved_again(
    world, fare, client
):
    row = law.add(world.amendment, world.drafter, "replace_words", "2.2", old="Children", new="Pupils")
    act = law.act_of(world.amendment)
    written_by_other_means = {"op": "replace_number", "target": "2.1", "old": "4", "new": "7"}
    Instruction.objects.filter(pk=row.pk).update(op="replace_number", operation=written_by_other_means)
    AmendedAct.objects.filter(pk=act.pk).update(revision=9)
    row.refresh_from_db()
    with pytest.raises(RefusedInstruction, match=r"a02: .*“4” does not stand in 2\.1.*save it again"):
        law.seal(world.amendment, world.drafter)
    client.force_login(world.drafter)
    page = client.get(reverse("amendments_admin:workspace", args=[world.amendment.pk])).content.decode()
    assert "1 instruction is not about the text in force" in page
    assert "“4” does not stand in 2.1" in page
    EditInstruction(row, from_json(written_by_other_means), actor=Actor.now(world.drafter)).execute()
    assert says(world) == {"a01": "replace_words | 2.1 | 10 | 7 working"}
    assert law.seal(world.amendment, world.drafter).number == 1


def test_the_log_names_what_was_taken_in(world, fare):
    row = taken(world, proposed(world, "replace_number", "2.1", old="4", new="7"))
    assert fare.history.latest().actor_label == "drafter"
    assert row.history.latest().folded_into_id == fare.pk


def standing(world):
    """What stands in the list, without the keys of provisions."""
    rows = law.act_of(world.amendment).instructions.filter(status=Status.TAKEN)
    return [
        (row.key, {name: value for name, value in row.operation.items() if name != "creates"}) for row in rows
    ]


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_whatever_people_write_the_list_stays_lawful_and_leaving_out_restores_it(world, data):
    with transaction.atomic():
        before, row, known = [], None, set()
        for __ in range(data.draw(st.integers(2, 5))):
            tree = working_draft(law.act_of(world.amendment)).tree
            numbered = [e for e in tree if e.kind in (Kind.ARTICLE, Kind.PART) and e.number]
            operation = data.draw(operations_on(numbered))
            stood = standing(world)
            try:
                with transaction.atomic():
                    done = AddInstruction(
                        law.act_of(world.amendment), operation, actor=Actor.now(world.drafter)
                    ).execute()
            except RefusedInstruction:
                continue
            says(world)
            if done.pk not in known:  # else it was posted twice
                before, row = stood, done
                known.add(done.pk)
        if row is not None:
            left_out(world, row)
            assert standing(world) == before
            says(world)
        transaction.set_rollback(True)


def test_a_draft_whose_only_change_is_a_fold_is_sealed(world):
    """The answer to the comment says that its words are in this draft."""
    row = law.add(world.amendment, world.drafter, "replace_number", "2.1", **FARE)
    law.seal(world.amendment, world.drafter)
    folded = proposed(world, "replace_words", "2.1", old="4 working", new="5 working")
    TakeInstruction(folded, actor=Actor.now(world.drafter)).execute()
    EditInstruction(
        row, law.operation("replace_number", "2.1", **FARE), actor=Actor.now(world.drafter)
    ).execute()
    folded.refresh_from_db()
    assert folded.folded_into == row
    assert says(world) == {row.key: "replace_number | 2.1 | 10 | 4 working"}
    draft = law.seal(world.amendment, world.drafter)
    assert draft.number == 2
    (sealed,) = law.text_in(draft).sealed_folds.all()
    assert (sealed.instruction, sealed.folded_into) == (folded, row)
    with pytest.raises(NothingToSeal):
        law.seal(world.amendment, world.drafter)


def test_an_instruction_that_names_another_provision_goes_where_that_stands_in_the_law(world):
    """Worded anew on the same provision it keeps the place that somebody gave it."""
    actor = Actor.now(world.drafter)
    first = law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    second = law.add(world.amendment, world.drafter, "replace_number", "2.1", **FARE)
    EditInstruction(first, law.operation("repeal", "2.2"), actor=actor).execute()
    assert list(says(world)) == [second.key, first.key]
    MoveInstruction(second, first, actor=actor).execute()
    EditInstruction(second, law.operation("replace_number", "2.1", old="10", new="7"), actor=actor).execute()
    assert list(says(world)) == [first.key, second.key]
    EditInstruction(second, law.operation("repeal", "", targets=["1.2.2", "2.1"]), actor=actor).execute()
    assert list(says(world)) == [second.key, first.key]
