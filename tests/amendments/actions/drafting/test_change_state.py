"""An amendment goes through the table of states, step by step, by those whose step it is."""

import pytest

from amendments.actions.drafting.change_state import ChangeState, next_states
from amendments.audit.actor import Actor
from amendments.errors import NotAllowed, ReasonNeeded, ReviewerNeeded, TransitionNotPossible
from amendments.models import Amendment
from amendments.states import State


def go(world, who, state, reason=""):
    actor = Actor.now(getattr(world, who), reason=reason)
    return ChangeState(world.amendment, state, actor=actor).execute()


def state_of(world):
    return Amendment.objects.get(pk=world.amendment.pk).state


def test_a_step_is_kept_with_who_took_it_and_why(world):
    change = go(world, "drafter", State.WITHDRAWN, "Not needed.")
    assert (change.state, change.by, change.reason) == (State.WITHDRAWN, world.drafter, "Not needed.")
    assert state_of(world) == State.WITHDRAWN


def test_the_legal_check_begins_when_a_reviewer_is_named(world):
    with pytest.raises(ReviewerNeeded):
        go(world, "drafter", State.LEGAL_CHECK)
    assert State.LEGAL_CHECK not in next_states(world.drafter, world.amendment)


def test_a_step_that_leaves_one_out_needs_a_reason(world):
    with pytest.raises(ReasonNeeded):
        go(world, "secretary", State.INTERAGENCY)
    assert state_of(world) == State.DRAFTING
    assert go(world, "secretary", State.INTERAGENCY, "No check is needed.").state == State.INTERAGENCY


def test_a_step_belongs_to_its_roles(world):
    for who, state in (
        ("other", State.LEGAL_CHECK),
        ("chair", State.LEGAL_CHECK),
        ("secretary", State.LEGAL_CHECK),
    ):
        with pytest.raises(NotAllowed):
            go(world, who, state)
    assert next_states(world.other, world.amendment) == []


def test_a_step_that_the_table_does_not_have_is_not_possible(world):
    with pytest.raises(TransitionNotPossible):
        go(world, "drafter", State.PUBLISHED)


def test_a_step_belongs_to_the_roles_of_the_state_in_which_the_amendment_is_by_now(world):
    rows = Amendment.objects.filter(pk=world.amendment.pk)
    rows.update(state=State.INTERAGENCY)
    late = ChangeState(rows.get(), State.DRAFTING, actor=Actor.now(world.drafter, reason="Not agreed."))
    late.lock = lambda: rows.update(state=State.LEGAL_CHECK)
    with pytest.raises(NotAllowed):
        late.execute()
