"""The commands that look after a search server."""

import signal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from search import sources
from search.management.commands import index_worker, reindex
from search.models import Change, Generation
from tests.search.stores import StoreInMemory

pytestmark = pytest.mark.django_db


@pytest.fixture
def store(settings, monkeypatch):
    """A server in memory behind the commands."""
    settings.SEARCH_SERVER = {"urls": ["http://127.0.0.1:9"]}
    made = StoreInMemory()
    for module in (index_worker, reindex):
        monkeypatch.setattr(module, "store", lambda: made)
    return made


@pytest.fixture
def saved(notebook):
    """A note whose change waits."""
    notebook.add("first", id="a")
    sources.refresh("note", ["a"])


def run(name, *arguments):
    out, progress = StringIO(), StringIO()
    call_command(name, *arguments, stdout=out, stderr=progress)
    return out.getvalue(), progress.getvalue()


def test_without_a_server_a_reindexing_says_what_to_set(settings):
    settings.SEARCH_SERVER = None
    with pytest.raises(CommandError, match="MADDA_SEARCH_URL"):
        run("reindex")


def test_without_a_server_the_worker_ends_well(settings):
    settings.SEARCH_SERVER = None
    assert "nothing to do" in run("index_worker")[0]


def test_a_reindexing_tells_what_it_did(store, saved):
    out, progress = run("reindex")
    assert "1 entries are searched on the server" in out
    assert "1 written …" in progress
    assert store.words(store.searched) == {"a": ("first", True)}


def test_one_can_go_back_and_drop_what_was_cut_off(store, saved):
    run("reindex")
    first = store.searched
    run("reindex")
    assert store.searched != first
    run("reindex", "--back")
    assert store.searched == first
    store.create(Generation.objects.create(state=Generation.State.BUILDING).pk)
    with pytest.raises(CommandError, match="--abandon"):
        run("reindex")
    out, _ = run("reindex", "--abandon")
    assert "1 unfinished indexes dropped" in out
    run("reindex")


def test_the_worker_empties_the_outbox_once(store, saved):
    run("reindex")
    sources.refresh("note", ["a"])
    out, _ = run("index_worker", "--once")
    assert "1 changes delivered." in out
    assert not Change.objects.exists()


def test_the_worker_says_that_the_server_is_down(store, saved):
    run("reindex")
    sources.refresh("note", ["a"])
    store.is_down = True
    with pytest.raises(CommandError, match="does not answer"):
        run("index_worker", "--once")
    assert Change.objects.exists()


class Watch:
    """The event that stops the worker: after some pauses, which it writes down."""

    def __init__(self, *steps):
        self.steps, self.pauses = list(steps), []

    def is_set(self):
        return not self.steps

    def set(self):
        self.steps.clear()

    def wait(self, seconds):
        self.pauses.append(seconds)
        self.steps.pop(0)()


@pytest.fixture
def watched(monkeypatch):
    """Runs the worker with a watch; what handles signals stays as it is."""
    handlers = {}
    monkeypatch.setattr(index_worker.signal, "signal", handlers.__setitem__)

    def run_with(*steps):
        watch = Watch(*steps)
        monkeypatch.setattr(index_worker.threading, "Event", lambda: watch)
        run("index_worker")
        return watch.pauses, handlers

    return run_with


def test_the_worker_waits_longer_and_longer_for_a_server_that_is_down(store, saved, watched, caplog):
    run("reindex")
    sources.refresh("note", ["a"])
    store.is_down = True

    def comes_back():
        store.is_down = False

    pauses, _ = watched(*[lambda: None] * 6, comes_back, lambda: None)
    assert pauses == [2.0, 4.0, 8.0, 16.0, 30.0, 30.0, 30.0, 1.0]
    assert "changes wait for it" in caplog.text
    assert not Change.objects.exists()


def test_the_worker_stops_when_it_is_told_to(store, saved, watched):
    run("reindex")
    _, handlers = watched(lambda: None)
    assert {signal.SIGTERM, signal.SIGINT} <= handlers.keys()
    handlers[signal.SIGTERM](signal.SIGTERM, None)
