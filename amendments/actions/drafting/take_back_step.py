"""Takes back a step that was recorded by mistake."""

from typing import Any

from amendments.actions.base import BaseAction
from amendments.actions.drafting.change_state import enter
from amendments.errors import NothingToTakeBack, ReasonNeeded, StepBuiltOn
from amendments.models import Amendment, StateChange
from amendments.queries.way.steps import last_own_step, roles_on


class TakeBackStep(BaseAction[StateChange]):
    """Whoever took the last step takes it back on the same day, if nothing followed from it. Both stay in the record."""

    action_name = "amendments.take_back_step"
    instance: Amendment

    def user_has_permission(self) -> bool:
        """Whoever took the last step, as long as the person takes steps with the amendment."""
        last = self.instance.state_changes.last()
        return last is not None and last.by_id == self.user.pk and bool(roles_on(self.user, self.instance))

    def perform(self) -> StateChange:
        """Append that the amendment is again where it was."""
        self.check_again()
        if not self.actor.reason.strip():
            raise ReasonNeeded
        last = last_own_step(self.user, self.instance)
        if last is None:
            raise NothingToTakeBack
        if last.followed:
            raise StepBuiltOn(last.followed)
        change = enter(self.instance, last.back_to, self.actor, takes_back=last.change)
        self.touched("amendments.amendment", [self.instance.pk])
        self.touched("amendments.statechange", [change.pk])
        return change

    def log_data(self) -> dict[str, Any]:
        """Where the amendment is again."""
        return {"state": self.instance.state}
