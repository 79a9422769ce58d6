"""Asks the lead institution of an issue for a reply."""

from datetime import date

from django.utils import timezone

from amendments.audit.actor import Actor
from rights.actions.base import IssueAction
from rights.errors import DayIsPast, IssueClosed, NoLead, NoQuestion
from rights.models import ReplyRequest, RightsIssue
from rights.shown_people import refuse_identifiers


class AskReply(IssueAction[ReplyRequest]):
    """Somebody of the office asks. The institution sees the question and the provision, and nothing else of the issue."""

    action_name = "rights.ask_reply"

    def __init__(self, issue: RightsIssue, question: str, due: date, *, actor: Actor) -> None:
        super().__init__(issue, actor=actor)
        self.question, self.due = question.replace("\r\n", "\n").strip(), due

    def done(self) -> ReplyRequest | None:
        """The same question, if it waits for its reply."""
        waiting = ReplyRequest.objects.filter(issue=self.instance).waiting()
        return waiting.filter(question=self.question, due=self.due).first()

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
        row = ReplyRequest(issue=issue, institution=issue.lead, question=self.question, due=self.due)
        row.asked_at, row.asked_by = self.actor.at, self.user
        row.save()
        self.announce([issue.pk])
        self.touched(ReplyRequest._meta.label_lower, [row.pk])
        return row
