"""Replies to a question of the Ombudsman's office."""

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from consultations.access.memberships import sends_for
from rights.errors import NoReply, RepliedAlready
from rights.errors.of_questions import QuestionTakenBack
from rights.models import ReplyRequest, RightsIssue
from rights.shown_people import refuse_identifiers


class GiveReply(BaseAction[ReplyRequest]):
    """The focal point or the head of the institution replies in its name, once."""

    action_name = "rights.give_reply"
    instance: ReplyRequest

    def __init__(self, request: ReplyRequest, text: str, *, actor: Actor) -> None:
        super().__init__(request, actor=actor)
        self.text = text.replace("\r\n", "\n").strip()

    def user_has_permission(self) -> bool:
        """Whether the person sends for the institution."""
        return self.instance.institution_id in sends_for(self.user, self.actor.at)

    def done(self) -> ReplyRequest | None:
        """The same reply, if it is given already."""
        self.instance.refresh_from_db()
        is_same = self.instance.reply == self.text and self.instance.replied_by_id == self.user.pk
        return self.instance if self.instance.replied_at is not None and is_same else None

    def perform(self) -> ReplyRequest:
        """Write the reply."""
        row = self.instance
        if row.replied_at is not None:
            raise RepliedAlready
        if row.taken_back_at is not None:
            raise QuestionTakenBack
        if not self.text:
            raise NoReply
        refuse_identifiers(self.text)
        row.reply, row.replied_at, row.replied_by = self.text, self.actor.at, self.user
        row.save()
        self.touched(ReplyRequest._meta.label_lower, [row.pk])
        self.touched(RightsIssue._meta.label_lower, [row.issue_id])
        return row
