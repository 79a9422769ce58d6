"""The hits as a file: those of the page, all of them up to a number, with the rights of the reader."""

import csv
import datetime
import io
from dataclasses import replace

import pytest
from django.db import DatabaseError
from django.urls import reverse

from amendments.admin import exports
from search import sources
from search.queries import export
from search.sources import Text
from search.views import files
from tests.search.asking import found
from tests.search.test_leaks import MAY_READ, ROLES, SECRET, secret  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db


def read(client, form="csv", **asked):
    response = client.get(reverse(f"search:export_{form}"), asked)
    assert response.status_code == 200
    assert "sandbox" in response["Content-Security-Policy"]
    assert response["Content-Disposition"] == f'attachment; filename="search.{form}"'
    if form == "json":
        return response.json()["hits"]
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


@pytest.mark.parametrize("form", ["csv", "json"])
def test_every_hit_is_a_row_in_the_order_of_the_page(notebook, client, form):
    for number in range(30):
        notebook.add(
            "a permit", heading=f"Note {number:02}", date=datetime.date(2020, 1, 1 + number), status="open"
        )
    notebook.add("nothing")
    notebook.index()
    rows = read(client, form, q="permit", sort="newest")
    assert [row["title"] for row in rows] == [f"Note {number:02}" for number in reversed(range(30))]
    assert (
        rows[0] | {"text": "a permit", "date": "2020-01-30", "status": "Open", "is_public": "yes"} == rows[0]
    )
    assert rows[0]["url"] == "http://127.0.0.1:8000/notes/n30/"


def test_no_value_becomes_a_formula(notebook, client):
    notebook.add("=1+1 permit", heading="@permit", context="-permit")
    notebook.index()
    (row,) = read(client, q="permit")
    assert (row["title"], row["text"], row["context"]) == ("'@permit", "'=1+1 permit", "'-permit")


VALUES = {
    "x;=1+1": "x;'=1+1",
    "text\n=1+1": "text\n'=1+1",
    'text\n;=HYPERLINK("https://elsewhere.example")': 'text\n;\'=HYPERLINK("https://elsewhere.example")',
    'x;"=1+1;"': 'x;"\'=1+1;"',
    "a, -b": "a, '-b",
    " \t+1": " \t'+1",
    "＝1+1": "'＝1+1",
    "x;＋1": "x;'＋1",
    "－1": "'－1",
    "x,＠y": "x,'＠y",
    "a - b": "a - b",
    "12-1; 3, a-b@c": "12-1; 3, a-b@c",
    "": "",
}


@pytest.mark.parametrize(("value", "written"), VALUES.items())
def test_a_sign_is_marked_where_a_cell_may_begin(value, written):
    assert export.without_formulas([value]) == [written]
    assert exports.without_formulas(value) == written  # the lists of the admin, which import no search


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_no_cell_is_a_formula_whatever_separates_cells(delimiter):
    out = io.StringIO()
    csv.writer(out).writerows(export.without_formulas(["note", value, "end"]) for value in VALUES)
    rows = csv.reader(io.StringIO(out.getvalue(), newline=""), delimiter=delimiter)
    cells = [cell.lstrip() for row in rows for cell in row]
    assert [cell for cell in cells if cell.startswith(tuple("=+-@＝＋－＠"))] == []


def test_many_line_breaks_are_written_quickly():
    assert export.without_formulas(["\n" * 200_000]) == ["\n" * 200_000]


@pytest.mark.parametrize(("query", "said"), [("C-014", "case 014"), ("viza", "a visa")])
def test_a_file_asks_as_the_page_where_nothing_has_what_was_typed(notebook, client, query, said):
    notebook.add(said)
    notebook.index()
    assert found(query) == ["n1"]
    assert [row["text"] for row in read(client, q=query)] == [said]


@pytest.mark.parametrize("form", ["csv", "json"])
def test_looser_rows_of_the_page_are_in_the_file_and_marked(notebook, client, form):
    notebook.add("a residence permit")
    notebook.add("a permit alone")
    notebook.index()
    assert [(row["text"], row["is_loose"]) for row in read(client, form, q="residence permit")] == [
        ("a residence permit", "no"),
        ("a permit alone", "yes"),
    ]
    rows = read(client, form, q="permit refusal", page="3")
    assert {(row["text"], row["is_loose"]) for row in rows} == {
        ("a residence permit", "yes"),
        ("a permit alone", "yes"),
    }


@pytest.mark.parametrize("form", ["csv", "json"])
def test_an_article_with_a_heading_alone_begins_as_on_the_page_and_its_parts_have_rows_of_their_own(
    notebook, client, form
):
    act = {"instrument": "1-L", "status": "open"}
    article = notebook.add("", id="article", heading="Zebras and permits", cite=("(12)",), place=1, **act)
    text = replace(article.texts[0], lead="Of fees.")
    notebook.rows["article"] = [replace(article, texts=(text,))]
    for place, body in enumerate(("Of fees.", "A permit is given.", "It is a permit."), start=1):
        notebook.add(body, cite=(f"(12)({place})",), place=place + 1, **act)
    notebook.index()
    rows = read(client, form, q="permit", sort="law")
    assert [row["text"] for row in rows] == ["Of fees.", "A permit is given.", "It is a permit."]


@pytest.mark.parametrize(("query", "text"), [("permit", "a permit"), ("icazə", "bir icazə")])
def test_a_row_has_the_language_that_answers_as_the_page(notebook, client, query, text):
    entry = notebook.add("a permit", id="one")
    notebook.rows["one"] = [replace(entry, texts=(*entry.texts, Text("az", "", "bir icazə")))]
    notebook.index()
    assert [row["text"] for row in read(client, q=query)] == [text]


def test_a_search_that_does_not_answer_gives_no_half_file(notebook, client, monkeypatch):
    def fail(*_args):
        raise DatabaseError

    monkeypatch.setattr(files, "exported", fail)
    assert client.get(reverse("search:export_csv"), {"q": "permit"}).status_code == 503


def test_a_file_has_an_end(notebook, client, monkeypatch):
    monkeypatch.setattr(export, "MOST", 3)
    for _ in range(10):
        notebook.add("a permit")
    notebook.index()
    assert len(read(client, q="permit", page="4")) == 3


@pytest.mark.parametrize("form", ["csv", "json"])
def test_a_file_has_only_what_the_reader_may_read(secret, notebook, client, monkeypatch, form):  # noqa: F811
    for role, tokens in ROLES.items():
        monkeypatch.setattr(sources, "_readers", [lambda user, tokens=tokens: tokens])
        assert (SECRET in str(read(client, form, q="permits"))) is (role in MAY_READ), role
    notebook.hidden = {"secret"}
    monkeypatch.setattr(sources, "_readers", [lambda user: ("org:7",)])
    assert SECRET not in str(read(client, form, q="permits"))


def test_a_file_asks_as_the_page_for_the_nearest_provision_of_the_named_act(notebook, client):
    notebook.add(
        "of parks", heading="Article 12", cite=("12",), instrument="1-L", instrument_title="Law on parks"
    )
    notebook.add(
        "of lakes", heading="Article 12.3", cite=("12.3",), instrument="2-L", instrument_title="Law on lakes"
    )
    notebook.index()
    assert [row["act"] for row in read(client, q="Law on parks 12.3")][:1] == ["1-L"]
    assert [row["title"] for row in read(client, q="Article 12.3.9")] == ["Article 12.3"]
