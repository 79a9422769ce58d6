"""Withdraws a comment. Its reference, date and reason stay visible."""

from consultations.access.permissions import is_own
from consultations.actions.answers.come_apart import come_apart
from consultations.actions.base import CommentAction, refuse_unless_sent, required
from consultations.actions.sent_event import withdraw
from consultations.models import Comment, Institution
from consultations.rules.phases import Feature
from consultations.values import CommentState


class WithdrawComment(CommentAction[Comment]):
    """The sender withdraws one comment with a reason."""

    action_name = "consultations.withdraw_comment"
    feature = Feature.WITHDRAW

    @property
    def institution(self) -> Institution | None:
        """The institution that sent it."""
        return self.instance.submission.institution

    def user_has_permission(self) -> bool:
        """Whether the person sends for the institution, or owns the individual view."""
        own = is_own(self.user, self.instance.submission, self.actor.at)
        return own and super().user_has_permission()

    def done(self) -> Comment | None:
        """The comment, if it is withdrawn already."""
        self.instance.refresh_from_db()
        return self.instance if self.instance.state == CommentState.WITHDRAWN else None

    def perform(self) -> Comment:
        """Withdraw the comment."""
        self.require_phase()
        refuse_unless_sent(self.instance)
        required(self.actor)
        withdraw(self.instance, self.actor)
        apart = come_apart([self.instance.pk], self.actor)
        self.touched("consultations.comment", [self.instance.pk, *apart])
        return self.instance
