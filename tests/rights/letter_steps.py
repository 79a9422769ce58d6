"""How the letters about questions to institutions come about in the small world of consultations."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from amendments.audit.actor import Actor
from consultations.actions.comments.anchoring import Chosen
from consultations.models import Follow
from consultations.models.letter import FollowKind
from rights.actions.issues.issue_content import IssueContent
from rights.actions.issues.open_issue import OpenIssue
from rights.actions.issuing.draft_opinion import DraftOpinion
from rights.actions.issuing.edit_opinion import OpinionContent
from rights.actions.issuing.edit_recommendation import EditRecommendation, RecommendationContent
from rights.actions.issuing.gather_issues import GatherIssues
from rights.actions.issuing.issue_opinion import IssueOpinion
from rights.actions.recommended_steps.reply_to_recommendation import ReplyToRecommendation
from rights.actions.replies.ask_reply import AskReply
from rights.actions.replies.give_reply import GiveReply
from rights.actions.replies.take_back_question import TakeBackQuestion
from rights.actions.tagging.tag_rights import TagRights, TagTarget
from rights.models import Opinion, Recommendation, ReplyRequest
from rights.opinion_letters import RemindReplies
from rights.values import Severity
from tests.factories import law
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


def _issue(world: Any, reply_by: date | None = None, about: Any = None) -> None:
    asked = _asked(world)
    content = OpinionContent(f"A {SECRET}", "en", SECRET, reply_by)
    actor = Actor.now(world.rights_analyst)
    opinion = DraftOpinion(world.amendment, content, actor=actor).execute()
    GatherIssues(opinion, [asked.issue], actor=actor).execute()
    words = RecommendationContent(SECRET, SECRET, SECRET, world.body)
    EditRecommendation(opinion.recommendations.get(), words, 2, actor=actor).execute()
    if about is not None:
        Opinion.objects.update(amendment=about)
    head = world.people["rights_head"] = make_person("rights_head", "rights_head")
    IssueOpinion(opinion, 3, actor=Actor.now(head)).execute()


def _overdue(world: Any) -> datetime:
    _issue(world, timezone.localdate())
    tomorrow = timezone.localtime().replace(hour=9) + DAY
    RemindReplies().run(tomorrow)
    return tomorrow


def _replied(world: Any) -> datetime:
    _issue(world)
    row = Recommendation.objects.get()
    ReplyToRecommendation(row, f"It is {SECRET}.", actor=Actor.now(world.body_focal)).execute()
    return timezone.now() + timedelta(hours=1)


def _follow(*people: Any) -> None:
    for person in people:
        Follow.objects.create(person=person, kind=FollowKind.RIGHT, key="B01")


def _right_in_opinion(world: Any) -> None:
    _follow(world.citizen, world.drafter)  # the drafter is told as such
    _issue(world)


def _opinion_on_act(world: Any) -> None:
    key = str(world.base.instrument_id)
    for person in (world.citizen, world.drafter):  # the drafter is told as such
        Follow.objects.create(person=person, kind=FollowKind.ACT, key=key)
    _issue(world)


def _right_touched(world: Any) -> datetime:
    _follow(world.citizen, world.rights_analyst)
    _asked(world)  # the issue stands on 2.1, and the office alone knows of it
    amendment = law.make_amendment(world.section, world.base, world.drafter, "Another amendment")
    law.add(amendment, world.drafter, "replace_words", "2.1", old="10 coins", new=SECRET)
    draft = law.seal(amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    return timezone.now() + timedelta(hours=1)


def _right_tagged(world: Any) -> None:
    head = make_person("rights_head", "rights_head")
    _follow(world.citizen, world.rights_analyst, head)
    version = law.text_in(world.draft)
    target = TagTarget(version.sealed_instructions.first().instruction, version)
    TagRights(target, ["B01"], actor=Actor.now(head)).execute()


STEPS: Mapping[str, tuple[Any, frozenset[str]]] = {
    "reply_asked": (_ask, frozenset({"body_focal"})),
    "question_ended": (_take_back, frozenset({"body_focal"})),
    "recommendation_overdue": (_overdue, frozenset({"body_focal"})),
    "recommendation_replied": (_replied, frozenset({"rights_analyst", "rights_head"})),
    "opinion_issued": (_issue, frozenset({"body_focal", "drafter", "chair", "secretary"})),
    "right_in_opinion": (_right_in_opinion, frozenset({"citizen"})),
    "opinion_on_act": (_opinion_on_act, frozenset({"citizen"})),
    "right_touched": (_right_touched, frozenset({"rights_analyst"})),
    "right_tagged": (_right_tagged, frozenset({"rights_analyst"})),
    "reply_given": (_reply, frozenset({"rights_analyst"})),
}
