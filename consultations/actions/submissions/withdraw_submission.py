"""Withdraws a whole submission. Its reference, date and reason stay visible."""

from consultations.actions.answers.come_apart import come_apart
from consultations.actions.base import SubmissionAction, refuse_unless_sent, required
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
        reason = required(self.actor)
        withdrawn = []
        for comment in self.instance.comments.filter(state=CommentState.SUBMITTED):
            withdrawn.append(comment.pk)
            comment.state = CommentState.WITHDRAWN
            comment.withdrawn_at = self.actor.at
            comment.withdrawal_reason = reason
            self.save(comment)
        self.touched("consultations.comment", come_apart(withdrawn, self.actor))
        self.instance.state = SubmissionState.WITHDRAWN
        self.instance.withdrawn_at = self.actor.at
        self.instance.withdrawal_reason = reason
        return self.save_submission()
