"""From the outbox to the server.

The steps are: choose changes, draw a version, read the entries, write them under that version, delete the changes. The
result is right in whatever order and however often batches are delivered: whoever chose a change read the entry after
it, and of two writes the server keeps the one that was read later.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from search.backends.store import Batch, Place, Refusal, Store
from search.models import ConfidentialEntry, IndexedEntry, PublicEntry
from search.models.outbox import Change, DeadLetter, Delivery, Generation

BATCH = 500  # changes of one delivery
_MOST_ATTEMPTS = 6  # tries for an entry on which the server fails, over about a minute
_KEPT = timedelta(days=1)  # of the list of deliveries


def deliver(store: Store) -> int:
    """Deliver the oldest changes and return how many were delivered. Raises `EngineDownError` if none could be."""
    now = timezone.now()
    changes = list(Change.objects.filter(due_at__lte=now).order_by("pk")[:BATCH])
    if not changes:
        return 0
    refused: dict[Place, Refusal] = {}
    version, batch = drawn({(change.source, change.key) for change in changes})
    for generation in Generation.objects.filter(state__in=Generation.WRITTEN):
        refusals = store.write(generation.pk, batch, version)
        refused |= {refusal.place: refusal for refusal in refusals}
    _settle(changes, refused, now)
    return len(changes)


def drawn(places: Collection[Place]) -> tuple[int, Batch]:
    """A version and, read after it, what stands at these places now."""
    Delivery.objects.filter(at__lt=timezone.now() - _KEPT).delete()
    version = Delivery.objects.create(entries=len(places)).pk
    return version, read(places)


def read(places: Collection[Place]) -> Batch:
    """What stands at these places now."""
    found: dict[Place, IndexedEntry] = {}
    for source in {source for source, _ in places}:
        keys = [key for named, key in places if named == source]
        found |= {(source, row.key): row for row in _rows(PublicEntry, source, keys)}
        # an entry that became confidential between the two statements is in both answers; the later one counts
        found |= {(source, row.key): row for row in _rows(ConfidentialEntry, source, keys)}
    return Batch(list(found.values()), [place for place in places if place not in found])


def loaded(model: type[IndexedEntry]) -> QuerySet[IndexedEntry]:
    """Entries with all that a server keeps of them."""
    if model is ConfidentialEntry:
        return ConfidentialEntry.objects.select_related("content").prefetch_related("audience")
    return PublicEntry.objects.select_related("content")


def _rows(model: type[IndexedEntry], source: str, keys: Sequence[str]) -> Iterable[IndexedEntry]:
    return loaded(model).filter(source=source, key__in=keys)


def _settle(changes: list[Change], refused: dict[Place, Refusal], now: datetime) -> None:
    """Delete the delivered changes, put aside those that the server refuses for good, and keep the rest for another try."""
    again: list[Change] = []
    over: list[Change] = []
    for change in changes:
        refusal = refused.get((change.source, change.key))
        is_over = refusal is None or refusal.is_final or change.attempts + 1 >= _MOST_ATTEMPTS
        (over if is_over else again).append(change)
    with transaction.atomic():
        Change.objects.filter(pk__in=[change.pk for change in over]).delete()
        for change in again:
            change.attempts += 1
            change.due_at = now + timedelta(seconds=2**change.attempts)
        Change.objects.bulk_update(again, ["attempts", "due_at"])
        _bury({(change.source, change.key) for change in over}, refused)


def _bury(places: set[Place], refused: dict[Place, Refusal]) -> None:
    """Store one dead letter for each refused entry and delete those of the other entries."""
    for source in {source for source, _ in places}:
        taken = [key for named, key in places - refused.keys() if named == source]
        DeadLetter.objects.filter(source=source, key__in=taken).delete()
    letters = [
        DeadLetter(source=source, key=key, reason=refused[source, key].reason)
        for source, key in sorted(places & refused.keys())
    ]
    DeadLetter.objects.bulk_create(
        letters, update_conflicts=True, unique_fields=["source", "key"], update_fields=["reason", "at"]
    )
