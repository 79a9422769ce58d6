"""Discards the draft of a comment. Its reference and history are kept, its files are erased."""

from consultations.access.permissions import is_own
from consultations.actions.base import CommentAction
from consultations.errors import CommentNotEditable
from consultations.models import Comment, Institution
from consultations.rules.phases import Feature
from consultations.values import CommentState, SubmissionState


class DiscardComment(CommentAction[Comment]):
    """An author of the institution discards a draft."""

    action_name = "consultations.discard_comment"
    feature = Feature.WRITE

    @property
    def institution(self) -> Institution | None:
        return self.instance.submission.institution

    def user_has_permission(self) -> bool:
        own = is_own(self.user, self.instance.submission, self.actor.at)
        return own and super().user_has_permission()

    def done(self) -> Comment | None:
        """The draft, if it is discarded already."""
        self.instance.refresh_from_db()
        return self.instance if self.instance.state == CommentState.DISCARDED else None

    def perform(self) -> Comment:
        """Discard a draft, unless its submission was handed to the focal point."""
        is_open = self.instance.submission.state == SubmissionState.DRAFT
        if self.instance.state != CommentState.DRAFT or not is_open:
            raise CommentNotEditable
        self.instance.state = CommentState.DISCARDED
        self.save(self.instance)
        self.instance.attachments.all().delete()
        self.touched("consultations.comment", [self.instance.pk])
        return self.instance
