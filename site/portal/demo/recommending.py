"""The opinion of the Ombudsman's office of the demo: drafted by an analyst, issued by the head, and what followed from it."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from portal.demo.following import LEAD
from portal.demo.register import Consulting
from portal.demo.story import Step, read
from rights.actions.issuing.draft_opinion import DraftOpinion
from rights.actions.issuing.edit_opinion import OpinionContent
from rights.actions.issuing.edit_recommendation import EditRecommendation, RecommendationContent
from rights.actions.issuing.gather_issues import GatherIssues
from rights.actions.issuing.issue_opinion import IssueOpinion
from rights.actions.recommended_steps.follow_up_recommendation import FollowUpRecommendation
from rights.actions.recommended_steps.reply_to_recommendation import ReplyToRecommendation
from rights.models import Opinion, Recommendation, RightsIssue
from rights.values import FollowUpValue

Told = Mapping[str, Any]  # Any: the shape is that of the file


def steps(told: Consulting) -> Iterator[Step]:
    """The opinion step by step: it is drafted, issued, replied to and followed up."""
    opinion = read("rights_particulars")["opinion"]
    at = told.law.at
    yield _drafted(told, opinion, at(opinion["drafted_at"]))
    yield _issued(told, opinion, at(opinion["issued_at"]))
    yield _replied(told, opinion, at(opinion["replied_at"]))
    for label, moment in opinion["followed_at"].items():
        yield _followed(told, opinion, label, at(moment))


def _drafted(told: Consulting, opinion: Told, at: datetime) -> Step:
    def do() -> None:
        law = told.law
        actor = law.actor(opinion["drafted_by"], at)
        amendment = law.drafts["first-v1"].amendment
        content = OpinionContent(
            opinion["title"], opinion["language"], opinion["text"], law.at(opinion["reply_by"]).date()
        )
        row = DraftOpinion(amendment, content, actor=actor).execute()
        issues = RightsIssue.objects.filter(reference__in=opinion["recommendations"])
        GatherIssues(row, list(issues), actor=actor).execute()
        for one in row.recommendations.select_related("issue", "opinion"):
            said = opinion["recommendations"][str(one.issue)]
            words = (said["reasons"], said.get("wording", ""), law.cast.institutions[LEAD])
            revision = Opinion.objects.get(pk=row.pk).revision
            written = RecommendationContent(one.title, *words)
            EditRecommendation(one, written, revision, actor=actor).execute()

    return Step(at, 8, "The opinion on the first amendment is drafted", do)


def _issued(told: Consulting, opinion: Told, at: datetime) -> Step:
    def do() -> None:
        row = Opinion.objects.get(title=opinion["title"])
        IssueOpinion(row, row.revision, actor=told.law.actor(opinion["issued_by"], at)).execute()

    return Step(at, 8, "The opinion on the first amendment is issued", do)


def _replied(told: Consulting, opinion: Told, at: datetime) -> Step:
    def do() -> None:
        actor = told.law.actor(opinion["replied_by"], at)
        for reference, text in opinion["replies"].items():
            ReplyToRecommendation(_recommendation(opinion, reference), text, actor=actor).execute()

    return Step(at, 9, "The addressee replies to the recommendations", do)


def _followed(told: Consulting, opinion: Told, label: str, at: datetime) -> Step:
    def do() -> None:
        law = told.law
        text = law.texts[label] if label in law.texts else law.drafts[f"first-{label}"].versions.get()
        actor = law.actor(opinion["drafted_by"], at)
        for row in opinion["follow_up"]:
            if row["text"] == label:
                about, value = _recommendation(opinion, row["issue"]), FollowUpValue(row["value"])
                FollowUpRecommendation(about, text, value, actor=actor, note=row["note"]).execute()

    return Step(at, 9, f"The office says what became of its recommendations in {label}", do)


def _recommendation(opinion: Told, reference: str) -> Recommendation:
    rows = Recommendation.objects.select_related("opinion__amendment", "version__instrument")
    return rows.get(opinion__title=opinion["title"], issue__reference=reference)
