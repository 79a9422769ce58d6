"""Returns a submission to its authors."""

from consultations.actions.base import SubmissionAction, refuse_received, required
from consultations.errors.of_states import WithItsAuthors
from consultations.models import Submission
from consultations.rules.phases import Feature
from consultations.values import SubmissionState


class ReturnSubmission(SubmissionAction[Submission]):
    """The focal point returns the submission to its authors with a reason."""

    action_name = "consultations.return_submission"
    feature = Feature.SIGN_OFF

    def done(self) -> Submission | None:
        """The submission, if it was returned with the same reason and nobody sent it on since."""
        returned = self.standing(SubmissionState.DRAFT)
        is_same = returned is not None and returned.return_reason == self.actor.reason.strip() != ""
        return returned if is_same else None

    def perform(self) -> Submission:
        self.require_phase()
        refuse_received(self.instance)
        if self.instance.state == SubmissionState.DRAFT:
            raise WithItsAuthors
        self.instance.return_reason = required(self.actor).strip()
        self.instance.state = SubmissionState.DRAFT
        self.instance.signed_off_by = self.instance.signed_off_at = None
        return self.save_submission()
