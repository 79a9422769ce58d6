"""Takes a reply to a question of the Ombudsman's office back."""

from amendments.actions.base import BaseAction, hold
from amendments.audit.actor import Actor
from consultations.access.memberships import sends_for
from consultations.actions.base import required
from rights.actions.base import refuse_other_words
from rights.errors import RepliedAnew, ReplyUsed, refuse_too_long
from rights.models import ReplyRequest, RightsIssue, TakenBackReply
from rights.queries.asked_replies import gone_on_from
from rights.shown_people import refuse_identifiers


class TakeBackReply(BaseAction[TakenBackReply]):
    """Somebody who sends for the institution takes its reply back, with a reason. The question waits again.

    `seen` is the moment of the reply on the person's page. A reply from which the office has gone on stands.
    """

    action_name = "rights.take_back_reply"
    instance: ReplyRequest

    def __init__(self, request: ReplyRequest, seen: str, *, actor: Actor) -> None:
        super().__init__(request, actor=actor)
        self.seen = seen

    def user_has_permission(self) -> bool:
        """Whether the person sends for the institution."""
        return self.instance.institution_id in sends_for(self.user, self.actor.at)

    def lock(self) -> None:
        """The issue first, as the office does: it steps under its lock."""
        hold(self.instance.issue)
        super().lock()

    def done(self) -> TakenBackReply | None:
        """The reply, if the person took it back with the same words. Other words would not be kept."""
        self.instance.refresh_from_db()
        rows = TakenBackReply.objects.filter(request=self.instance)
        kept = next((row for row in rows if row.at.isoformat() == self.seen), None)
        if kept is not None:
            refuse_other_words(kept, self.actor)
        return kept

    def perform(self) -> TakenBackReply:
        """Keep the words in a row of their own, and empty the question."""
        row = self.instance
        if row.replied_at is None or row.replied_at.isoformat() != self.seen:
            raise RepliedAnew
        refuse_too_long(required(self.actor))
        refuse_identifiers(self.actor.reason)
        if gone_on_from(row):
            raise ReplyUsed
        kept = TakenBackReply(request=row, text=row.reply, at=row.replied_at)
        kept.by = row.replied_by  # type: ignore[assignment] # who replied, wherever there is a moment
        kept.taken_back_at, kept.taken_back_by = self.actor.at, self.user
        kept.reason = self.actor.reason
        kept.save()
        row.reply, row.replied_at, row.replied_by = "", None, None
        row.save()
        self.touched(ReplyRequest._meta.label_lower, [row.pk])
        self.touched(RightsIssue._meta.label_lower, [row.issue_id])
        return kept
