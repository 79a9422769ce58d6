"""`manage.py search`."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from search import sources

pytestmark = pytest.mark.django_db


def run(*arguments):
    out = StringIO()
    call_command("search", *arguments, stdout=out, no_color=True)
    return out.getvalue()


def test_hits_are_printed_with_their_address(notebook):
    notebook.add("a residence permit", heading="On stay", context="Law on stay")
    notebook.index()
    printed = run("permit")
    for words in (
        "1 results, page 1 of 1",
        "1. On stay  Notes",
        "Law on stay  /notes/n1/",
        "a residence permit",
    ):
        assert words in printed


def test_a_slip_is_understood(notebook):
    notebook.add("a residence permit")
    notebook.index()
    assert "did you mean: residence" in run("residense")


def test_the_address_of_the_page_narrows_it(notebook):
    notebook.add("permit", id="old", instrument="27-L")
    notebook.add("permit", id="new", instrument="28-L")
    notebook.index()
    hits = json.loads(run("permit", "--with", "instrument=28-L&page=1", "--json"))["hits"]
    assert [hit["id"] for hit in hits] == ["new"]


def test_it_asks_with_the_rights_of_a_person(notebook, django_user_model, monkeypatch):
    monkeypatch.setattr(sources, "_readers", [lambda user: ["org:7"] if user.is_authenticated else []])
    django_user_model.objects.create(email="author@example.org")
    notebook.add("secret permit", "org:7")
    notebook.index()
    assert "0 results" in run("permit")
    assert "1 results" in run("permit", "--as", "author@example.org")
    with pytest.raises(CommandError, match=r"stranger@example\.org"):
        run("permit", "--as", "stranger@example.org")


def test_bytes_that_are_no_text_are_answered(notebook):
    notebook.add("permit")
    notebook.index()
    answer = json.loads(run("permit \udced\udca0", "--with", "kind=\udcff&like=\udcff:1", "--json"))
    assert answer["query"] == "permit ??"
    assert "1 results" in run("permit \udced")
