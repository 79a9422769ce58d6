"""Takes an amendment to its next state."""

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from amendments.actions.base import BaseAction
from amendments.actions.checking.check_action import answer
from amendments.actions.publication.text_days import (
    refuse_entry_days,
    refuse_missing_days,
    write_entry_days,
)
from amendments.audit.actor import Actor
from amendments.errors import (
    DayAhead,
    DayTooEarly,
    DetailsNeeded,
    NotAllowed,
    NumberOfAmendedAct,
    ReasonNeeded,
    StepStopped,
    TransitionNotPossible,
)
from amendments.errors.of_checks import ReviewerNeeded
from amendments.models import Amendment, LegalCheck, StateChange
from amendments.permissions import may_draft
from amendments.queries.way.adoption import refusal_of_number
from amendments.queries.way.steps import ENDS, Way, roles_on
from amendments.states import NEEDED, NO_DETAILS, Asked, State, StepDetails, Transition, steps_from


def enter(
    amendment: Amendment,
    state: State,
    actor: Actor,
    *,
    note: str = "",
    details: StepDetails = NO_DETAILS,
    takes_back: StateChange | None = None,
) -> StateChange:
    """Write that the amendment is in a state now; call it inside the transaction of an action."""
    Amendment.objects.filter(pk=amendment.pk).update(state=state)
    amendment.state = state
    return StateChange.objects.create(
        amendment=amendment,
        state=state,
        at=actor.at,
        by=actor.user,
        reason=actor.reason,
        note=note,
        day=details.day,
        number=details.number,
        source=details.source,
        in_force=details.in_force,
        takes_back=takes_back,
    )


class ChangeState(BaseAction[StateChange]):
    """Takes a step of the table in `amendments/states.py`.

    The person needs one of its roles, a reason if the step asks for one, and what is recorded with it. What stands in
    its way stops it.
    """

    action_name = "amendments.change_state"
    instance: Amendment

    def __init__(
        self,
        amendment: Amendment,
        state: State,
        *,
        actor: Actor,
        note: str = "",
        details: StepDetails = NO_DETAILS,
    ) -> None:
        super().__init__(amendment, actor=actor)
        self.state = state
        self.note = note
        self.details = details

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
        if self.state == State.LEGAL_CHECK and may_draft(self.user, amendment):
            raise ReviewerNeeded
        if not step.roles & roles_on(self.user, amendment):
            raise NotAllowed(_("Your role does not include this step."))
        way = Way(amendment)
        self._refuse_stopped(way)
        self._refuse_incomplete(step, way)
        self._call_back(way)
        change = enter(self.instance, self.state, self.actor, note=self.note, details=self.details)
        if dated := write_entry_days(way, self.details, self.actor):
            self.touched("amendments.version", dated)
        self.touched("amendments.amendment", [amendment.pk])
        self.touched("amendments.statechange", [change.pk])
        return change

    def _refuse_stopped(self, way: Way) -> None:
        if obstacle := way.obstacle(self.state, self.details):
            raise StepStopped(obstacle)

    def _refuse_incomplete(self, step: Transition, way: Way) -> None:
        if step.asks_reason(way.entered) and not self.actor.reason.strip():
            raise ReasonNeeded
        if NEEDED.get(self.state, frozenset()) - self.details.given:
            raise DetailsNeeded
        if self.state == State.SIGNED and (
            refusal := refusal_of_number(way.instruments, self.details.number)
        ):
            raise NumberOfAmendedAct(refusal)
        if self.state == State.IN_FORCE:
            refuse_missing_days(way, self.details)
        if self.details.day is not None and self.details.day > localdate(self.actor.at):
            raise DayAhead
        day = self.details.day
        if day is not None and way.earliest_day is not None and day < way.earliest_day:
            raise DayTooEarly(way.earliest_day, Asked.DAY)
        refuse_entry_days(way, self.details, day if self.state == State.SIGNED else None)

    def _call_back(self, way: Way) -> None:
        """Where the way of the amendment ends, nobody checks its text any more."""
        if way.check is not None and self.state in ENDS:
            answer(way.check, LegalCheck.Result.CALLED_BACK, self.actor)
            self.touched("amendments.legalcheck", [way.check.pk])

    def _step(self, amendment: Amendment) -> Transition | None:
        return next((step for step in steps_from(amendment.state) if step.end == self.state), None)
