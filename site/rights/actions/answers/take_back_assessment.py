"""Takes the newest answer on an issue back."""

from amendments.actions.base import hold
from amendments.audit.actor import Actor
from amendments.models import Version
from rights.actions.base import IssueAction
from rights.actions.following.follow_issue import follow_again
from rights.errors import NewerAnswer, StateMovedOn
from rights.models import Assessment, RightsIssue
from rights.models.unanswered import failed
from rights.queries.shown_states import other_states, state_for
from rights.queries.states_of_issues import states_of


class TakeBackAssessment(IssueAction[Assessment]):
    """Somebody of the office undoes the newest answer that counts; the issue goes back to where it was. The row stays.

    Answers on texts that the person may not read are those of others: they neither hinder it nor are taken back.
    An issue that was moved on since, say closed with a reason or by the end of the amendment, stays where it is, and the
    answer too.
    """

    action_name = "rights.take_back_assessment"

    def __init__(self, assessment: Assessment, *, actor: Actor) -> None:
        super().__init__(assessment.issue, actor=actor)
        self.assessment = assessment

    def user_has_permission(self) -> bool:
        """Whether the person writes for the office and reads the text."""
        readable = Version.objects.visible_to(self.user)
        return super().user_has_permission() and readable.contains(self.assessment.version)

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
        if issue.assessments.moving().visible_to(self.user).last() != row:
            raise NewerAnswer
        if state_for(issue, other_states(self.user, [issue])) != row.state_after:
            raise StateMovedOn
        row.taken_back_at, row.taken_back_by = self.actor.at, self.user
        row.save()
        follow_again(issue, row.version)
        issue.state = states_of([issue])[issue.pk]
        self.save(issue)
        return row
