"""Two instructions change places, whatever else in the list cannot be carried out."""

import pytest
from django.db import transaction

from amendments.actions.drafting.move_instruction import MoveInstruction
from amendments.actions.drafting.rebase_amendment import RebaseAmendment
from amendments.audit.actor import Actor
from amendments.errors import NotAllowed, RefusedInstruction
from amendments.models import Instruction
from amendments.queries.drafting.drafts import working_draft
from tests.factories import law


@pytest.fixture(scope="module")
def standing_world(standing_world, add):
    """With an amendment of four instructions; another law has changed the text of a03 since."""
    standing_world.listed = add(lambda: _listed(standing_world))
    return standing_world


def _listed(world):
    amendment = law.make_amendment(world.section, world.base, world.drafter, "Listed")
    rows = [
        law.add(amendment, world.drafter, "repeal", "1.2.1"),
        law.add(amendment, world.drafter, "repeal", "1.2.2"),
        law.add(amendment, world.drafter, "replace_number", "2.1", old="10", new="12"),
        law.add(amendment, world.drafter, "add_sentence", "2.2", new="So do dogs."),
    ]
    rival = law.make_amendment(world.section, world.base, world.drafter, "Rival")
    law.add(rival, world.drafter, "replace_number", "2.1", old="10", new="20")
    newer = law.adopt(law.seal(rival, world.drafter), world.drafter)
    RebaseAmendment(law.act_of(amendment), newer, actor=Actor.now(world.drafter)).execute()
    assert [step.is_stale for step in working_draft(law.act_of(amendment)).steps] == [
        False, False, True, False,
    ]  # fmt: skip
    return rows


@pytest.fixture
def listed(world):
    return world.listed


def move(world, upper, lower):
    MoveInstruction(upper, lower, actor=Actor.now(world.drafter)).execute()
    return keys(upper)


def keys(row):
    """The list in which the instruction stands."""
    return [each.key for each in row.amendment.instructions.all()]


@pytest.mark.whole
def test_a_stale_instruction_stops_no_move_of_others(world, listed):
    assert move(world, listed[0], listed[1]) == ["a02", "a01", "a03", "a04"]


@pytest.mark.parametrize("upper", [1, 2])
def test_a_move_over_a_stale_instruction_is_refused_and_names_it(world, listed, upper):
    with (
        pytest.raises(RefusedInstruction, match="on which instruction a03 was written has changed"),
        transaction.atomic(),
    ):
        move(world, listed[upper], listed[upper + 1])
    assert keys(listed[0]) == ["a01", "a02", "a03", "a04"]


def test_a_move_after_which_an_instruction_cannot_be_carried_out_names_it_and_says_why(world):
    first = law.add(world.amendment, world.drafter, "insert_element", "2.3", new="Dogs pay half.")
    second = law.add(world.amendment, world.drafter, "insert_element", "2.4", after="2.3", new="Cats pay.")
    with (
        pytest.raises(RefusedInstruction, match=f"instruction {second.key} cannot be carried out.*2.3"),
        transaction.atomic(),
    ):
        move(world, first, second)


def test_a_move_lets_an_instruction_be_carried_out_that_stood_too_early(world):
    first = law.add(world.amendment, world.drafter, "insert_element", "2.3", new="Dogs pay half.")
    second = law.add(world.amendment, world.drafter, "insert_element", "2.4", after="2.3", new="Cats pay.")
    for row, order in ((first, 2), (second, 1)):
        Instruction.objects.filter(pk=row.pk).update(order=order)
    act = law.act_of(world.amendment)
    act.revision += 1
    act.save()
    assert [step.instruction.key for step in working_draft(act).problems] == [second.key]
    assert move(world, second, first) == [first.key, second.key]
    assert not working_draft(law.act_of(world.amendment)).problems


def test_only_drafters_move(world, listed):
    with pytest.raises(NotAllowed):
        MoveInstruction(listed[0], listed[1], actor=Actor.now(world.other)).execute()
