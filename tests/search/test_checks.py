"""An administrator is told of an index that is empty."""

import pytest
from django.core.checks import run_checks
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from search.checks import index_is_filled

pytestmark = pytest.mark.django_db


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
