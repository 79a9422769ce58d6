"""Asks the lead institution of an issue for a reply."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.utils import timezone

from amendments.audit.actor import Actor
from rights.actions.base import IssueAction
from rights.errors import DayIsPast, IssueClosed, NoLead, NoQuestion
from rights.errors.of_questions import WaitsAlready
from rights.models import ReplyRequest, RightsIssue
from rights.shown_people import refuse_identifiers


class AskReply(IssueAction[ReplyRequest]):
    """Somebody of the office asks. The institution sees the question and the provision, and nothing else of the issue.

    `seen` are the keys of the questions that the person's page showed. One of a colleague that waits is not repeated unseen.
    """

    action_name = "rights.ask_reply"

    def __init__(
        self,
        issue: RightsIssue,
        question: str,
        due: date,
        *,
        actor: Actor,
        seen: Collection[UUID] | None = None,
    ) -> None:
        super().__init__(issue, actor=actor)
        self.question, self.due = question.replace("\r\n", "\n").strip(), due
        self.seen = seen

    def done(self) -> ReplyRequest | None:
        """The same question of the person, if it waits for its reply."""
        waiting = ReplyRequest.objects.filter(issue=self.instance).waiting()
        return waiting.filter(question=self.question, due=self.due, asked_by=self.user).first()

    def perform(self) -> ReplyRequest:
        """Write the question."""
        issue = RightsIssue.objects.select_related("lead").get(pk=self.instance.pk)
        if issue.is_closed:
            raise IssueClosed
        if issue.lead is None:
            raise NoLead
        if not self.question:
            raise NoQuestion
        refuse_identifiers(self.question)
        if self.due < timezone.localdate(self.actor.at):
            raise DayIsPast
        self._refuse_repeated(issue)
        row = ReplyRequest(issue=issue, institution=issue.lead, question=self.question, due=self.due)
        row.asked_at, row.asked_by = self.actor.at, self.user
        row.save()
        self.announce([issue.pk])
        self.touched(ReplyRequest._meta.label_lower, [row.pk])
        return row

    def _refuse_repeated(self, issue: RightsIssue) -> None:
        """Raise `WaitsAlready` for a colleague's question in the same words, or one that the person has not seen."""
        of_others = ReplyRequest.objects.filter(issue=issue, institution=issue.lead).exclude(
            asked_by=self.user
        )
        for row in of_others.waiting().select_related("asked_by"):
            is_unseen = self.seen is not None and row.pk not in self.seen
            if is_unseen or row.question == self.question:
                raise WaitsAlready(str(row.asked_by))
