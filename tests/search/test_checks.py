"""An administrator is told of an index that is empty."""

import pytest
from django.core.checks import run_checks
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from search import checks
from search.backends.dialect import CONFIDENTIAL_SCOPE, PUBLIC_SCOPE
from search.checks import index_is_filled

pytestmark = [pytest.mark.whole, pytest.mark.django_db]


def said():
    return [message for message in run_checks(databases=["default"]) if message.id == "search.W001"]


@pytest.mark.parametrize("audience", ["public", "org:7"])
def test_an_empty_index_is_told_until_it_is_filled(notebook, audience):
    assert said() == []
    notebook.add("a permit", audience)
    assert [message.hint for message in said()] == ["Run manage.py rebuild_index note."]
    call_command("rebuild_index", verbosity=0)
    assert said() == []


def test_nothing_is_asked_before_the_tables_are_there(notebook):
    notebook.add("a permit")
    (last,) = MigrationLoader(connection).graph.leaf_nodes("madda_search")
    MigrationRecorder(connection).record_unapplied(*last)
    assert said() == []


def test_no_database_is_asked_unless_it_is_named(notebook, django_assert_num_queries):
    notebook.add("a permit")
    with django_assert_num_queries(0):
        assert index_is_filled(databases=None) == []


def test_a_missing_full_text_is_told(monkeypatch):
    monkeypatch.setattr(checks, "_is_behind", lambda: False)
    monkeypatch.setattr(connection.introspection, "table_names", lambda: [PUBLIC_SCOPE.text])
    (message,) = checks.full_text_stands(databases=["default"])
    assert message.msg.endswith(f"there is no table {CONFIDENTIAL_SCOPE.text}.")
    assert message.is_serious()


def test_what_the_site_lacks_is_told(settings, monkeypatch):
    settings.WAGTAILADMIN_BASE_URL = ""
    settings.SEARCH_ENGINE = "search.nowhere.Engine"
    settings.TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates"}]
    monkeypatch.setattr(connection, "vendor", "mysql")
    told = checks.site_is_ready()
    assert [message.id for message in told] == ["search.E002", "search.E003", "search.E004", "search.E006"]
    assert all(message.hint and message.is_serious() for message in told)


def test_a_table_that_is_missing_stops_no_other_check(monkeypatch):
    def broken():
        raise DatabaseError("no such table: cache")
        yield ""

    monkeypatch.setattr(checks, "_empty", broken)
    found = [message for message in run_checks(databases=["default"]) if message.id == "search.W002"]
    assert [str(message.msg) for message in found] == [
        "It is not known whether the search index is filled: no such table: cache"
    ]
