"""Opinions: drafted by analysts, issued by the head alone, sealed with their recommendations, and read by others then."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from amendments.errors import NotAllowed
from amendments.models import ChainLink
from rights.actions.issues.open_issue import OpenIssue
from rights.actions.issuing.draft_opinion import DraftOpinion
from rights.actions.issuing.edit_opinion import EditOpinion, OpinionContent
from rights.actions.issuing.edit_recommendation import EditRecommendation, RecommendationContent
from rights.actions.issuing.gather_issues import GatherIssues
from rights.actions.issuing.issue_opinion import IssueOpinion
from rights.actions.issuing.remove_recommendation import RemoveRecommendation
from rights.errors import (
    ChangedMeanwhile,
    IssuedAlready,
    NoOpinionText,
    NothingGathered,
    NothingRecommended,
    NoTitle,
    NotOfThisOpinion,
    Unfinished,
)
from rights.models import Opinion, Recommendation
from rights.values import IssueState
from tests.factories import law
from tests.rights.conftest import content, finished, issue, passage


def test_issues_are_gathered_with_their_words_in_the_order_of_the_law(office):
    version = office.world.base
    first = OpenIssue(
        version, [passage(version, "1.1")], content(title="First", analysis="Why."), actor=office.act()
    ).execute()
    drafted = DraftOpinion(office.world.amendment, OpinionContent("T", "en"), actor=office.act()).execute()
    GatherIssues(drafted, [office.issue], actor=office.act()).execute()
    GatherIssues(drafted, [first], actor=office.act()).execute()
    rows = list(drafted.recommendations.all())
    assert [(row.place, row.title, row.reasons) for row in rows] == [(1, "First", "Why."), (2, "Fares", "")]
    assert {row.version for row in rows} == {office.world.text}  # the newest draft of the amendment
    RemoveRecommendation(rows[0], actor=office.act()).execute()
    assert [row.place for row in drafted.recommendations.all()] == [1]


def test_only_open_issues_of_the_same_act_and_amendment_are_gathered(office, opinion):
    other = law.make_amendment(office.world.section, office.world.base, office.world.drafter, "Another")
    elsewhere = DraftOpinion(office.world.amendment, OpinionContent("T", "en"), actor=office.act()).execute()
    with pytest.raises(NothingGathered):
        GatherIssues(elsewhere, [], actor=office.act()).execute()
    raised = OpenIssue(
        office.world.text, [passage(office.world.text, "2.2")], content(), actor=office.act()
    ).execute()
    on_law = DraftOpinion(
        office.world.base.instrument, OpinionContent("T", "en"), actor=office.act()
    ).execute()
    with pytest.raises(NotOfThisOpinion):  # it was raised on a draft
        GatherIssues(on_law, [raised], actor=office.act()).execute()
    with pytest.raises(NotAllowed):  # the office reads no draft of it
        DraftOpinion(other, OpinionContent("T", "en"), actor=office.act()).execute()


def test_a_recommendation_that_a_colleague_took_out_meanwhile_is_not_saved(office, opinion):
    row = opinion.recommendations.get()
    RemoveRecommendation(opinion.recommendations.get(), actor=office.act()).execute()
    with pytest.raises(ChangedMeanwhile):
        EditRecommendation(row, RecommendationContent("T"), opinion.revision, actor=office.act()).execute()


def test_nobody_but_the_head_issues_it(office, opinion):
    world = office.world
    for person in (office.analyst, world.drafter, world.secretary, world.admin, world.chair):
        with pytest.raises(NotAllowed):
            IssueOpinion(opinion, opinion.revision, actor=office.act(person)).execute()
    issued = issue(office, opinion)
    assert issued.number == f"HRO-{timezone.localdate().year}-001"
    assert issue(office, Opinion.objects.get(pk=opinion.pk)).number == issued.number  # a second click


def test_it_is_issued_whole_and_as_the_head_has_read_it(office, opinion):
    with pytest.raises(ChangedMeanwhile):
        IssueOpinion(opinion, opinion.revision - 1, actor=office.act(office.head)).execute()
    empty = DraftOpinion(office.world.amendment, OpinionContent("T", "en"), actor=office.act()).execute()
    with pytest.raises(NoOpinionText):
        issue(office, empty)
    empty = EditOpinion(empty, OpinionContent("T", "en", "Words."), 1, actor=office.act()).execute()
    with pytest.raises(NothingRecommended):
        issue(office, empty)
    GatherIssues(empty, [office.issue], actor=office.act()).execute()
    empty.refresh_from_db()
    with pytest.raises(Unfinished):
        issue(office, empty)
    with pytest.raises(NoTitle):
        EditOpinion(empty, OpinionContent(" ", "en"), empty.revision, actor=office.act()).execute()


def test_its_issues_move_on_and_numbers_follow_each_other(office, opinion):
    issue(office, opinion)
    office.issue.refresh_from_db()
    assert office.issue.state == IssueState.OPINION_ISSUED
    row = opinion.recommendations.get()
    assert (row.rights, row.articles) == (["B01"], [])
    second = DraftOpinion(
        office.world.base.instrument, OpinionContent("Second", "en", "Words."), actor=office.act()
    ).execute()
    GatherIssues(second, [office.issue], actor=office.act()).execute()
    second.refresh_from_db()
    assert issue(office, finished(office, second)).number.endswith("-002")


def test_an_issue_that_a_text_has_addressed_stays_addressed(office, opinion):
    office.issue.state = IssueState.ADDRESSED
    office.issue.save()
    issue(office, opinion)
    office.issue.refresh_from_db()
    assert office.issue.state == IssueState.ADDRESSED


def test_an_issued_opinion_is_kept_by_actions_database_and_chain(office, opinion):
    link = ChainLink.objects.filter(kind="opinion")
    assert not link.exists()
    opinion = issue(office, opinion)
    assert link.get().row == str(opinion.pk)
    row = opinion.recommendations.get()
    other = RecommendationContent("Otherwise")
    for step in (
        EditOpinion(opinion, OpinionContent("Otherwise", "en"), opinion.revision, actor=office.act()),
        EditRecommendation(row, other, opinion.revision, actor=office.act()),
        RemoveRecommendation(row, actor=office.act()),
    ):
        with pytest.raises(IssuedAlready):
            step.execute()
    for change in (
        lambda: Opinion.objects.filter(pk=opinion.pk).update(text="Otherwise"),
        lambda: Recommendation.objects.filter(pk=row.pk).update(reasons="Otherwise"),
        lambda: Recommendation.objects.filter(pk=row.pk)._raw_delete("default"),
        lambda: Opinion.objects.filter(pk=opinion.pk)._raw_delete("default"),
        lambda: Recommendation.objects.bulk_create(
            [
                Recommendation(
                    opinion=opinion, issue=row.issue, place=2, version=row.version, provision=row.provision
                )
            ]
        ),
    ):
        with pytest.raises(IntegrityError, match="legal record"), transaction.atomic():
            change()
