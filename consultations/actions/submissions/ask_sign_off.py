"""Hands a submission to the focal point of its institution."""

from consultations.actions.base import SubmissionAction, refuse_received
from consultations.errors.of_states import NeedsNoSignOff, SignedOffAlready
from consultations.models import Submission
from consultations.queries.submissions.completeness import ready_comments
from consultations.rules.phases import Feature
from consultations.values import SubmissionState


class AskSignOff(SubmissionAction[Submission]):
    """An author hands the submission to the focal point."""

    action_name = "consultations.ask_sign_off"
    feature = Feature.WRITE

    def done(self) -> Submission | None:
        """The submission, if somebody asked already."""
        return self.standing(SubmissionState.IN_REVIEW)

    def perform(self) -> Submission:
        """Ask for the sign-off."""
        self.require_phase()
        if self.instance.institution_id is None:
            raise NeedsNoSignOff
        refuse_received(self.instance)
        if self.instance.state == SubmissionState.SIGNED_OFF:
            raise SignedOffAlready
        ready_comments(self.instance)
        self.instance.state = SubmissionState.IN_REVIEW
        self.instance.return_reason = ""
        return self.save_submission()
