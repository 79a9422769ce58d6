"""Takes an amendment to its next state."""

from django.utils.translation import gettext as _

from amendments.actions.base import BaseAction
from amendments.actions.checking.check_action import answer
from amendments.audit.actor import Actor
from amendments.errors import NotAllowed, ReasonNeeded, ReviewerNeeded, TransitionNotPossible, UnderCheck
from amendments.models import Amendment, LegalCheck, StateChange
from amendments.permissions import holds_on, may_draft
from amendments.queries.checking import open_check
from amendments.states import State, Transition, steps_from


def roles_on(user: object, amendment: Amendment) -> set[str]:
    """The roles of the table of transitions that a person has on an amendment. The reviewer answers a check instead."""
    roles = {
        "drafter": may_draft(user, amendment),
        "secretary": holds_on(user, "amendments.move_amendment", amendment),
    }
    return {role for role, is_held in roles.items() if is_held}


def next_states(user: object, amendment: Amendment) -> list[State]:
    """Where the person may take the amendment now; the steps of the legal check have their own actions."""
    roles = roles_on(user, amendment)
    return [
        step.end
        for step in steps_from(amendment.state)
        if step.roles & roles and step.end != State.LEGAL_CHECK
    ]


def enter(amendment: Amendment, state: State, actor: Actor, *, note: str = "") -> StateChange:
    """Write that the amendment is in a state now; call it inside the transaction of an action."""
    Amendment.objects.filter(pk=amendment.pk).update(state=state)
    amendment.state = state
    return StateChange.objects.create(
        amendment=amendment, state=state, at=actor.at, by=actor.user, reason=actor.reason, note=note
    )


class ChangeState(BaseAction[StateChange]):
    """Takes a step of the table in `amendments/states.py`. The person needs one of its roles, and a reason if the step asks for one."""

    action_name = "amendments.change_state"
    instance: Amendment

    def __init__(self, amendment: Amendment, state: State, *, actor: Actor, note: str = "") -> None:
        super().__init__(amendment, actor=actor)
        self.state = state
        self.note = note

    def user_has_permission(self) -> bool:
        """Whether the person has one of the roles of the step. An impossible step is refused later, with its own reason."""
        step = self._step(self.instance)
        roles = roles_on(self.user, self.instance)
        return bool(step.roles & roles) if step else bool(roles)

    def perform(self) -> StateChange:
        """Append the step and show the new state."""
        amendment = Amendment.objects.get(pk=self.instance.pk)
        step = self._step(amendment)
        if step is None:
            raise TransitionNotPossible
        if not step.roles & roles_on(self.user, amendment):
            raise NotAllowed(_("Your role does not include this step."))
        entered = set(amendment.state_changes.values_list("state", flat=True))
        if step.asks_reason(entered) and not self.actor.reason.strip():
            raise ReasonNeeded
        if self.state == State.LEGAL_CHECK:
            raise ReviewerNeeded
        self._mind_the_check(amendment)
        change = enter(self.instance, self.state, self.actor, note=self.note)
        self.touched("amendments.amendment", [amendment.pk])
        self.touched("amendments.statechange", [change.pk])
        return change

    def _mind_the_check(self, amendment: Amendment) -> None:
        """An amendment stays in the legal check until the answer; where its way ends, the check is called back."""
        check = open_check(amendment)
        if check is None:
            return
        if self.state in (State.WITHDRAWN, State.REJECTED):
            answer(check, LegalCheck.Result.CALLED_BACK, self.actor)
            self.touched("amendments.legalcheck", [check.pk])
        elif amendment.state == State.LEGAL_CHECK:
            raise UnderCheck(check.reviewer_label, check.due)

    def _step(self, amendment: Amendment) -> Transition | None:
        return next((step for step in steps_from(amendment.state) if step.end == self.state), None)
