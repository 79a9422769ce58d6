"""A source of another app: notes in a list, for readers with tokens."""

import pytest
from django.db import connection
from django.urls import reverse

from search import sources
from search.models.saved import SavedSearch
from search.sources import Entry, Text


class Reader:
    """A user: whatever the site uses; the search only hands it on."""

    is_authenticated = True

    def __init__(self, *tokens):
        self.tokens = frozenset(tokens)


class Notebook:
    """A source; `rows` is its table, a row of which may make several entries."""

    name = "note"
    label = "Notes"
    statuses = {"open": "Open"}

    def __init__(self, name="note"):
        self.name = name
        self.rows = {}
        self.hidden = set()

    def entries(self, ids):
        for key, entries in self.rows.items():
            if ids is None or key in ids:
                yield from entries

    def visible_to(self, user, ids):
        return set(ids) - self.hidden

    def add(self, body, *audience, id="", heading="", language="en", **fields):  # noqa: A002
        """Add a row to the table without indexing it."""
        entry_id = id or f"n{len(self.rows) + 1}"
        entry = Entry(
            id=entry_id,
            url=f"/notes/{entry_id}/",
            texts=(Text(language, heading, body),),
            audience=frozenset(audience or ("public",)),
            **fields,
        )
        self.rows.setdefault(entry.object_id or entry.id, []).append(entry)
        return entry

    def index(self):
        """Tell the search of every row."""
        sources.refresh(self.name, self.rows)


def rows_of_text(scope):
    """How many entries of a scope have a full text."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM {scope.text}")
        return cursor.fetchone()[0]


@pytest.fixture(autouse=True)
def _own_registry(monkeypatch):
    monkeypatch.setattr(sources, "_sources", {})
    monkeypatch.setattr(sources, "_only_for", {})
    monkeypatch.setattr(sources, "_readers", [])
    monkeypatch.setattr(sources, "_rights", [])


@pytest.fixture
def notebook():
    source = Notebook()
    sources.register(source)
    sources.register_reader(lambda user: getattr(user, "tokens", ()))
    return source


@pytest.fixture
def reader():
    return Reader


@pytest.fixture
def owner(django_user_model):
    return django_user_model.objects.create(email="owner@example.org")


@pytest.fixture
def tokens(owner, monkeypatch):
    """The tokens of the owner. Changing them changes the owner's rights."""
    held = set()
    monkeypatch.setattr(
        sources, "_readers", [lambda user: held if getattr(user, "pk", None) == owner.pk else ()]
    )
    return held


@pytest.fixture
def saved(notebook, client, owner, tokens):
    client.force_login(owner)

    def save(address="q=permit", **given):
        client.post(reverse("search:save"), {"name": "Permits", "address": address, "by_mail": "on"} | given)
        return SavedSearch.objects.get()

    return save


@pytest.fixture
def later(django_capture_on_commit_callbacks):
    """Do what the worker does after the commit."""

    def run(change):
        with django_capture_on_commit_callbacks(execute=True):
            change()

    return run
