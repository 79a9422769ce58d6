"""Role × state × step: who may move an amendment where. The table is written out here and not taken from the code."""

from collections.abc import Mapping

import pytest

from amendments.actions.drafting.change_state import ChangeState
from amendments.audit.actor import Actor
from amendments.errors import AmendmentsError, NoActor, NotAllowed, TransitionNotPossible
from amendments.errors.of_checks import ReviewerNeeded
from amendments.models import Amendment
from amendments.queries.way.steps import offered_steps
from amendments.states import State
from tests.permissions.roles import OUTERMOST, OWN, ROLES, SECRETARY, Roles
from tests.permissions.world import World

BOTH = OWN | SECRETARY
ENDING = {State.WITHDRAWN: OWN}
READING = {State.RETURNED: BOTH, State.REJECTED: BOTH, **ENDING}

MOVES: Mapping[State, Mapping[State, Roles]] = {
    State.CONCEPT: {State.DRAFTING: OWN, **ENDING},
    State.DRAFTING: {State.INTERAGENCY: SECRETARY, State.CONSULTATION: SECRETARY, **ENDING},
    State.LEGAL_CHECK: {State.INTERAGENCY: SECRETARY, State.CONSULTATION: SECRETARY, **ENDING},
    State.INTERAGENCY: {
        State.DRAFTING: OWN,
        State.CONSULTATION: SECRETARY,
        State.LEGAL_EXPERTISE: OWN,
        State.RETURNED: BOTH,
        **ENDING,
    },
    State.CONSULTATION: {State.CONSOLIDATION: SECRETARY, **ENDING},
    State.CONSOLIDATION: {
        State.CONSULTATION: SECRETARY,
        State.COMMITTEE_REVIEW: SECRETARY,
        State.REVISED: OWN,
        **ENDING,
    },
    State.COMMITTEE_REVIEW: {
        State.CONSOLIDATION: SECRETARY,
        State.REVISED: OWN,
        State.LEGAL_EXPERTISE: OWN,
        **ENDING,
    },
    State.REVISED: {
        State.CONSULTATION: SECRETARY,
        State.COMMITTEE_REVIEW: SECRETARY,
        State.LEGAL_EXPERTISE: OWN,
        **ENDING,
    },
    State.LEGAL_EXPERTISE: {
        State.LINGUISTIC_EXPERTISE: OWN,
        State.SUBMITTED: OWN,
        State.RETURNED: BOTH,
        **ENDING,
    },
    State.LINGUISTIC_EXPERTISE: {State.SUBMITTED: OWN, State.RETURNED: BOTH, **ENDING},
    State.SUBMITTED: {
        State.FIRST_READING: BOTH,
        State.SECOND_READING: BOTH,
        State.THIRD_READING: BOTH,
        State.SIGNED: BOTH,
        **READING,
    },
    State.FIRST_READING: {State.SECOND_READING: BOTH, State.THIRD_READING: BOTH, **READING},
    State.SECOND_READING: {State.THIRD_READING: BOTH, **READING},
    State.THIRD_READING: {State.SIGNED: BOTH, **READING},
    State.SIGNED: {State.REGISTERED: BOTH, State.PUBLISHED: BOTH},
    State.REGISTERED: {State.PUBLISHED: BOTH},
    State.PUBLISHED: {State.IN_FORCE: OWN},
    State.IN_FORCE: {},
    State.RETURNED: {State.DRAFTING: OWN, State.REVISED: OWN, **ENDING},
    State.WITHDRAWN: {},
    State.REJECTED: {},
}


def refusal(amendment: Amendment, end: State, person: object) -> type[Exception] | None:
    """Why the step is refused to a person, None where it is taken or only asks for more."""
    try:
        action = ChangeState(amendment, end, actor=Actor.now(person))
        action.check()
        action.perform()
    except (NoActor, NotAllowed, TransitionNotPossible, ReviewerNeeded) as refused:
        return type(refused)
    except AmendmentsError:
        return None
    return None


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param(("other_drafter", *OUTERMOST), id="telling"),
        pytest.param(ROLES, id="all", marks=pytest.mark.whole),
    ],
)
@pytest.mark.parametrize("start", State)
def test_each_step_is_offered_to_its_roles_and_taken_by_them_alone(world: World, start: State, asked):
    amendment = world.amendments["own"]
    Amendment.objects.filter(pk=amendment.pk).update(state=start)
    amendment.refresh_from_db()
    for role in asked:
        expected = {end for end, roles in MOVES[start].items() if role in roles}
        person = world.people[role]
        assert {step.state for step in offered_steps(person, amendment)} == expected, role
        # Whoever moves nothing is refused there by the same check
        moves = State if role in BOTH else MOVES[start]
        for end in moves:
            may = refusal(amendment, end, person) is None
            Amendment.objects.filter(pk=amendment.pk).update(state=start)
            amendment.state = start
            assert may is (end in expected), (role, end)


def test_every_state_but_the_last_ones_is_left_by_somebody():
    assert {state for state in State if not MOVES[state]} == {
        State.IN_FORCE,
        State.WITHDRAWN,
        State.REJECTED,
    }
