"""The table of conformity as a Word file and a workbook: the cells of the page."""

from io import BytesIO

import pytest
from django.conf import settings
from django.urls import reverse
from docx import Document
from openpyxl import load_workbook

from rights.queries.conformity import conformity_table


@pytest.fixture
def url(office):
    return lambda slug: reverse("rights:conformity_file", args=[office.world.base.instrument_id, slug])


@pytest.fixture
def analyst(office, client):
    client.force_login(office.analyst, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_both_files_have_the_cells_of_the_page(office, analyst, url):
    table = conformity_table(office.analyst, office.world.base.instrument, str(office.world.base.pk))
    wanted = [
        [row.called, f"{cell.right.code} {cell.right}", cell.value.label, f"HR-01 {office.issue.title}"]
        for row in table.rows
        for cell in row.touched
    ]
    text = f"?text={office.world.base.pk}"
    book = load_workbook(BytesIO(analyst.get(url("conformity-xlsx") + text).content))
    rows = [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]
    head = rows.index(["Provision", "Right", "Conformity", "Issues"])
    assert rows[head + 1 :] == wanted
    assert len(book.worksheets) == 2
    word = Document(BytesIO(analyst.get(url("conformity-docx") + text).content))
    first, weakest = word.tables
    assert [[cell.text for cell in row.cells] for row in first.rows][1:] == wanted
    heads = [one.style.name for one in word.paragraphs if one.style.name.lower().startswith("heading")]
    assert [head[-1] for head in heads] == ["1", "2"]
    assert [cell.text for cell in weakest.rows[1].cells] == wanted[0][1:3]


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_it_is_a_workbook_in_each_language(analyst, url, language):
    """A sheet must not be named with a colon, which Azerbaijani and Russian titles have."""
    analyst.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    answer = analyst.get(url("conformity-xlsx"))
    assert answer.status_code == 200
    assert len(load_workbook(BytesIO(answer.content)).worksheets) == 2


def test_a_cell_that_nobody_has_assessed_says_so(office, analyst, url):
    book = load_workbook(
        BytesIO(analyst.get(f"{url('conformity-xlsx')}?text={office.world.text.pk}").content)
    )
    cells = [cell for row in book.worksheets[0].iter_rows(values_only=True) for cell in row]
    assert "to be assessed" in cells


@pytest.mark.parametrize("role", ["drafter", "secretary", "admin", "body_focal"])
def test_nobody_else_gets_it_and_other_formats_are_not_there(office, client, url, role):
    client.force_login(office.world.people[role], backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(url("conformity-xlsx")).status_code == 403
    client.force_login(office.analyst, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(url("pdf")).status_code == 404
