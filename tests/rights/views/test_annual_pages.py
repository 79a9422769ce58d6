"""The annual report: its tables and charts, and files that say the same."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from consultations.models import ConfidentialLogEntry
from rights.actions.evidencing.add_evidence import AddEvidence
from rights.actions.evidencing.evidence_content import EvidenceContent
from rights.actions.evidencing.remove_evidence import RemoveEvidence
from rights.actions.issues.open_issue import OpenIssue
from rights.actions.recommended_steps.reply_to_recommendation import ReplyToRecommendation
from rights.queries.annual_report import annual_report
from rights.values import EvidenceKind
from tests.rights.conftest import content, issue, passage
from tests.rights.pages import text_of

YEAR = timezone.localdate().year
URL = reverse("rights:annual", args=[YEAR])


@pytest.fixture
def analyst(office, client):
    client.force_login(office.analyst, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def issued(office, opinion):
    issued = issue(office, opinion)
    row = issued.recommendations.get()
    ReplyToRecommendation(row, "So.", actor=office.act(office.world.body_focal)).execute()
    return issued


def tables(office):
    return {table.slug: table.rows for table in annual_report(office.analyst, YEAR).tables}


def test_it_counts_what_was_raised_issued_replied_and_answered(office, issued):
    version = office.world.base
    OpenIssue(version, [passage(version, "2.2")], content(), actor=office.act()).execute()
    found = tables(office)
    assert found["states"] == (("Flagged", "1"), ("Opinion issued", "1"))
    assert found["severities"] == (("High: gap against a binding standard", "2"),)
    assert found["rights"][0][1] == "2"
    assert found["outcomes"] == (("Not judged by the office yet", "1"),)
    assert found["addressees"] == (("Border Service", "1", "1", "0", "0", "0", "0", "1"),)
    assert found["opinions"][0][0] == f"HRO-{YEAR}-001"
    assert annual_report(office.analyst, YEAR - 1) is None


def test_it_counts_evidence_by_kind_and_leaves_out_what_was_taken_out(office, issued):
    for kind, cases in (("complaint", 3), ("complaint", 4), ("visit", 1), ("media", 9)):
        content = EvidenceContent(EvidenceKind(kind), "2026", f"Of {kind}.", cases=cases)
        row = AddEvidence(office.issue, content, actor=office.act()).execute()
    RemoveEvidence(row, actor=office.act(reason="Twice.")).execute()
    assert tables(office)["evidence"] == (("Individual complaint", "7", "2"), ("Visit", "1", "1"))


def test_the_page_shows_each_table_with_a_chart_that_says_the_same(office, issued, analyst):
    newest = analyst.get(reverse("rights:reports"))
    assert newest["Location"] == URL
    page = text_of(analyst.get(URL))
    report = annual_report(office.analyst, YEAR)
    for table in report.tables:
        assert f">{table.title}</h2>" in page
    wraps = page.split('<div class="table-wrap"')[:-1]
    assert len(wraps) == len(report.tables)
    assert all(before.endswith("scroll it sideways.</p> ") for before in wraps)
    charts = [table for table in report.tables if table.bars]
    assert page.count('<td class="number">') == sum(
        len(table.rows) * len(table.counts) for table in report.tables
    )
    assert page.count('role="img"') == len(charts) == 4
    for table in charts:
        assert f'role="img" aria-label="{table.title}: {table.told}"' in page
        assert all(f"<p>{bar.label}</p>" in page for bar in table.bars)  # whole, also on a phone
        assert max(bar.length for bar in table.bars) == 100


def test_the_workbook_and_the_word_file_have_the_tables_of_the_page(office, issued, analyst):
    report = annual_report(office.analyst, YEAR)
    answer = analyst.get(reverse("rights:annual_file", args=[YEAR, "annual-xlsx"]))
    book = load_workbook(BytesIO(answer.content))
    assert len(book.sheetnames) == len(report.tables)
    for sheet, table in zip(book.worksheets, report.tables, strict=True):
        rows = [tuple(cell for cell in row if cell is not None) for row in sheet.iter_rows(values_only=True)]
        start = rows.index(table.columns)
        as_numbers = [[int(words) if words.isdecimal() else words for words in row] for row in table.rows]
        assert list(map(list, rows[start + 1 :])) == as_numbers
    word = analyst.get(reverse("rights:annual_file", args=[YEAR, "report-docx"])).content
    body = ZipFile(BytesIO(word)).read("word/document.xml").decode()
    assert all(words in body for words in ("Ombudsman", "Made on"))
    for table in report.tables:
        assert table.title in body
        for cell in (words for row in table.rows for words in row):
            assert cell in body
    assert ConfidentialLogEntry.objects.filter(action="rights.export_report").count() == 2


def test_a_title_of_figures_stays_words(office, opinion, analyst):
    opinion.title = "0042"
    opinion.save()
    issue(office, opinion)
    answer = analyst.get(reverse("rights:annual_file", args=[YEAR, "annual-xlsx"]))
    values = [cell.value for sheet in load_workbook(BytesIO(answer.content)) for row in sheet for cell in row]
    assert ("0042" in values, 42 in values, 1 in values) == (True, False, True)


def test_no_cell_becomes_a_formula(office, opinion, analyst):
    opinion.title = "=1+1"
    opinion.save()
    issue(office, opinion)
    answer = analyst.get(reverse("rights:annual_file", args=[YEAR, "annual-xlsx"]))
    cells = [cell for sheet in load_workbook(BytesIO(answer.content)) for row in sheet for cell in row]
    (title,) = [cell for cell in cells if cell.value == "=1+1"]
    assert (title.data_type, title.quotePrefix) == ("s", True)


@pytest.mark.parametrize("role", ["drafter", "secretary", "admin", "body_focal", "citizen"])
def test_nobody_else_reads_it(office, issued, client, role):
    client.force_login(office.world.people[role], backend="django.contrib.auth.backends.ModelBackend")
    for url in (reverse("rights:reports"), URL, reverse("rights:annual_file", args=[YEAR, "annual-xlsx"])):
        assert client.get(url).status_code == 403


def test_unknown_years_and_formats_are_not_there(office, issued, analyst):
    assert analyst.get(reverse("rights:annual", args=[1999])).status_code == 404
    assert analyst.get(reverse("rights:annual_file", args=[YEAR, "pdf"])).status_code == 404


def test_it_asks_no_more_queries_for_more_issues(office, issued, analyst):
    analyst.get(URL)
    before = _queries(analyst)
    version = office.world.base
    for number in ("1.1", "1.2.1"):
        OpenIssue(version, [passage(version, number)], content(), actor=office.act()).execute()
    assert _queries(analyst) <= before


def _queries(client):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(URL).status_code == 200
    assert len(queries) <= 30
    return len(queries)
