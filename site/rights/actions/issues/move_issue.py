"""Takes a step on an issue by hand: starts the analysis or takes its start back, closes the issue, opens it again."""

from amendments.audit.actor import Actor
from consultations.actions.base import required
from rights.actions.base import IssueAction
from rights.errors import NoStepThere
from rights.models import RightsIssue
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
        """The issue, if it is there already."""
        self.instance.refresh_from_db()
        return self.instance if self.instance.state == self.state else None

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
