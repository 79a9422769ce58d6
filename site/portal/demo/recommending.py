"""The opinion of the Ombudsman's office of the demo: drafted by an analyst, issued by the head."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from portal.demo.following import LEAD
from portal.demo.register import Consulting
from portal.demo.story import Step, read
from rights.actions.issuing.draft_opinion import DraftOpinion
from rights.actions.issuing.edit_recommendation import EditRecommendation, RecommendationContent
from rights.actions.issuing.gather_issues import GatherIssues
from rights.actions.issuing.issue_opinion import IssueOpinion
from rights.models import Opinion, RightsIssue

Told = Mapping[str, Any]  # Any: the shape is that of the file


def steps(told: Consulting) -> Iterator[Step]:
    """It is written in one step and issued in another."""
    opinion = read("rights_particulars")["opinion"]
    at = told.law.at
    yield _drafted(told, opinion, at(opinion["drafted_at"]))
    yield _issued(told, opinion, at(opinion["issued_at"]))


def _drafted(told: Consulting, opinion: Told, at: datetime) -> Step:
    def do() -> None:
        law = told.law
        actor = law.actor(opinion["drafted_by"], at)
        amendment = law.drafts["first-v1"].amendment
        words = (opinion["title"], opinion["language"])
        row = DraftOpinion(amendment, *words, actor=actor, text=opinion["text"]).execute()
        issues = RightsIssue.objects.filter(reference__in=opinion["recommendations"])
        GatherIssues(row, list(issues), actor=actor).execute()
        for one in row.recommendations.select_related("issue", "opinion"):
            said = opinion["recommendations"][one.issue.reference]
            content = RecommendationContent(
                one.title, said["reasons"], said.get("wording", ""), law.cast.institutions[LEAD]
            )
            revision = Opinion.objects.get(pk=row.pk).revision
            EditRecommendation(one, content, revision, actor=actor).execute()

    return Step(at, 8, "The opinion on the first amendment is drafted", do)


def _issued(told: Consulting, opinion: Told, at: datetime) -> Step:
    def do() -> None:
        row = Opinion.objects.get(title=opinion["title"])
        IssueOpinion(row, row.revision, actor=told.law.actor(opinion["issued_by"], at)).execute()

    return Step(at, 8, "The opinion on the first amendment is issued", do)
