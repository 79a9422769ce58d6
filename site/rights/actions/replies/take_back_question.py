"""Takes a question to an institution back."""

from amendments.audit.actor import Actor
from rights.actions.base import IssueAction
from rights.errors.of_questions import QuestionReplied
from rights.models import ReplyRequest


class TakeBackQuestion(IssueAction[ReplyRequest]):
    """Somebody of the office takes a question back to which nobody has replied. The institution sees it as taken back."""

    action_name = "rights.take_back_question"

    def __init__(self, request: ReplyRequest, *, actor: Actor) -> None:
        super().__init__(request.issue, actor=actor)
        self.request = request

    def lock(self) -> None:
        """The question too: the institution replies under its lock."""
        super().lock()
        self.request = ReplyRequest.objects.select_for_update(no_key=True).get(pk=self.request.pk)

    def done(self) -> ReplyRequest | None:
        """The question, if it was taken back already."""
        return self.request if self.request.taken_back_at is not None else None

    def perform(self) -> ReplyRequest:
        """Mark it."""
        row = self.request
        if row.replied_at is not None:
            raise QuestionReplied
        row.taken_back_at, row.taken_back_by = self.actor.at, self.user
        row.save()
        self.announce([row.issue_id])
        self.touched(ReplyRequest._meta.label_lower, [row.pk])
        return row
