"""What stands on a server: fields, versions, aliases, and nothing that was not asked for."""

import pytest
from elasticsearch import ApiError, BadRequestError

from search import sources
from search.backends.store import Batch
from search.delivery import deliver, read
from search.errors import EngineDownError
from search.models import Change, DeadLetter, Generation, PublicEntry
from search.reindexing import go_back, reindex
from tests.search.elastic.conftest import drain

pytestmark = pytest.mark.django_db
ENTRIES = 12


@pytest.fixture
def live(store, notebook):
    """An empty index that is searched, as a site makes it."""
    reindex(store, quietly)
    return store


@pytest.fixture
def filled(live, notebook):
    """An index with public and confidential notes."""
    for number in range(ENTRIES):
        notebook.add(f"permit {number}", *(["org:7"] if number % 3 == 0 else []), id=f"n{number}")
    notebook.index()
    drain(live)
    return live


def quietly(what, done):
    pass


def place(name):
    return ("note", name)


def count(store, scope):
    return store.client.count(index=store.names.alias(scope))["count"]


def test_fields_are_strict(live):
    with pytest.raises(BadRequestError, match="strict_dynamic"):
        live.client.index(
            index=live.names.inlet("public", live.live()), document={"source": "note", "surprise": 1}
        )


def test_confidential_entries_have_an_index_of_their_own_that_knows_no_statistics(filled):
    assert (count(filled, "public"), count(filled, "confidential")) == (8, 4)
    for scope, similarity in (("public", "BM25"), ("confidential", "boolean")):
        (found,) = filled.client.indices.get_mapping(index=filled.names.alias(scope)).body.values()
        fields = found["mappings"]["properties"]
        assert found["mappings"]["dynamic"] == "strict"
        texts = [fields["exact"], *(fields["body"]["properties"][one] for one in ("az", "en", "ru"))]
        assert {text["similarity"] for text in texts} == {similarity}


def test_an_older_reading_never_replaces_a_later_one(live, notebook):
    entry = notebook.add("first", id="a")
    notebook.index()
    drain(live)
    old = read([place("a")])
    notebook.rows["a"] = [type(entry)(**{**_fields(entry), "texts": (sources.Text("en", "", "second"),)})]
    notebook.index()
    drain(live)
    assert live.write(live.live(), old, version=1) == []
    assert live.differing(live.live(), read([place("a")])) == set()


def test_a_deleted_entry_does_not_rise_by_a_late_write(filled, notebook):
    old = read([place("n1")])
    del notebook.rows["n1"]
    sources.refresh("note", ["n1"])
    drain(filled)
    assert filled.write(filled.live(), old, version=1) == []
    assert filled.differing(filled.live(), read([place("n1")])) == set()
    filled.refresh(filled.live())
    assert place("n1") not in set(filled.places(filled.live(), is_public=True))


def test_deleting_what_is_not_there_is_no_fault(live):
    assert live.write(live.live(), Batch([], [place("nothing")]), version=1) == []


def test_a_lost_index_is_not_made_anew_by_a_write(filled, notebook):
    filled.drop(filled.live())
    sources.refresh("note", ["n1"])
    with pytest.raises(EngineDownError, match="404"):
        deliver(filled)
    assert Change.objects.exists()
    assert not filled.exists(Generation.objects.get().pk)


def test_what_a_server_cannot_take_is_put_aside_with_its_reason(filled, notebook):
    notebook.add("permit", id="bad", cite=("1" * 40_000,))
    notebook.add("permit", id="good")
    sources.refresh("note", ["bad", "good"])
    drain(filled)
    letter = DeadLetter.objects.get()
    assert letter.key == "bad"
    assert "immense term" in letter.reason
    assert place("good") in set(filled.places(filled.live(), is_public=True))


def test_names_of_any_length_and_script_have_a_place(live, notebook):
    for name in ("ə" * 190, "a/b?c#d e", "x" * 200):
        notebook.add("permit", id=name)
    notebook.index()
    drain(live)
    assert live.differing(live.live(), read([place(name) for name in notebook.rows])) == set()
    assert set(live.places(live.live(), is_public=True)) == {place(name) for name in notebook.rows}


def test_a_reindexing_moves_both_aliases_at_once_and_keeps_the_old_index(filled):
    old = filled.live()
    assert reindex(filled, quietly).entries == ENTRIES
    new = filled.live()
    assert new > old
    assert filled.exists(old)
    assert (count(filled, "public"), count(filled, "confidential")) == (8, 4)
    for scope in ("public", "confidential"):
        aliases = filled.client.indices.get_alias(name=filled.names.alias(scope)).body
        assert list(aliases) == [filled.names.index(scope, new)]


def test_a_new_index_is_refreshed_and_copied_as_usual_once_it_is_filled(filled):
    (found,) = filled.client.indices.get_settings(index=filled.names.alias("public")).body.values()
    settings = found["settings"]["index"]
    assert "refresh_interval" not in settings
    assert settings["number_of_replicas"] == "0"
    assert settings["gc_deletes"] == "1h"


def test_going_back_shows_no_entry_to_those_who_lost_it_meanwhile(filled, notebook):
    reindex(filled, quietly)
    old = Generation.objects.get(state=Generation.State.KEPT).pk
    notebook.rows["n1"] = []
    notebook.add("permit", "org:7", id="n1")
    del notebook.rows["n2"]
    sources.refresh("note", ["n1", "n2"])
    drain(filled)
    go_back(filled, quietly)
    assert filled.live() == old
    assert place("n1") in set(filled.places(old, is_public=False))
    assert {place("n1"), place("n2")}.isdisjoint(filled.places(old, is_public=True))


def test_a_difference_is_found_and_mended(filled, monkeypatch):
    settle = filled.settle

    def spoil(generation):
        settle(generation)
        index = filled.names.index("public", generation)
        filled.client.delete(index=index, id="note:n1", refresh=True)
        lost = {"source": "note", "key": "ghost", "object": "note:ghost"}
        filled.client.index(index=index, id="note:ghost", document=lost, refresh=True)

    monkeypatch.setattr(filled, "settle", spoil)
    assert reindex(filled, quietly).repaired == 2
    filled.refresh(filled.live())
    found = set(filled.places(filled.live(), is_public=True))
    assert found == set(PublicEntry.objects.values_list("source", "key"))


def _fields(entry):
    return {name: getattr(entry, name) for name in entry.__dataclass_fields__}


def test_the_client_is_told_of_errors_as_they_are(live):
    with pytest.raises(ApiError):
        live.client.indices.create(index="not-ours/at all")
