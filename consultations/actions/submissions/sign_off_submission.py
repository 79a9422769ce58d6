"""Signs a submission off as the official position of its institution."""

from collections.abc import Collection
from uuid import UUID

from amendments.audit.actor import Actor
from consultations.actions.base import SubmissionAction, refuse_received
from consultations.actions.submissions.signing import sign
from consultations.models import Submission
from consultations.rules.phases import Feature
from consultations.values import SubmissionState


class SignOffSubmission(SubmissionAction[Submission]):
    """The focal point signs the submission off as the official position of the institution.

    The sign-off covers the complete comments, without those that `leave_out` names.
    """

    action_name = "consultations.sign_off_submission"
    feature = Feature.SIGN_OFF

    def __init__(self, submission: Submission, *, actor: Actor, leave_out: Collection[UUID] = ()) -> None:
        super().__init__(submission, actor=actor)
        self.leave_out = leave_out

    def done(self) -> Submission | None:
        """The submission, if it is signed off already."""
        return self.standing(SubmissionState.SIGNED_OFF)

    def perform(self) -> Submission:
        """Sign off what is complete."""
        self.require_phase()
        refuse_received(self.instance)
        sign(self, self.leave_out)
        self.instance.state = SubmissionState.SIGNED_OFF
        self.instance.return_reason = ""
        return self.save_submission()
