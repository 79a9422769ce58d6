import pytest
from django.db import transaction

from search import sources
from search.enqueuing import retry
from search.indexing import rebuild
from search.models import Change, DeadLetter

pytestmark = pytest.mark.django_db


@pytest.fixture
def served(settings):
    """A site with a search server."""
    settings.SEARCH_SERVER = {"urls": ["http://127.0.0.1:9"]}


def noted():
    return sorted(Change.objects.values_list("source", "key"))


def test_without_a_server_nothing_is_noted(notebook):
    notebook.add("permit")
    notebook.index()
    assert noted() == []


def test_every_entry_of_a_row_is_noted(served, notebook):
    notebook.add("first", id="a.1", object_id="a")
    notebook.add("second", id="a.2", object_id="a")
    notebook.index()
    assert noted() == [("note", "a.1"), ("note", "a.2")]


def test_entries_that_their_row_no_longer_makes_are_noted(served, notebook):
    notebook.add("first", id="a.1", object_id="a")
    notebook.add("second", id="a.2", object_id="a")
    notebook.index()
    Change.objects.all().delete()
    notebook.rows["a"].pop()
    sources.refresh("note", ["a"])
    assert noted() == [("note", "a.1"), ("note", "a.2")]
    Change.objects.all().delete()
    sources.remove("note", ["a"])
    assert noted() == [("note", "a.1")]


def test_a_note_follows_the_transaction_of_the_data(served, notebook):
    notebook.add("permit")
    with transaction.atomic():
        notebook.index()
        assert noted() == [("note", "n1")]
        transaction.set_rollback(True)
    assert noted() == []


def test_a_rebuild_notes_what_was_there_and_what_is(served, notebook):
    notebook.add("permit", id="old")
    notebook.index()
    Change.objects.all().delete()
    notebook.rows.clear()
    notebook.add("permit", id="new")
    rebuild(notebook, lambda done: None)
    assert noted() == [("note", "new"), ("note", "old")]


def test_a_dead_letter_is_delivered_again_once():
    dead = DeadLetter.objects.create(source="note", key="a", reason="too long")
    assert retry([dead.pk, dead.pk + 1]) == 1
    assert noted() == [("note", "a")]
    assert not DeadLetter.objects.exists()
    assert retry([dead.pk]) == 0
