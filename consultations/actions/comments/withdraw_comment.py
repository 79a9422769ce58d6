"""Withdraws a comment: number, date and reason stay as a tombstone."""

from consultations.actions.base import CommentAction, required
from consultations.errors import StepNotPossible
from consultations.models import Comment, Institution
from consultations.permissions import is_own
from consultations.rules.phases import Feature
from consultations.values import CommentState


class WithdrawComment(CommentAction[Comment]):
    """The sender withdraws one comment, with the actor's reason."""

    action_name = "consultations.withdraw_comment"
    feature = Feature.WITHDRAW

    @property
    def institution(self) -> Institution | None:
        """The body that sent it."""
        return self.instance.submission.institution

    def user_has_permission(self) -> bool:
        """Senders of the own body; a person the own view."""
        own = is_own(self.user, self.instance.submission, self.actor.at)
        return own and super().user_has_permission()

    def perform(self) -> Comment:
        """Withdrawing twice is withdrawing once."""
        self.instance.refresh_from_db()
        if self.instance.state == CommentState.WITHDRAWN:
            return self.instance
        self.require_phase()
        if self.instance.state != CommentState.SUBMITTED:
            raise StepNotPossible
        self.instance.withdrawal_reason = required(self.actor)
        self.instance.state = CommentState.WITHDRAWN
        self.instance.withdrawn_at = self.actor.at
        self.save(self.instance)
        self.touched("consultations.comment", [self.instance.pk])
        return self.instance
