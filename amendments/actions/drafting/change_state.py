"""Takes an amendment to its next state."""

from django.utils.translation import gettext as _

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from amendments.errors import NotAllowed, ReasonNeeded, TransitionNotPossible
from amendments.models import Amendment, StateChange
from amendments.permissions import holds_on, may_draft
from amendments.states import State, Transition, steps_from


def roles_on(user: object, amendment: Amendment) -> set[str]:
    """The roles of the table of transitions that a person has on an amendment."""
    roles = {
        "drafter": may_draft(user, amendment),
        "legal_reviewer": holds_on(user, "amendments.review_amendment", amendment),
        "secretary": holds_on(user, "amendments.move_amendment", amendment),
    }
    return {role for role, is_held in roles.items() if is_held}


def next_states(user: object, amendment: Amendment) -> list[State]:
    """Where the person may take the amendment now."""
    roles = roles_on(user, amendment)
    return [step.end for step in steps_from(amendment.state) if step.roles & roles]


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
        amendment.state = self.instance.state = self.state
        amendment.save(update_fields=["state"])
        self.touched("amendments.amendment", [amendment.pk])
        return StateChange.objects.create(
            amendment=amendment,
            state=self.state,
            at=self.actor.at,
            by=self.actor.user,
            reason=self.actor.reason,
            note=self.note,
        )

    def _step(self, amendment: Amendment) -> Transition | None:
        return next((step for step in steps_from(amendment.state) if step.end == self.state), None)
