import pytest

from search import delivery, sources
from search.backends.store import Refusal
from search.delivery import deliver
from search.errors import BuildingError, EngineDownError, NothingToReturnToError, ReindexFailedError
from search.models import Change, Generation, PublicEntry
from search.reindexing import abandon, adopt, go_back, reindex
from tests.search.stores import StoreInMemory

pytestmark = pytest.mark.django_db
State = Generation.State


@pytest.fixture
def store(settings):
    """An empty server."""
    settings.SEARCH_SERVER = {"urls": ["http://127.0.0.1:9"]}
    return StoreInMemory()


@pytest.fixture
def save(notebook):
    """Write a note, as an app does."""

    def write(body, *audience, id="a"):  # noqa: A002
        notebook.rows.pop(id, None)
        if body:
            notebook.add(body, *audience, id=id)
        sources.refresh("note", [id])

    return write


def quietly(what, done):
    pass


def states():
    return list(Generation.objects.order_by("pk").values_list("state", flat=True))


def there(store):
    return store.words(store.searched)


def test_a_new_index_holds_everything_and_is_searched(store, save):
    save("open", id="a")
    save("closed", "org:7", id="b")
    said = []
    found = reindex(store, lambda what, done: said.append((what, done)))
    assert (found.entries, found.repaired) == (2, 0)
    assert there(store) == {"a": ("open", True), "b": ("closed", False)}
    assert store.searched in store.settled
    assert ("written", 2) in said
    assert states() == [State.LIVE]
    assert Generation.objects.get().switched_at


def test_the_one_before_is_kept_and_older_ones_are_dropped(store, save):
    save("first")
    for _ in range(3):
        reindex(store, quietly)
    assert states() == [State.DROPPED, State.KEPT, State.LIVE]
    assert len(store.kept) == 2


def test_what_changes_while_it_is_filled_is_in_it(store, save):
    save("first")
    save("gone", id="b")
    save("secret", id="c")

    def meanwhile():
        save("second")
        save("", id="b")
        save("secret", "org:7", id="c")
        save("new", id="d")
        deliver(store)

    store.before_write = meanwhile
    assert reindex(store, quietly).repaired == 0
    assert there(store) == {"a": ("second", True), "c": ("secret", False), "d": ("new", True)}


def test_what_was_not_delivered_yet_is_delivered_before_the_two_are_compared(store, save):
    save("gone", id="b")
    store.before_write = lambda: save("", id="b")
    reindex(store, quietly)
    assert there(store) == {}
    assert not Change.objects.exists()


def test_what_changes_while_the_two_are_compared_comes_with_the_outbox(store, save, monkeypatch):
    save("first")

    def meanwhile(generation):
        save("new", id="b")

    monkeypatch.setattr(store, "refresh", meanwhile)
    assert reindex(store, quietly).repaired == 0
    assert there(store) == {"a": ("first", True)}
    deliver(store)
    assert there(store) == {"a": ("first", True), "b": ("new", True)}


def test_what_the_server_lost_or_changed_is_written_again(store, save, monkeypatch):
    for name in "abc":
        save(name, id=name)

    def spoil(generation):
        Change.objects.all().delete()
        kept = store.kept[generation]
        for place in list(kept):
            if place[1][1] == "a":
                del kept[place]
            if place[1][1] == "b" and kept[place][1]:
                kept[place] = (1, "something else")

    monkeypatch.setattr(store, "settle", spoil)
    found = reindex(store, quietly)
    assert found.repaired == 2
    assert there(store) == {"a": ("a", True), "b": ("b", True), "c": ("c", True)}


def test_an_index_that_stays_different_is_not_searched(store, save, monkeypatch):
    save("first")
    reindex(store, quietly)
    monkeypatch.setattr(store, "differing", lambda generation, batch: {("note", "a")})
    with pytest.raises(ReindexFailedError, match="note:a"):
        reindex(store, quietly)
    assert states() == [State.LIVE, State.FAILED]
    assert store.searched == Generation.objects.get(state=State.LIVE).pk
    assert len(store.kept) == 1


def test_an_entry_that_is_refused_stops_it_by_name(store, save):
    save("first")
    store.refusals["note", "a"] = Refusal(("note", "a"), "field [x] is unknown", is_final=True)
    with pytest.raises(ReindexFailedError, match=r"'a'.*field \[x\]"):
        reindex(store, quietly)
    assert store.searched is None
    assert store.kept == {}


def test_a_second_one_at_a_time_is_refused_until_the_first_is_abandoned(store, save, monkeypatch):
    save("first")

    def cut_off(generation):
        raise EngineDownError("cut off")

    with monkeypatch.context() as patch:
        patch.setattr(store, "settle", cut_off)
        with pytest.raises(EngineDownError):
            reindex(store, quietly)
    assert states() == [State.BUILDING]
    with pytest.raises(BuildingError):
        reindex(store, quietly)
    assert abandon(store) == 1
    assert (states(), store.kept) == ([State.FAILED], {})
    assert reindex(store, quietly).entries == 1


def test_going_back_brings_the_kept_one_up_to_date_first(store, save):
    save("first")
    save("plan", id="b")
    save("gone", id="c")
    reindex(store, quietly)
    reindex(store, quietly)
    kept = Generation.objects.get(state=State.KEPT).pk
    save("second")
    save("plan", "org:7", id="b")
    save("", id="c")
    deliver(store)
    assert store.words(kept)["a"] == ("first", True)
    go_back(store, quietly)
    assert store.searched == kept
    assert there(store) == {"a": ("second", True), "b": ("plan", False)}
    assert states() == [State.LIVE, State.KEPT]


def test_without_an_earlier_index_there_is_no_way_back(store):
    with pytest.raises(NothingToReturnToError):
        go_back(store, quietly)


def test_a_switch_that_was_not_noted_is_taken_over(store, save):
    save("first")
    reindex(store, quietly)
    reindex(store, quietly)
    old, new = Generation.objects.order_by("pk")
    Generation.objects.filter(pk=old.pk).update(state=State.LIVE)
    Generation.objects.filter(pk=new.pk).update(state=State.BUILDING)
    adopt(store)
    assert states() == [State.KEPT, State.LIVE]


def test_indexes_that_the_server_lost_are_not_written_any_more(store, save):
    save("first")
    reindex(store, quietly)
    store.kept.clear()
    store.searched = None
    reindex(store, quietly)
    assert states() == [State.DROPPED, State.LIVE]
    assert there(store) == {"a": ("first", True)}


def test_writers_that_never_rest_do_not_keep_it_from_its_end(store, save, monkeypatch):
    monkeypatch.setattr(delivery, "BATCH", 1)
    save("first")
    write, written = store.write, []

    def busily(generation, batch, version):
        written.append(version)
        assert len(written) < 100
        save(f"wording {version}", id=f"n{version}")
        return write(generation, batch, version)

    monkeypatch.setattr(store, "write", busily)
    reindex(store, quietly)
    monkeypatch.setattr(store, "write", write)
    assert Change.objects.exists()
    while deliver(store):
        pass
    assert set(there(store)) == set(PublicEntry.objects.values_list("key", flat=True))
