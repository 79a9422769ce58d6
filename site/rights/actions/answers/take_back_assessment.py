"""Takes the newest answer on an issue back."""

from amendments.actions.base import hold
from amendments.audit.actor import Actor
from rights.actions.base import IssueAction
from rights.actions.following.follow_issue import follow_again
from rights.errors import NewerAnswer, StateMovedOn
from rights.models import Assessment, RightsIssue
from rights.models.unanswered import failed
from rights.queries.states_of_issues import states_of


class TakeBackAssessment(IssueAction[Assessment]):
    """Somebody of the office undoes the newest answer that counts; the issue goes back to where it was. The row stays.

    An issue that was moved on since, say closed with a reason or by the end of the amendment, stays where it is, and the
    answer too.
    """

    action_name = "rights.take_back_assessment"

    def __init__(self, assessment: Assessment, *, actor: Actor) -> None:
        super().__init__(assessment.issue, actor=actor)
        self.assessment = assessment

    def lock(self) -> None:
        """Hold the act as well, whose texts are followed by this step or by that which seals them."""
        hold(self.instance.instrument)
        super().lock()

    def done(self) -> Assessment | None:
        """The answer, if it was taken back already."""
        self.assessment.refresh_from_db()
        return self.assessment if self.assessment.taken_back_at is not None else None

    def perform(self) -> Assessment:
        """Mark the answer."""
        issue: RightsIssue = self.instance
        issue.refresh_from_db()
        row = self.assessment
        if failed(row.version):
            raise StateMovedOn
        if issue.assessments.moving().last() != row:
            raise NewerAnswer
        if issue.state != row.state_after:
            raise StateMovedOn
        row.taken_back_at, row.taken_back_by = self.actor.at, self.user
        row.save()
        follow_again(issue, row.version)
        issue.state = states_of([issue])[issue.pk]
        self.save(issue)
        return row
