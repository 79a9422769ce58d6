from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amendments.errors import NotAllowed
from consultations.errors.of_tables import BadTable
from consultations.models import ConfidentialLogEntry
from rights.actions.sources.import_recommendations import ImportRecommendations, plan_recommendations
from rights.actions.sources.link_source import LinkSource, UnlinkSource
from rights.actions.sources.log_recommendations_file import LogRecommendationsFile
from rights.international_table import GivenRecommendation, table_of
from rights.models import InternationalRecommendation, IssueSource

GIVEN = GivenRecommendation(
    annotation="a-1",
    symbol="CMW/C/XXX/CO/3",
    published_on=date(2021, 5, 4),
    body="Committee on Migrant Workers",
    countries=("Caspia",),
    themes=("Migrants", "Detention"),
    text="The Committee recommends.",
    rights=("B01",),
)


def imported(office, *rows, person=None):
    return ImportRecommendations(table_of(rows), actor=office.act(person, reason="New.")).execute()


def standing():
    return {row.annotation: row.given for row in InternationalRecommendation.objects.all()}


def test_rows_are_added_and_changed_and_those_that_the_file_does_not_name_stay(office):
    other = replace(GIVEN, annotation="a-2")
    done = imported(office, GIVEN, other)
    assert (len(done.new), len(done.changed)) == (2, 0)
    key = InternationalRecommendation.objects.get(annotation="a-1").pk
    changed = replace(GIVEN, position="Supported", rights=(), themes=())
    done = imported(office, changed)
    assert (len(done.new), len(done.changed)) == (0, 1)
    assert standing() == {"a-1": changed, "a-2": other}
    assert InternationalRecommendation.objects.get(annotation="a-1").pk == key
    entries = ConfidentialLogEntry.objects.filter(action="rights.import_recommendations")
    assert [(one.data["added"], one.data["changed"]) for one in entries.order_by("pk")] == [(2, 0), (0, 1)]


def test_the_same_file_again_changes_nothing_and_is_not_logged(office):
    imported(office, GIVEN)
    assert not plan_recommendations(table_of([GIVEN])).may_be_done
    imported(office, GIVEN)
    assert ConfidentialLogEntry.objects.filter(action="rights.import_recommendations").count() == 1


def test_one_wrong_line_and_nothing_is_written(office):
    wrong = replace(GIVEN, annotation="a-2", rights=("Z99",))
    with pytest.raises(BadTable):
        imported(office, GIVEN, wrong)
    assert standing() == {}


def test_nobody_outside_the_office_imports_links_or_reads(office):
    imported(office, GIVEN)
    row = InternationalRecommendation.objects.get()
    for role in ("drafter", "secretary", "admin", "body_focal"):
        person = office.world.people[role]
        assert not InternationalRecommendation.objects.visible_to(person).exists()
        for step in (
            ImportRecommendations(table_of([GIVEN]), actor=office.act(person)),
            LinkSource(office.issue, row, actor=office.act(person)),
            UnlinkSource(office.issue, row, actor=office.act(person)),
        ):
            with pytest.raises(NotAllowed):
                step.execute()


def test_an_issue_rests_on_a_recommendation_once_until_the_link_is_taken_away(office):
    imported(office, GIVEN)
    row = InternationalRecommendation.objects.get()
    for _click in range(2):
        LinkSource(office.issue, row, actor=office.act()).execute()
    assert [source.by for source in IssueSource.objects.all()] == [office.analyst]
    imported(office, replace(GIVEN, text="Again."))
    assert list(office.issue.international.all()) == [row]
    for _click in range(2):
        UnlinkSource(office.issue, row, actor=office.act(office.head)).execute()
    assert not IssueSource.objects.exists()
    logged = ConfidentialLogEntry.objects.filter(action__in=["rights.link_source", "rights.unlink_source"])
    assert [one.data["annotation"] for one in logged] == ["a-1", "a-1"]


def test_many_lines_are_written_in_few_queries(office):
    def queries(rows):
        with CaptureQueriesContext(connection) as asked:
            imported(office, *rows)
        return len(asked)

    few = queries([replace(GIVEN, annotation=f"b-{number}") for number in range(3)])
    assert queries([replace(GIVEN, annotation=f"c-{number}") for number in range(300)]) <= few + 12
    assert (
        queries([replace(GIVEN, annotation=f"c-{number}", kind="Recommendations") for number in range(300)])
        <= few + 12
    )


def test_the_office_alone_takes_the_list_away_and_it_is_logged(office):
    LogRecommendationsFile(2, "recommendations-csv", actor=office.act()).execute()
    entry = ConfidentialLogEntry.objects.get(action="rights.export_recommendations")
    assert (entry.data["count"], entry.data["format"]) == (2, "recommendations-csv")
    with pytest.raises(NotAllowed):
        LogRecommendationsFile(2, "recommendations-csv", actor=office.act(office.world.drafter)).execute()


def test_a_file_without_a_column_of_rights_leaves_those_that_the_office_named(office):
    imported(office, GIVEN)
    newer = replace(GIVEN, text="The Committee recommends more.", rights=())
    other = replace(GIVEN, annotation="a-2", rights=())
    table = [row[:-1] for row in table_of([newer, other])]
    plan = plan_recommendations(table)
    assert [[cell.column for cell in line.cells] for line in plan.lines] == [["Text"], []]
    ImportRecommendations(table, actor=office.act(reason="A newer file.")).execute()
    assert standing() == {"a-1": replace(newer, rights=("B01",)), "a-2": other}
    with_column = table_of([replace(newer, rights=())])
    ImportRecommendations(with_column, actor=office.act(reason="No right.")).execute()
    assert standing()["a-1"].rights == ()
