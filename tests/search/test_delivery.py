from datetime import timedelta

import pytest
from django.utils import timezone

from search import sources
from search.backends.store import Refusal
from search.delivery import BATCH, deliver, read
from search.enqueuing import retry
from search.errors import EngineDownError
from search.models import Change, DeadLetter, Delivery, Generation
from tests.search.stores import StoreInMemory

pytestmark = pytest.mark.django_db
PLACE = ("note", "a")


@pytest.fixture
def store(settings, notebook):
    """A server with one index that is searched."""
    settings.SEARCH_SERVER = {"urls": ["http://127.0.0.1:9"]}
    made = StoreInMemory()
    generation = Generation.objects.create(state=Generation.State.LIVE)
    made.create(generation.pk)
    made.searched = generation.pk
    return made


@pytest.fixture
def save(notebook):
    """Write a note, as an app does."""

    def write(body, *audience, id="a"):  # noqa: A002
        notebook.rows.pop(id, None)
        if body:
            notebook.add(body, *audience, id=id)
        sources.refresh("note", [id])

    return write


def there(store):
    return store.words(store.searched)


def test_what_was_saved_changed_and_deleted_is_delivered(store, save):
    save("first")
    assert deliver(store) == 1
    assert there(store) == {"a": ("first", True)}
    save("second")
    deliver(store)
    assert there(store) == {"a": ("second", True)}
    save("")
    deliver(store)
    assert there(store) == {}
    assert deliver(store) == 0


def test_several_changes_of_an_entry_are_one_write(store, save):
    for number in range(5):
        save(f"wording {number}")
    assert deliver(store) == 5
    assert there(store) == {"a": ("wording 4", True)}
    assert Delivery.objects.get().entries == 1


@pytest.mark.parametrize(("before", "after"), [("public", "org:7"), ("org:7", "public")])
def test_an_entry_leaves_those_who_may_no_longer_read_it(store, save, before, after):
    save("plan", before)
    deliver(store)
    save("plan", after)
    deliver(store)
    assert there(store) == {"a": ("plan", after == "public")}


def test_a_server_that_is_down_keeps_everything_waiting(store, save):
    save("first")
    store.is_down = True
    with pytest.raises(EngineDownError):
        deliver(store)
    assert Change.objects.count() == 1
    store.is_down = False
    deliver(store)
    assert there(store) == {"a": ("first", True)}


def test_every_generation_that_follows_is_written_and_no_other(store, save):
    for state in (Generation.State.BUILDING, Generation.State.KEPT):
        store.create(Generation.objects.create(state=state).pk)
    save("first")
    deliver(store)
    assert [len(store.words(generation)) for generation in sorted(store.kept)] == [1, 1, 0]


def test_a_delivery_that_was_overtaken_changes_nothing(store, save):
    """One worker reads an entry; another reads it later but writes first."""
    save("first")

    def meanwhile():
        save("second")
        deliver(store)

    store.before_write = meanwhile
    deliver(store)
    assert there(store) == {"a": ("second", True)}


def test_an_entry_deleted_meanwhile_does_not_rise_again(store, save):
    save("first")

    def meanwhile():
        save("")
        deliver(store)

    store.before_write = meanwhile
    deliver(store)
    assert there(store) == {}


def test_a_change_during_a_delivery_waits_for_the_next(store, save):
    save("first")
    store.before_write = lambda: save("second")
    deliver(store)
    assert Change.objects.count() == 1
    deliver(store)
    assert there(store) == {"a": ("second", True)}


def test_what_is_refused_for_good_is_put_aside_with_the_reason(store, save):
    store.refusals[PLACE] = Refusal(PLACE, "field [x] is unknown", is_final=True)
    save("first")
    save("other", id="b")
    deliver(store)
    assert there(store) == {"b": ("other", True)}
    assert not Change.objects.exists()
    assert DeadLetter.objects.get().reason == "field [x] is unknown"


def test_refused_twice_it_is_one_letter_and_taken_at_last_it_is_none(store, save):
    for reason in ("once", "twice"):
        store.refusals[PLACE] = Refusal(PLACE, reason, is_final=True)
        save(reason)
        deliver(store)
    assert DeadLetter.objects.get().reason == "twice"
    store.refusals.clear()
    retry(DeadLetter.objects.values_list("pk", flat=True))
    deliver(store)
    assert there(store) == {"a": ("twice", True)}
    assert not DeadLetter.objects.exists()


def test_what_the_server_fails_on_is_tried_again_later_and_not_for_ever(store, save):
    store.refusals[PLACE] = Refusal(PLACE, "internal error", is_final=False)
    save("first")
    save("other", id="b")
    for attempt in range(1, 6):
        deliver(store)
        change = Change.objects.get()
        assert change.attempts == attempt
        assert change.due_at > timezone.now()
        assert deliver(store) == 0
        Change.objects.update(due_at=timezone.now() - timedelta(seconds=1))
    assert there(store) == {"b": ("other", True)}
    deliver(store)
    assert not Change.objects.exists()
    assert DeadLetter.objects.get().key == "a"


def test_the_oldest_go_first_a_batch_at_a_time(store, notebook):
    for number in range(BATCH + 1):
        notebook.add(f"permit {number}", id=f"{number:04}")
    notebook.index()
    assert deliver(store) == BATCH
    assert list(Change.objects.values_list("key", flat=True)) == [f"{BATCH:04}"]


def test_what_became_confidential_while_it_was_read_is_confidential(notebook, save, monkeypatch):
    save("plan", "public")
    from search import delivery

    rows = delivery._rows

    def slowly(model, source, keys):
        found = list(rows(model, source, keys))
        if model.__name__ == "PublicEntry":
            save("plan", "org:7")
        return found

    monkeypatch.setattr(delivery, "_rows", slowly)
    (row,) = read([PLACE]).present
    assert type(row).__name__ == "ConfidentialEntry"


def test_the_list_of_deliveries_is_kept_short_and_versions_never_go_back(store, save):
    save("first")
    deliver(store)
    before = Delivery.objects.get().pk
    Delivery.objects.update(at=timezone.now() - timedelta(days=2))
    save("second")
    deliver(store)
    assert Delivery.objects.get().pk > before
