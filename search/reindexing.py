"""Builds a new index on the server beside the one in use and switches to it without a gap.

From the moment a generation is built the outbox writes to it too. Meanwhile it is filled from the database, then
compared with the database entry by entry, and only then searches read it. The generation before is kept, so that one
can go back.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max, Model
from django.utils import timezone

from search.backends.store import Batch, Place, Store
from search.delivery import deliver, drawn, loaded, read
from search.errors import BuildingError, NothingToReturnToError, ReindexFailedError
from search.indexing import BATCH, batches
from search.models import ConfidentialEntry, IndexedEntry, PublicEntry
from search.models.outbox import Change, Delivery, Generation

State = Generation.State
Say = Callable[[str, int], None]
"""Told of progress: what is done, and how many entries so far."""

_SAMPLE = 500  # entries that are compared word for word
_ROUNDS = 5
_UNFINISHED = (State.NEW, State.BUILDING)
_MODELS: tuple[type[IndexedEntry], ...] = (PublicEntry, ConfidentialEntry)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a reindexing found when it was done: entries, and how many of them had to be written once more."""

    entries: int
    repaired: int


def reindex(store: Store, say: Say) -> Comparison:
    """Build a generation and let searches read it."""
    adopt(store)
    if Generation.objects.filter(state__in=_UNFINISHED).exists():
        raise BuildingError(
            "A generation is being built already, or its building was cut off: --abandon drops it."
        )
    return _built(store, _new(store), say)


def go_back(store: Store, say: Say) -> Comparison:
    """Let searches read the generation before again.

    It is updated first, so that no entry that became confidential in the meantime counts as public in it.
    """
    adopt(store)
    kept = Generation.objects.filter(state=State.KEPT).order_by("pk").last()
    if kept is None:
        raise NothingToReturnToError("No earlier generation was kept.")
    _enter(kept, State.BUILDING)
    return _built(store, kept, say)


def abandon(store: Store) -> int:
    """Drop what was being built; answers with how many generations."""
    adopt(store)
    unfinished = list(Generation.objects.filter(state__in=_UNFINISHED))
    for generation in unfinished:
        _drop(store, generation, State.FAILED)
    return len(unfinished)


def adopt(store: Store) -> None:
    """Record the state of the server: a switch may have been interrupted before it was recorded, or the server emptied."""
    for generation in Generation.objects.filter(state__in=(*Generation.WRITTEN, State.KEPT)):
        if not store.exists(generation.pk):
            _enter(generation, State.DROPPED)
    live = store.live()
    if live is not None and not Generation.objects.filter(pk=live, state=State.LIVE).exists():
        _note_switch(Generation.objects.get_or_create(pk=live)[0])


def compare(store: Store, generation: Generation, say: Say) -> Comparison:
    """Compare the server with the database, and write again what differs; refuse what still differs then."""
    _catch_up(store, say)
    store.refresh(generation.pk)
    suspects = _differing(store, generation, say)
    repaired = len(suspects)
    for _ in range(_ROUNDS):
        if not suspects:
            store.refresh(generation.pk)  # so that no corrected entry is found in its old state
            return Comparison(_count(), repaired)
        suspects = {
            place for some in batches(sorted(suspects)) for place in _repaired(store, generation, some)
        }
    raise ReindexFailedError(
        f"{len(suspects)} entries are not on the server as they are: {_named(suspects)}."
    )


def _catch_up(store: Store, say: Say) -> None:
    """Deliver the changes that wait now. Later changes are left to the worker; otherwise busy writers would keep this running."""
    end = _last(Change)
    while Change.objects.filter(pk__lte=end, due_at__lte=timezone.now()).exists() and deliver(store):
        say("waiting", Change.objects.count())


def _new(store: Store) -> Generation:
    """A generation with its indexes; only then the outbox may write to it."""
    generation = Generation.objects.create(state=State.NEW)
    store.create(generation.pk)
    _enter(generation, State.BUILDING)
    return generation


def _built(store: Store, generation: Generation, say: Say) -> Comparison:
    try:
        _fill(store, generation, say)
        store.settle(generation.pk)
        found = compare(store, generation, say)
    except ReindexFailedError:
        _drop(store, generation, State.FAILED)
        raise
    Generation.objects.filter(pk=generation.pk).update(entries=found.entries)
    store.switch(generation.pk)
    _note_switch(generation)
    _tidy(store)
    return found


def _fill(store: Store, generation: Generation, say: Say) -> None:
    """Write every entry that is there now; later ones come by the outbox.

    The version of a batch is drawn before it is read, as in `search.delivery`.
    """
    done = 0
    for model in _MODELS:
        last, end = 0, _last(model)
        while True:
            version = Delivery.objects.create().pk
            rows = list(loaded(model).filter(pk__gt=last, pk__lte=end).order_by("pk")[:BATCH])
            if not rows:
                break
            batch = Batch(rows, may_have_moved=generation.switched_at is not None)
            refusals = store.write(generation.pk, batch, version)
            if refusals:
                raise ReindexFailedError(
                    f"The server does not take {refusals[0].place}: {refusals[0].reason}"
                )
            last, done = rows[-1].pk, done + len(rows)
            say("written", done)


def _differing(store: Store, generation: Generation, say: Say) -> set[Place]:
    """Places that only the server or only the database has, and places of a sample whose entries differ."""
    found: set[Place] = set()
    for model in _MODELS:
        there = set(store.places(generation.pk, is_public=model is PublicEntry))
        here = set(model._default_manager.values_list("source", "key"))
        found |= there ^ here
        say("compared", len(here))
        sample = list(loaded(model).order_by("?")[:_SAMPLE])
        found |= store.differing(generation.pk, Batch(sample))
    return found - _on_their_way(found)


def _repaired(store: Store, generation: Generation, places: list[Place]) -> set[Place]:
    """Write these places again and return those that still differ."""
    version, batch = drawn(places)
    store.write(generation.pk, batch, version)
    wrong = store.differing(generation.pk, read(places))
    return wrong - _on_their_way(wrong)


def _on_their_way(places: Iterable[Place]) -> set[Place]:
    """The places that the outbox has yet to deliver."""
    keys = ([key for _, key in some] for some in batches(sorted(places)))
    changes = (Change.objects.filter(key__in=some).values_list("source", "key") for some in keys)
    return {place for some in changes for place in some}


def _note_switch(generation: Generation) -> None:
    with transaction.atomic():
        Generation.objects.filter(state=State.LIVE).exclude(pk=generation.pk).update(state=State.KEPT)
        Generation.objects.filter(pk=generation.pk).update(state=State.LIVE, switched_at=timezone.now())


def _tidy(store: Store) -> None:
    """Keep one generation to go back to."""
    for generation in Generation.objects.filter(state=State.KEPT).order_by("-switched_at")[1:]:
        _drop(store, generation, State.DROPPED)


def _drop(store: Store, generation: Generation, state: State) -> None:
    """Stop writing to a generation, then drop it on the server."""
    _enter(generation, state)
    store.drop(generation.pk)


def _enter(generation: Generation, state: State) -> None:
    Generation.objects.filter(pk=generation.pk).update(state=state)


def _count() -> int:
    return sum(model._default_manager.count() for model in _MODELS)


def _last(model: type[Model]) -> int:
    return model._default_manager.aggregate(last=Max("pk"))["last"] or 0


def _named(places: Iterable[Place]) -> str:
    return ", ".join(f"{source}:{key}" for source, key in sorted(places)[:5])
