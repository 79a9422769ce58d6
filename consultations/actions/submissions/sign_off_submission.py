"""Signs a submission off as the official position of its institution."""

from consultations.actions.base import SubmissionAction
from consultations.errors import StepNotPossible
from consultations.models import Submission
from consultations.queries.completeness import complete_comments
from consultations.rules.phases import Feature
from consultations.values import SubmissionState


class SignOffSubmission(SubmissionAction[Submission]):
    """The focal point signs the submission off as the official position of the institution."""

    action_name = "consultations.sign_off_submission"
    feature = Feature.SIGN_OFF

    def perform(self) -> Submission:
        """Sign off a complete submission. A second call changes nothing."""
        self.instance.refresh_from_db()
        if self.instance.state == SubmissionState.SIGNED_OFF:
            return self.instance
        self.require_phase()
        if self.instance.state not in (SubmissionState.DRAFT, SubmissionState.IN_REVIEW):
            raise StepNotPossible
        complete_comments(self.instance)
        self.instance.state = SubmissionState.SIGNED_OFF
        self.instance.signed_off_by = self.actor.user
        self.instance.signed_off_at = self.actor.at
        self.instance.return_reason = ""
        return self.save_submission()
