from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from search import sources
from tests.search.asking import search

pytestmark = pytest.mark.django_db


def run(*names):
    out, progress = StringIO(), StringIO()
    call_command("rebuild_index", *names, stdout=out, stderr=progress)
    return out.getvalue(), progress.getvalue()


def test_everything_is_indexed_with_progress(notebook):
    notebook.add("A residence permit")
    out, progress = run()
    assert "note: 1 entries indexed." in out
    assert "note: 1 …" in progress
    assert search("permit", None).total == 1


def test_one_source_can_be_chosen(notebook):
    other = type(notebook)("letter")
    sources.register(other)
    other.add("A permit")
    notebook.add("A permit")
    run("letter")
    assert search("permit", None).answer.counted("kind") == {"letter": 1}


def test_an_unknown_source_is_refused(notebook):
    with pytest.raises(CommandError, match="letter"):
        run("letter")


def test_the_words_of_a_source_are_counted_though_another_fails(notebook, monkeypatch):
    other = type(notebook)("letter")
    sources.register(other)
    other.add("A residence permit")
    notebook.add("A permit")
    monkeypatch.setattr(notebook, "entries", lambda ids: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        run()
    assert search("residenec", None).suggestion == "residence"
