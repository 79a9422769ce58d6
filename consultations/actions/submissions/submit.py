"""Sends a submission. The receipt has its reference, the moment and a hash."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from amendments.actions.base import hold
from amendments.audit.actor import Actor
from consultations.actions.answers.come_apart import come_apart
from consultations.actions.base import SubmissionAction
from consultations.actions.sent_event import supersede
from consultations.actions.submissions.lateness import mark_late
from consultations.actions.submissions.signing import go_on_with_the_rest, sign, signed_comments
from consultations.errors.of_states import NotSignedOff
from consultations.models import Comment, Submission
from consultations.record.receipts import receipt_hash
from consultations.rules.phases import Feature
from consultations.values import CommentState, SubmissionState


class Submit(SubmissionAction[Submission]):
    """The focal point sends the signed submission of an institution; a person sends their individual view.

    A second click gives the same receipt. A later submission adds to the earlier one, or replaces it if `supersedes` is
    true. Both are kept. Drafts that the sign-off does not cover go on in a new submission; `leave_out` names those that a
    person leaves out of an individual view.
    """

    action_name = "consultations.submit"
    feature = Feature.SUBMIT

    def __init__(
        self,
        submission: Submission,
        *,
        actor: Actor,
        supersedes: bool = False,
        leave_out: Collection[UUID] = (),
    ) -> None:
        super().__init__(submission, actor=actor)
        self.supersedes = supersedes
        self.leave_out = leave_out

    def done(self) -> Submission | None:
        """The submission with its receipt, if it was sent already."""
        self.instance.refresh_from_db()
        return self.instance if self.instance.is_received else None

    def perform(self) -> Submission:
        """Receive the submission. From now on nobody can change it."""
        hold(self.round)  # whoever closes it at this moment is waited for
        self.require_phase()
        self._sign_individual_view()
        if self.instance.state != SubmissionState.SIGNED_OFF:
            raise NotSignedOff
        comments = signed_comments(self.instance)
        for comment in comments:
            comment.state = CommentState.SUBMITTED
            comment.submitted_at = self.actor.at
            self.save(comment)
        self._relate_to_earlier()
        self._receive(comments)
        self.save_submission()
        go_on_with_the_rest(self)
        return self.instance

    def _sign_individual_view(self) -> None:
        if self.instance.institution_id is None and self.instance.state == SubmissionState.DRAFT:
            sign(self, self.leave_out)
            self.instance.state = SubmissionState.SIGNED_OFF

    def _receive(self, comments: list[Comment]) -> None:
        self.instance.state = SubmissionState.SUBMITTED
        self.instance.received_at = self.actor.at
        mark_late(self, self.instance)
        self.instance.sha256 = receipt_hash(self.instance, comments)

    def _held_earlier(self) -> Submission | None:
        """The earlier submission, locked: a colleague who withdraws it at this moment is waited for."""
        earlier = self.instance.earlier()
        while earlier is not None:
            hold(earlier)
            standing = self.instance.earlier()
            if standing == earlier:
                return standing
            earlier = standing
        return None

    def _relate_to_earlier(self) -> None:
        earlier = self._held_earlier()
        if earlier is None:
            return
        if not self.supersedes:
            self.instance.supplements = earlier
            return
        self.instance.supersedes = earlier
        supersede(earlier, self.instance, self.actor)
        replaced = list(earlier.comments.filter(state=CommentState.SUBMITTED))
        for comment in replaced:
            supersede(comment, self.instance, self.actor)
        keys = [comment.pk for comment in replaced]
        self.touched("consultations.comment", [*keys, *come_apart(keys, self.actor)])
        self.touched("consultations.submission", [earlier.pk])

    def log_data(self) -> dict[str, Any]:
        """The receipt."""
        return {"number": self.instance.reference, "sha256": self.instance.sha256}
