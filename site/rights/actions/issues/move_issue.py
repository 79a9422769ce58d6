"""Takes a step on an issue by hand: starts the analysis or takes its start back, closes the issue, opens it again."""

from amendments.audit.actor import Actor
from consultations.actions.base import required
from rights.actions.base import IssueAction
from rights.errors import NoStepThere
from rights.errors.of_steps import StepTakenMeanwhile
from rights.models import RightsIssue
from rights.queries.closing_steps import closing_steps
from rights.queries.shown_states import other_states, state_for
from rights.shown_people import refuse_identifiers
from rights.states import needs_reason, next_states
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
        if self.instance.state != self.state:
            return None
        if self.actor.reason and not self._is_second_click():
            raise StepTakenMeanwhile
        return self.instance

    def _is_second_click(self) -> bool:
        newest = next((step for step in closing_steps(self.instance) if step.is_newest), None)
        return newest is not None and (newest.by, newest.reason) == (str(self.user), self.actor.reason)

    def perform(self) -> RightsIssue:
        """Write the state."""
        issue = self.instance
        state = state_for(issue, other_states(self.user, [issue]))
        if self.state not in next_states(state, issue.came_from):
            raise NoStepThere
        if needs_reason(state, self.state):
            refuse_identifiers(required(self.actor))
        issue.state = self.state
        return self.save(issue)
