"""How the letters about questions to institutions come about in the small world of consultations."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from amendments.audit.actor import Actor
from consultations.actions.comments.anchoring import Chosen
from rights.actions.issues.issue_content import IssueContent
from rights.actions.issues.open_issue import OpenIssue
from rights.actions.issuing.draft_opinion import DraftOpinion
from rights.actions.issuing.edit_opinion import OpinionContent
from rights.actions.issuing.edit_recommendation import EditRecommendation, RecommendationContent
from rights.actions.issuing.gather_issues import GatherIssues
from rights.actions.issuing.issue_opinion import IssueOpinion
from rights.actions.replies.ask_reply import AskReply
from rights.actions.replies.give_reply import GiveReply
from rights.actions.replies.take_back_question import TakeBackQuestion
from rights.models import ReplyRequest
from rights.opinion_letters import RemindReplies
from rights.values import Severity
from tests.factories.consultation import DAY, make_person

SECRET = "zirconium"


def _asked(world: Any) -> ReplyRequest:
    provision = world.base.entries.get(number="2.1").provision_id
    content = IssueContent(f"A {SECRET}", Severity.LOW, ("B01",), lead=world.body)
    actor = Actor.now(world.rights_analyst)
    issue = OpenIssue(world.base, [Chosen(str(provision))], content, actor=actor).execute()
    return AskReply(issue, f"Is it {SECRET}?", timezone.localdate() + DAY, actor=actor).execute()


def _ask(world: Any) -> None:
    _asked(world)


def _take_back(world: Any) -> None:
    TakeBackQuestion(_asked(world), actor=Actor.now(world.rights_analyst)).execute()


def _reply(world: Any) -> None:
    GiveReply(_asked(world), f"It is {SECRET}.", actor=Actor.now(world.body_focal)).execute()


def _issue(world: Any, reply_by: date | None = None) -> None:
    asked = _asked(world)
    content = OpinionContent(f"A {SECRET}", "en", SECRET, reply_by)
    actor = Actor.now(world.rights_analyst)
    opinion = DraftOpinion(world.amendment, content, actor=actor).execute()
    GatherIssues(opinion, [asked.issue], actor=actor).execute()
    words = RecommendationContent(SECRET, SECRET, SECRET, world.body)
    EditRecommendation(opinion.recommendations.get(), words, 2, actor=actor).execute()
    head = make_person("rights_head", "rights_head")
    IssueOpinion(opinion, 3, actor=Actor.now(head)).execute()


def _overdue(world: Any) -> datetime:
    _issue(world, timezone.localdate() - DAY)
    tomorrow = timezone.localtime().replace(hour=9) + DAY
    RemindReplies().run(tomorrow)
    return tomorrow


STEPS: Mapping[str, tuple[Any, frozenset[str]]] = {
    "reply_asked": (_ask, frozenset({"body_focal"})),
    "question_ended": (_take_back, frozenset({"body_focal"})),
    "recommendation_overdue": (_overdue, frozenset({"body_focal"})),
    "opinion_issued": (_issue, frozenset({"body_focal", "drafter"})),
    "reply_given": (_reply, frozenset({"rights_analyst"})),
}
