"""Editing, moving and sealing a list in which changes are folded."""

import pytest
from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings, strategies as st

from amendments.actions.drafting.add_instruction import AddInstruction
from amendments.actions.drafting.edit_instruction import EditInstruction
from amendments.actions.drafting.move_instruction import MoveInstruction
from amendments.actions.drafting.take_instruction import TakeInstruction
from amendments.audit.actor import Actor
from amendments.errors import (
    EditConflict,
    NotAllowed,
    NothingToSeal,
    RefusedInstruction,
)
from amendments.instructions.operations import from_json
from amendments.models import AmendedAct, Instruction
from amendments.provisions.tree import Kind
from amendments.queries.drafting.drafts import working_draft
from tests.amendments.actions.drafting.folded_lists import (
    FARE,
    Status,
    left_out,
    proposed,
    says,
    taken,
    text_of,
)
from tests.amendments.instructions.folding.acts import operations_on
from tests.factories import law


def test_what_is_folded_is_changed_in_its_holder(world, fare):
    row = taken(world, proposed(world, "replace_number", "2.1", old="4", new="7"))
    with pytest.raises(EditConflict, match="a02"):
        EditInstruction(
            row, law.operation("repeal", "2.1"), actor=Actor.now(world.drafter), seen_revision=row.revision
        ).execute()


@pytest.mark.whole
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


@pytest.mark.whole
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


@pytest.mark.whole
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


@pytest.mark.whole
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
