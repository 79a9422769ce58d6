"""Covers words that must not be shown. What was sent stays in the record."""

from dataclasses import replace

from amendments.actions.base import BaseAction, hold
from amendments.audit.actor import Actor
from amendments.permissions import holds_on
from consultations.access.powers import Power
from consultations.actions.base import required
from consultations.actions.sent_event import Shown, cover
from consultations.errors.of_states import CoveredMeanwhile, NotSentYet
from consultations.models import Comment
from consultations.queries.submissions.newest_cover import newest_cover


class CoverWords(BaseAction[Comment]):
    """The secretary shows other words, or none, over the words of a comment, because a law forbids to show them.

    Nobody reads the words as sent on a page, in a search, in a history or in an older translation any more, and nobody
    downloads covered files. They stay in the database, where the receipt and the chain need them. Covering again with
    `Shown()` takes the cover off. `cover` is the key of the newest cover that the person has seen (0 = none); over
    another one nothing is written (`CoveredMeanwhile`).
    """

    action_name = "consultations.cover_words"
    instance: Comment

    def __init__(self, comment: Comment, shown: Shown, *, actor: Actor, cover: int | None = None) -> None:
        super().__init__(comment, actor=actor)
        self.shown = shown
        self.cover = cover

    def lock(self) -> None:
        """Lock the submission first, as those do who withdraw or replace it with all of its comments."""
        hold(self.instance.submission)
        super().lock()

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
        if self.cover not in (None, newest_cover(self.instance.pk)):
            raise CoveredMeanwhile
        required(self.actor)
        self._follow_translations()
        cover(self.instance, self.shown, self.actor)
        self.touched("consultations.comment", [self.instance.pk])
        return self.instance

    def _follow_translations(self) -> None:
        """Let the cover hide what a colleague translated while this step waited for the lock."""
        last = self.instance.translations.last()
        if last is not None and last.written_at > self.actor.at:
            self.actor = replace(self.actor, at=last.written_at)
