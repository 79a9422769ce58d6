"""The table of concordance as a Word file and a workbook, and the analysis report."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry

from amendments.models import Export
from amendments.renderers.paper.documents import PaperAct, TitleBlock
from consultations.models import Treaty
from rights.actions.concordance.judge_row import JudgeRow
from rights.actions.concordance.row_content import Judged
from rights.exporters import OURS
from rights.exports.tabled import CellWords, ConcordanceDocument, TableBlock, TableGroup
from rights.exports.word_blocks import as_word_concordance
from rights.exports.workbook import as_workbook
from rights.models import ConcordanceRow
from rights.values import Degree
from rights.views import row_files
from tests.factories import law
from tests.rights.concordance_rows import write

pytestmark = pytest.mark.whole


def document(*rows, heading="CRC"):
    block = TitleBlock("Table", ("Law on Ferries",), "Table", "abc", "Not official.", language="en")
    group = TableGroup(heading, tuple(tuple(CellWords(cell) for cell in row) for row in rows))
    return ConcordanceDocument(
        name="concordance",
        title="Table",
        author="Ministry",
        at=datetime(2026, 11, 25, tzinfo=UTC),
        identity="abc",
        language="en",
        acts=(PaperAct(block, (), "en"),),
        blocks=(TableBlock("Table", ("Article", "Law"), (1, 3), (group,)),),
    )


def test_the_word_file_is_landscape_and_repeats_its_head_on_every_page():
    word = Document(BytesIO(as_word_concordance(document(("3(1)", "First line\nSecond line & more")))))
    (table,) = word.tables
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells == [["Article", "Law"], ["CRC", "CRC"], ["3(1)", "First line\nSecond line & more"]]
    assert word.sections[0].orientation == WD_ORIENT.LANDSCAPE
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [(one.text, one.style.name) for one in word.paragraphs[:1]] == [("Table", "Heading 1")]
    assert table.rows[1]._tr.trPr.find(qn("w:tblHeader")) is None
    assert "Law on Ferries" in "".join(p.text for p in word.sections[0].first_page_header.paragraphs)


@pytest.mark.parametrize("sign", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")'])
def test_no_text_becomes_a_formula(sign):
    sheet = load_workbook(BytesIO(as_workbook(document((sign, "plain"))))).active
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == sign)
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    plain = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "plain")
    assert not plain.quotePrefix


def test_the_workbook_says_what_it_is_above_the_table_and_freezes_the_head():
    sheet = load_workbook(BytesIO(as_workbook(document(("3\x00(1)", "a"))))).active
    rows = [[cell for cell in row if cell] for row in sheet.iter_rows(values_only=True)]
    assert [row for row in rows if row] == [
        ["Table"],
        ["Law on Ferries"],
        ["Not official."],
        ["Article", "Law"],
        ["CRC"],
        ["3\N{REPLACEMENT CHARACTER}(1)", "a"],
    ]
    head = next(row for row in sheet.iter_rows() if row[0].value == "Article")[0].row
    assert sheet.freeze_panes == f"A{head + 1}"
    assert sheet.print_title_rows == f"${head}:${head}"
    assert sheet.page_setup.orientation == "landscape"


@pytest.fixture
def rows(office):
    text = office.world.text
    write(office, text, "2.1", degree=Degree.FULL, comment="As it should be.", quote="Every child.")
    write(
        office,
        text,
        degree=Degree.NONE,
        articles="5",
        completion="A by-law",
        summary="=Parents",
        comment="No.",
    )
    write(office, text, "1.2.1", articles="7", degree=Degree.PARTIAL)


def file_of(client, slug, **query):
    response = client.get(reverse("concordance:file", args=[slug]), query)
    assert response.status_code == 200
    assert "attachment" in response["Content-Disposition"]
    return BytesIO(response.content)


def test_both_files_hold_the_rows_of_the_page_with_the_words_of_the_law(office, rows, client):
    (table,) = Document(file_of(client, "concordance-docx")).tables
    word = [[cell.text for cell in row.cells] for row in table.rows]
    assert re.fullmatch(r"CRC: .* \((binding|benchmark)\)", word[1][0])
    assert word[0][5].startswith("Degree: Law 1-L")
    by_article = {row[1]: row[2:] for row in word[2:]}
    named = {row.articles: row.reference for row in ConcordanceRow.objects.all()}
    assert {row[1]: row[0] for row in word[2:]} == named
    assert list(by_article) == ["3(1)", "5", "7"]
    asked, number, law, before, degree, by, comment, todo = by_article["3(1)"]
    assert by.startswith("Ferry Authority\n")  # the body, and nobody by name
    assert asked == "Best interests\nEvery child."
    assert (number, before, degree, comment, todo) == (
        "2.1",
        "not assessed",
        "Fully approximated",
        "As it should be.",
        "",
    )
    assert law.startswith("2.1. ")
    assert "20 coins" in law
    assert by_article["5"] == [
        *("=Parents", "none", "", "not assessed", "Not approximated"), by, "No.", "A by-law"
    ]  # fmt: skip
    sheet = load_workbook(file_of(client, "concordance-xlsx")).active
    found = {row[1]: list(row[2:10]) for row in sheet.iter_rows(values_only=True) if row[1] in by_article}
    assert found == {key: [cell or None for cell in cells] for key, cells in by_article.items()}
    filtered = load_workbook(file_of(client, "concordance-xlsx", degree="none")).active
    assert {row[1] for row in filtered.iter_rows(values_only=True)} & {"3(1)", "5"} == {"5"}


def test_a_provision_that_a_text_does_not_have_is_none_there_on_the_page_and_in_the_files(office, client):
    world = office.world
    law.add(world.amendment, world.drafter, "insert_element", "2-1", heading="New", new="New words.")
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    write(office, law.text_in(draft), "2-1")
    query = {"text": str(world.base.pk)}
    (table,) = Document(file_of(client, "concordance-docx", **query)).tables
    assert [cell.text for cell in table.rows[2].cells][3:5] == ["none", ""]
    page = client.get(reverse("concordance:rows"), query).content.decode()
    assert page.partition('data-label="National provision"')[2].partition("</a>")[0].endswith(">none")


def test_a_provision_that_a_text_repeals_is_called_repealed_in_the_file(office, client):
    world = office.world
    write(office, world.base, "2.1")
    law.add(world.amendment, world.drafter, "repeal", "2.1")
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    query = {"text": str(law.text_in(draft).pk)}
    (table,) = Document(file_of(client, "concordance-docx", **query)).tables
    assert [cell.text for cell in table.rows[2].cells][3:5] == ["2.1 (repealed)", ""]


def page_of_report(client):
    return " ".join(client.get(reverse("concordance:report")).content.decode().split())


def test_a_stale_row_says_so_in_the_file(office, client):
    write(office, office.world.base, "2.1", degree=Degree.FULL, comment="As it should be.")
    (table,) = Document(file_of(client, "concordance-docx")).tables
    assert "other words in Draft 1" in table.rows[2].cells[6].text
    assert table.rows[2].cells[8].text == ""  # said of other words


def test_a_deadline_that_is_over_is_told_in_the_files(office, client):
    write(office, office.world.text, "2.1", deadline=date(2026, 1, 31))
    (table,) = Document(file_of(client, "concordance-docx")).tables
    assert table.rows[2].cells[9].text == "by 31 January 2026\noverdue"
    assert "by 31 January 2026; overdue" in page_of_report(client)


def test_the_report_groups_findings_and_recommends_what_is_left_to_do(office, rows, client):
    page = page_of_report(client)
    for words in (
        "What the comparison shows",
        "Recommendations",
        "A by-law",
        "no plan of completion yet",
        "As it should be.",
    ):
        assert words in page
    response = client.get(reverse("concordance:report_file", args=["report-docx"]))
    lines = [line.text for line in Document(BytesIO(response.content)).paragraphs]
    assert "– CRC 5: =Parents. no provision: Not approximated. No." in lines
    assert "– CRC 7: no plan of completion yet." in lines
    assert "– CRC 5: A by-law." in lines
    assert "No provision of the act" in lines


def test_the_report_has_some_findings_on_each_page(office, client, monkeypatch):
    monkeypatch.setattr(row_files, "FINDINGS", 2)
    for number in range(1, 6):
        write(office, office.world.text, "2.1", articles=f"{number}(1)", summary=f"Sum{number}.")
    url = reverse("concordance:report")
    for number, shown in ((1, [1, 2]), (2, [3, 4]), (3, [5])):
        page = client.get(url, {"page": number})
        words = page.content.decode()
        assert [n for n in range(1, 6) if f"Sum{n}." in words] == shown
        (section,) = page.context["sections"]
        assert (len(section.findings), len(section.recommended)) == (len(shown), len(shown))
        assert section.counts == ((Degree.PARTIAL, 5),)
        assert "page=3" in words or number == 3
    file = client.get(reverse("concordance:report_file", args=["report-docx"]))
    told = " ".join(line.text for line in Document(BytesIO(file.content)).paragraphs)
    assert all(f"Sum{n}." in told for n in range(1, 6))


def test_a_download_of_somebody_who_signed_in_is_logged_and_an_unknown_format_is_not_found(
    office, rows, client
):
    client.force_login(office.world.drafter, backend="django.contrib.auth.backends.ModelBackend")
    file_of(client, "concordance-xlsx")
    entry = ModelLogEntry.objects.filter(action="amendments.download_text").latest("timestamp")
    assert entry.data["format"] == "concordance-xlsx"
    for name, slug in (("file", "report-docx"), ("file", "x"), ("report_file", "concordance-docx")):
        assert client.get(reverse(f"concordance:{name}", args=[slug])).status_code == 404


@pytest.mark.parametrize(
    "address", [("file", "concordance-docx"), ("file", "concordance-xlsx"), ("report_file", "report-docx")]
)
def test_a_file_that_is_there_is_given_again_until_its_words_change(
    office, rows, client, monkeypatch, address
):
    name, slug = address
    made = []
    exporter = next(each for each in OURS if each.slug == slug)

    def counted(document):
        made.append(document)
        return exporter.export(document)

    told = replace(exporter, export=counted)
    monkeypatch.setattr(row_files, "exporters_of", lambda _kind: [told])
    url = reverse(f"concordance:{name}", args=[slug])
    first = client.get(url).content
    client.force_login(office.world.citizen, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(url).content == first  # also for another reader of the same words
    assert (len(made), Export.objects.count()) == (1, 1)
    assert Export.objects.get().version == office.world.text
    assert client.get(url, {"degree": "none"}).content != first
    write(office, office.world.text, "2.2", articles="9(1)", summary="More")
    assert client.get(url).content != first
    assert len(made) == 3


def test_a_row_that_only_some_may_read_makes_a_file_of_their_own(office, rows, client):
    """A draft that is not released: its drafter has a row on it, and others have no part in the file."""
    world = office.world
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    hidden = law.text_in(law.seal(world.amendment, world.drafter))
    write(office, hidden, "2.2", articles="9(1)", summary="Zanzibar")
    drafter = Client()
    drafter.force_login(world.drafter, backend="django.contrib.auth.backends.ModelBackend")
    for reader, may in ((drafter, True), (client, False), (drafter, True), (client, False)):
        (table,) = Document(file_of(reader, "concordance-docx")).tables
        assert ("Zanzibar" in " ".join(cell.text for row in table.rows for cell in row.cells)) == may


def test_without_a_row_there_is_no_file(office, client):
    assert client.get(reverse("concordance:file", args=["concordance-docx"])).status_code == 404
    assert client.get(reverse("concordance:report")).status_code == 404


def test_files_and_report_ask_no_more_queries_for_more_rows(office, client):
    urls = [reverse("concordance:file", args=["concordance-docx"]), reverse("concordance:report")]
    write(office, office.world.text, "2.1")
    first = [_queries(client, url) for url in urls]
    for treaty in Treaty.objects.all():
        row = write(office, office.world.text, "2.1", treaty=treaty)
        actor = office.act(office.world.drafter)
        JudgeRow(row, office.world.base, Judged(Degree.NONE), actor=actor).execute()
    assert [_queries(client, url) for url in urls] == first


def _queries(client, url):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    assert len(queries) <= 40
    return len(queries)
