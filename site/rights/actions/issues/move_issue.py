"""Takes a step on an issue by hand: starts the analysis or takes its start back, closes the issue, opens it again."""

from amendments.audit.actor import Actor
from consultations.actions.base import required
from rights.actions.base import IssueAction
from rights.errors import NoStepThere
from rights.errors.of_steps import StepTakenMeanwhile
from rights.models import RightsIssue
from rights.shown_people import refuse_identifiers
from rights.states import BY_HAND, needs_reason, next_states
from rights.values import IssueState


class MoveIssue(IssueAction[RightsIssue]):
    """Somebody of the office takes one of the next steps of the state that they see. Closing and opening again ask for a reason."""

    action_name = "rights.move_issue"

    def __init__(self, issue: RightsIssue, state: IssueState, *, actor: Actor) -> None:
        super().__init__(issue, actor=actor)
        self.state = state

    def done(self) -> RightsIssue | None:
        """The issue, if it is there already. A reason that would not be kept is refused."""
        self.instance.refresh_from_db()
        if self.state not in BY_HAND or self.instance.state != self.state:
            return None
        if self.actor.reason:
            self._refuse_other_words()
        return self.instance

    def _refuse_other_words(self) -> None:
        """Raise `StepTakenMeanwhile` unless the step was taken with the same reason."""
        rows = self.instance.history.filter(state__in=BY_HAND).order_by("history_id")
        elsewhere = rows.exclude(state=self.state).last()
        step = rows.filter(history_id__gt=elsewhere.history_id if elsewhere else 0).first()
        if step.history_change_reason != self.actor.reason:
            raise StepTakenMeanwhile(step.actor_label, step.history_date)

    def perform(self) -> RightsIssue:
        """Write the state."""
        issue = self.instance
        if self.state not in next_states(issue.state, issue.came_from):
            raise NoStepThere
        if needs_reason(issue.state, self.state):
            refuse_identifiers(required(self.actor))
        issue.state = self.state
        return self.save(issue)
