"""Records that an institution has no comments, which is an answer too."""

from amendments.audit.actor import Actor
from consultations.actions.base import RoundAction
from consultations.actions.comments.content import working_submission
from consultations.actions.submissions.lateness import mark_late
from consultations.errors import AlreadyAnswered
from consultations.models import Comment, Institution, Round, Submission
from consultations.record.receipts import receipt_hash
from consultations.rules.phases import Feature
from consultations.values import CommentState, SubmissionState


class NilReturn(RoundAction[Submission]):
    """The focal point sends a nil return. A second click gives the same receipt. Drafts that say nothing are discarded."""

    action_name = "consultations.nil_return"
    feature = Feature.NIL_RETURN

    def __init__(self, round_: Round, institution: Institution, *, actor: Actor, reference: str = "") -> None:
        super().__init__(round_, actor=actor)
        self._institution = institution
        self.reference = reference

    @property
    def institution(self) -> Institution | None:
        return self._institution

    def done(self) -> Submission | None:
        """The nil return that was received already."""
        return Submission.objects.filter(
            round=self.round, institution=self._institution, nil=True, state=SubmissionState.SUBMITTED
        ).first()

    def perform(self) -> Submission:
        """Receive the nil return. Raises `AlreadyAnswered` if the institution has comments in the round."""
        self.require_phase()
        self._refuse_beside_comments()
        submission = working_submission(self.round, self._institution, self.actor, reference=self.reference)
        submission.nil = True
        submission.state = SubmissionState.SUBMITTED
        submission.signed_off_by = self.actor.user
        submission.signed_off_at = submission.received_at = self.actor.at
        mark_late(self, submission)
        submission.sha256 = receipt_hash(submission, [])
        self.save(submission)
        for empty in submission.comments.filter(state=CommentState.DRAFT):
            empty.state = CommentState.DISCARDED
            self.save(empty)
        self.touched("consultations.submission", [submission.pk])
        return submission

    def _refuse_beside_comments(self) -> None:
        standing = Comment.objects.filter(
            submission__round=self.round,
            submission__institution=self._institution,
            state__in=[CommentState.DRAFT, CommentState.SUBMITTED],
        ).exclude(
            state=CommentState.DRAFT, stance="", rationale="", proposed_text="", attachments__isnull=True
        )
        if standing.exists():
            raise AlreadyAnswered
