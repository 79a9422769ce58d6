"""Covers words that must not be shown. What was sent stays in the record."""

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from amendments.permissions import holds_on
from consultations.actions.base import required
from consultations.actions.sent_event import Shown, cover
from consultations.models import Comment
from consultations.powers import Power
from consultations.state_errors import NotSentYet


class CoverWords(BaseAction[Comment]):
    """The secretary shows other words, or none, over the words of a comment, because a law forbids to show them.

    Nobody reads the words as sent on a page, in a search, in a history or in an older translation any more, and nobody
    downloads covered files. They stay in the database, where the receipt and the chain need them. Covering again with
    `Shown()` takes the cover off.
    """

    action_name = "consultations.cover_words"
    instance: Comment

    def __init__(self, comment: Comment, shown: Shown, *, actor: Actor) -> None:
        super().__init__(comment, actor=actor)
        self.shown = shown

    def user_has_permission(self) -> bool:
        """The secretariat, for a comment that it may read."""
        may_cover = holds_on(self.user, Power.COVER, self.instance.submission.round.amendment)
        return may_cover and Comment.objects.visible_to(self.user).contains(self.instance)

    def done(self) -> Comment | None:
        """The comment, if it is shown so already."""
        row = self.instance
        row.refresh_from_db()
        standing = Shown(row.shown_rationale, row.shown_proposed_text, row.covers_files)
        return row if standing == self.shown else None

    def perform(self) -> Comment:
        """Write the event and what is shown."""
        self.check_again()
        if not self.instance.submission.is_received or self.instance.submitted_at is None:
            raise NotSentYet
        required(self.actor)
        cover(self.instance, self.shown, self.actor)
        self.touched("consultations.comment", [self.instance.pk])
        return self.instance
