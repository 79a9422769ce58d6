"""Withdraws a whole submission. Its reference, date and reason stay visible."""

from consultations.actions.answers.come_apart import come_apart
from consultations.actions.base import SubmissionAction, refuse_unless_sent, required
from consultations.actions.sent_event import withdraw
from consultations.models import Submission
from consultations.rules.phases import Feature
from consultations.values import CommentState, SubmissionState


class WithdrawSubmission(SubmissionAction[Submission]):
    """The sender withdraws a whole submission with a reason."""

    action_name = "consultations.withdraw_submission"
    feature = Feature.WITHDRAW

    def done(self) -> Submission | None:
        """The submission, if it is withdrawn already."""
        return self.standing(SubmissionState.WITHDRAWN)

    def perform(self) -> Submission:
        """Withdraw the submission and all of its comments."""
        self.require_phase()
        refuse_unless_sent(self.instance)
        required(self.actor)
        withdrawn = []
        for comment in self.instance.comments.filter(state=CommentState.SUBMITTED):
            withdrawn.append(comment.pk)
            withdraw(comment, self.actor)
        self.touched("consultations.comment", come_apart(withdrawn, self.actor))
        withdraw(self.instance, self.actor)
        self.announce()
        return self.instance
