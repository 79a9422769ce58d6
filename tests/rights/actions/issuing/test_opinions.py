"""Opinions: drafted by analysts, issued by the head alone, sealed with their recommendations, and read by others then."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from amendments.errors import NotAllowed
from amendments.models import ChainLink
from consultations.errors.of_wordings import AfterPoints
from rights.actions.issues.move_issue import MoveIssue
from rights.actions.issues.open_issue import OpenIssue
from rights.actions.issuing.draft_opinion import DraftOpinion
from rights.actions.issuing.edit_opinion import EditOpinion, OpinionContent
from rights.actions.issuing.edit_recommendation import EditRecommendation, RecommendationContent
from rights.actions.issuing.gather_issues import GatherIssues
from rights.actions.issuing.issue_opinion import IssueOpinion
from rights.actions.issuing.move_recommendation import MoveRecommendation
from rights.actions.issuing.remove_recommendation import RemoveRecommendation
from rights.actions.issuing.write_recommendation import WriteRecommendation
from rights.errors import (
    ChangedMeanwhile,
    IssueClosed,
    IssuedAlready,
    NoOpinionText,
    NothingRecommended,
    NoTitle,
    Unfinished,
)
from rights.errors.of_gathering import NothingGathered, NotOfItsTexts, OnlyInADraft
from rights.models import Opinion, Recommendation
from rights.queries.opinion_page import opinion_page
from rights.values import IssueState
from tests.factories import law
from tests.rights.conftest import content, finished, issue, passage


def spot(office, number, version=None):
    version = version or office.world.text
    return version, version.entries.get(number=number).provision_id


def write(office, opinion, number="2.2", **more):
    words = RecommendationContent(**{"title": f"On {number}", "rights": ("B01",), **more})
    return WriteRecommendation(opinion, spot(office, number), words, actor=office.act()).execute()


def order(opinion):
    return [row.title for row in opinion.recommendations.order_by("place")]


@pytest.mark.whole
def test_a_recommendation_is_written_without_an_issue_and_issued_with_its_rights(office, opinion):
    world = office.world
    for person in (world.drafter, world.secretary, world.admin):
        with pytest.raises(NotAllowed):
            WriteRecommendation(
                opinion, spot(office, "2.2"), RecommendationContent("T"), actor=office.act(person)
            ).execute()
    row = write(office, opinion, reasons="Because.", addressee=world.body)
    assert (row.issue, row.place, row.rights) == (None, 2, ["B01"])
    write(office, opinion, "1.1", reasons="Because.", addressee=world.body)
    assert order(opinion) == ["On 1.1", "Harsh fares", "On 2.2"]  # in the order of the law
    with pytest.raises(NotOfItsTexts):  # not the newest text of the amendment
        WriteRecommendation(
            opinion, spot(office, "2.2", world.base), RecommendationContent("T"), actor=office.act()
        ).execute()
    with pytest.raises(NoTitle):
        write(office, opinion, title=" ")
    opinion = issue(office, Opinion.objects.get(pk=opinion.pk))
    row.refresh_from_db()
    assert (row.rights, row.articles) == (["B01"], [])


@pytest.mark.whole
def test_recommendations_are_put_into_another_order_which_is_final_once_issued(office, opinion):
    write(office, opinion)
    row = opinion.recommendations.get(place=1)
    with pytest.raises(NotAllowed):
        MoveRecommendation(row, 2, actor=office.act(office.world.drafter)).execute()
    moved = MoveRecommendation(row, 2, actor=office.act()).execute()
    revision = Opinion.objects.get(pk=opinion.pk).revision
    assert order(opinion) == ["On 2.2", "Harsh fares"]
    assert MoveRecommendation(row, 2, actor=office.act()).execute() == moved  # a second click
    assert Opinion.objects.get(pk=opinion.pk).revision == revision
    for place in (0, 3):
        with pytest.raises(ChangedMeanwhile):
            MoveRecommendation(row, place, actor=office.act()).execute()
    write(office, opinion, "1.1")
    assert order(opinion) == ["On 2.2", "Harsh fares", "On 1.1"]  # what somebody has ordered stays
    RemoveRecommendation(opinion.recommendations.get(place=2), actor=office.act()).execute()
    assert order(opinion) == ["On 2.2", "On 1.1"]
    with pytest.raises(ChangedMeanwhile):
        MoveRecommendation(row, 1, actor=office.act()).execute()


def test_issues_are_gathered_with_their_words_in_the_order_of_the_law(office):
    version = office.world.base
    first = OpenIssue(
        version, [passage(version, "1.1")], content(title="First", analysis="Why."), actor=office.act()
    ).execute()
    drafted = DraftOpinion(office.world.amendment, OpinionContent("T", "en"), actor=office.act()).execute()
    GatherIssues(drafted, [office.issue], actor=office.act()).execute()
    GatherIssues(drafted, [first], actor=office.act()).execute()
    rows = list(drafted.recommendations.all())
    told = [(row.place, row.title, row.reasons) for row in rows]
    assert told == [(1, "First", ""), (2, "Fares", "")]  # the analysis stays internal
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
    with pytest.raises(OnlyInADraft):
        GatherIssues(on_law, [raised], actor=office.act()).execute()
    MoveIssue(raised, IssueState.CLOSED, actor=office.act(reason="Settled.")).execute()
    with pytest.raises(IssueClosed):
        GatherIssues(on_law, [raised], actor=office.act()).execute()
    with pytest.raises(NotAllowed):  # the office reads no draft of it
        DraftOpinion(other, OpinionContent("T", "en"), actor=office.act()).execute()


@pytest.mark.whole
def test_an_issue_that_was_raised_on_a_draft_is_gathered_on_the_law_once_the_draft_is_law(office):
    world = office.world
    raised = OpenIssue(
        world.text, [passage(world.text, "2.1", "20 coins")], content(), actor=office.act()
    ).execute()
    on_law = DraftOpinion(world.base.instrument, OpinionContent("T", "en"), actor=office.act()).execute()
    page = opinion_page(office.analyst, on_law)
    assert page.elsewhere == (raised,)
    assert raised not in [line.issue for line in page.offered]
    adopted = law.adopt(world.draft, world.drafter)
    law.release(adopted, "public", world.drafter, world.secretary)
    page = opinion_page(office.analyst, on_law)
    assert page.elsewhere == ()
    assert raised in [line.issue for line in page.offered]
    GatherIssues(on_law, [raised], actor=office.act()).execute()
    row = on_law.recommendations.get()
    provision = adopted.entries.get(number="2.1").provision_id
    assert (row.version, row.provision_id) == (adopted, provision)


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


@pytest.mark.whole
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


@pytest.mark.whole
@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite replaces rows")
def test_a_row_with_the_key_of_an_issued_recommendation_does_not_replace_it(office, opinion):
    words = RecommendationContent("Kept", reasons="Because.", addressee=office.world.body)
    row = WriteRecommendation(opinion, spot(office, "2.2"), words, actor=office.act(), key=uuid4()).execute()
    issue(office, Opinion.objects.get(pk=opinion.pk))
    other = DraftOpinion(office.world.amendment, OpinionContent("Other", "en"), actor=office.act()).execute()
    columns = [field.column for field in Recommendation._meta.concrete_fields]
    values = {"id": uuid4().hex, "opinion_id": other.pk.hex, "title": "Forged"}
    chosen = ", ".join("%s" if name in values else name for name in columns)
    with (
        pytest.raises(IntegrityError, match="legal record"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            f"INSERT OR REPLACE INTO {Recommendation._meta.db_table} ({', '.join(columns)}) "
            f"SELECT {chosen} FROM {Recommendation._meta.db_table} WHERE id = %s",
            [*(values[name] for name in columns if name in values), row.pk.hex],
        )
    row.refresh_from_db()
    assert row.title == "Kept"


def test_an_issued_opinion_is_kept_by_actions_database_and_chain(office, opinion):
    link = ChainLink.objects.filter(kind="opinion")
    assert not link.exists()
    opinion = issue(office, opinion)
    assert link.get().row == str(opinion.pk)
    row = opinion.recommendations.get()
    other = RecommendationContent("Otherwise")
    for step in (
        MoveRecommendation(row, 2, actor=office.act()),
        WriteRecommendation(opinion, spot(office, "2.2"), other, actor=office.act()),
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


AFTER_POINTS = "This Act does not apply to:\n1.2.1. rowing boats;\n1.2.2. rafts.\nThe person stays."


def test_a_sentence_after_points_is_refused_where_the_wording_is_written(office, opinion):
    words = RecommendationContent("Boats", wording=AFTER_POINTS, rights=("B01",))
    with pytest.raises(AfterPoints, match="The person stays"):
        WriteRecommendation(opinion, spot(office, "1.2"), words, actor=office.act()).execute()
    opinion.recommendations.update(provision=spot(office, "1.2")[1])
    row = opinion.recommendations.get()
    with pytest.raises(AfterPoints):
        EditRecommendation(row, words, opinion.revision, actor=office.act()).execute()
