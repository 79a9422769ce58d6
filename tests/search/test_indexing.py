import pytest
from django.db import transaction

from search import sources
from search.backends.dialect import CONFIDENTIAL_SCOPE, PUBLIC_SCOPE
from search.errors import BadEntryError
from search.indexing import rebuild
from search.models import AudienceToken, ConfidentialEntry, PublicEntry
from tests.search.asking import found, search
from tests.search.conftest import rows_of_text

pytestmark = pytest.mark.django_db


def test_a_row_is_found_once_it_is_announced(notebook):
    notebook.add("A residence permit")
    assert found("permit") == []
    notebook.index()
    assert found("permit") == ["n1"]


def test_a_change_is_found_under_its_new_words_only(notebook):
    notebook.add("A residence permit", id="a")
    notebook.index()
    notebook.rows.clear()
    notebook.add("A work licence", id="a")
    sources.refresh("note", ["a"])
    assert found("permit") == []
    assert found("licence") == ["a"]
    assert rows_of_text(PUBLIC_SCOPE) == 1


def test_the_index_follows_the_transaction_of_the_data(notebook):
    notebook.add("A residence permit")

    with transaction.atomic():
        notebook.index()
        assert found("permit") == ["n1"]
        transaction.set_rollback(True)
    assert found("permit") == []
    assert rows_of_text(PUBLIC_SCOPE) == 0


def test_a_row_that_is_gone_leaves_the_index(notebook):
    notebook.add("A residence permit", id="a")
    notebook.add("Another permit", id="b")
    notebook.index()
    del notebook.rows["a"]
    sources.refresh("note", ["a"])
    assert found("permit") == ["b"]
    sources.remove("note", ["b"])
    assert found("permit") == []
    assert rows_of_text(PUBLIC_SCOPE) == 0


def test_ids_are_compared_as_text(notebook):
    notebook.add("A residence permit", id="7")
    sources.refresh("note", [7])
    assert found("permit") == ["7"]


def test_announcing_nothing_changes_nothing(notebook, django_assert_num_queries):
    notebook.add("A residence permit")
    with django_assert_num_queries(0):
        sources.refresh("note", [])
    assert found("permit") == []


def test_one_row_may_make_several_entries(notebook):
    notebook.add("first wording", id="a.1", object_id="a")
    notebook.add("second wording", id="a.2", object_id="a")
    notebook.index()
    assert sorted(found("wording")) == ["a.1", "a.2"]
    notebook.rows["a"].pop()
    sources.refresh("note", ["a"])
    assert found("wording") == ["a.1"]


def test_a_source_that_answers_with_other_rows_is_refused(notebook, monkeypatch):
    stray = notebook.add("Not asked for", id="b")
    monkeypatch.setattr(notebook, "entries", lambda ids: iter([stray]))
    with pytest.raises(BadEntryError, match=r"'note'.*'b'"):
        sources.refresh("note", ["a"])


def test_what_is_not_public_lives_in_tables_of_its_own(notebook):
    notebook.add("secret plan", "org:7", "role:secretary", id="a")
    notebook.index()
    assert (PublicEntry.objects.count(), rows_of_text(PUBLIC_SCOPE)) == (0, 0)
    assert (ConfidentialEntry.objects.count(), rows_of_text(CONFIDENTIAL_SCOPE)) == (1, 1)
    assert set(AudienceToken.objects.values_list("token", flat=True)) == {"org:7", "role:secretary"}


@pytest.mark.parametrize("before", ["public", "org:7"])
@pytest.mark.parametrize("after", ["public", "org:7"])
def test_a_row_moves_when_its_audience_changes(notebook, before, after):
    notebook.add("plan", before, id="a")
    notebook.index()
    notebook.rows.clear()
    notebook.add("plan", after, id="a")
    sources.refresh("note", ["a"])
    assert PublicEntry.objects.count() == rows_of_text(PUBLIC_SCOPE) == (after == "public")
    assert ConfidentialEntry.objects.count() == rows_of_text(CONFIDENTIAL_SCOPE) == (after != "public")


def test_what_nobody_may_read_is_not_indexed(notebook):
    entry = notebook.add("nobody's plan", id="a")
    notebook.rows["a"] = [type(entry)(id="a", url="/a/", texts=entry.texts, audience=frozenset())]
    notebook.index()
    assert not PublicEntry.objects.exists()
    assert not ConfidentialEntry.objects.exists()


def test_rebuilding_replaces_all_of_a_source_and_nothing_else(notebook):
    other = type(notebook)("letter")
    sources.register(other)
    other.add("A letter on permits", id="l")
    notebook.add("An old permit", id="old")
    notebook.add("A secret permit", "org:7", id="secret")
    other.index()
    notebook.index()
    notebook.rows.clear()
    notebook.add("A new permit", id="new")
    seen = []
    assert rebuild(notebook, seen.append) == 1
    assert seen == [1]
    assert sorted(found("permit")) == ["l", "new"]
    assert rows_of_text(CONFIDENTIAL_SCOPE) == 0


def test_a_rebuild_that_fails_leaves_the_old_index(notebook, monkeypatch):
    kept = notebook.add("A residence permit", id="a")
    notebook.index()

    def broken(ids):
        yield kept
        raise ValueError

    monkeypatch.setattr(notebook, "entries", broken)
    with pytest.raises(ValueError, match=r"^$"):
        rebuild(notebook, lambda done: None)
    assert found("permit") == ["a"]


def test_more_rows_than_one_statement_holds_are_written_and_forgotten(notebook):
    for number in range(1100):
        notebook.add(f"permit {number}", id=str(number))
    notebook.index()
    assert search("permit", None).total == 1100
    sources.remove("note", range(1099))
    assert search("permit", None).total == 1
