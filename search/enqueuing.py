"""The outbox: changes that a search server does not have yet.

A row is written in the transaction of the change, so that no change is lost or waits for a server. It holds no text:
the entry is read when it is delivered.
"""

from collections.abc import Collection, Iterable
from typing import Any

from django.db import transaction

from search.backends.store import Place, has_store
from search.models.outbox import Change, DeadLetter

_BATCH = 500  # rows a statement: SQLite limits the variables of one


def note(source: str, keys: Collection[str], **_: Any) -> None:
    """Remember that entries of a source changed, within the caller's transaction."""
    if has_store():
        enqueue((source, key) for key in sorted(keys))


def enqueue(places: Iterable[Place]) -> None:
    """Put these entries into the outbox."""
    Change.objects.bulk_create((Change(source=source, key=key) for source, key in places), batch_size=_BATCH)


def retry(dead: Collection[int]) -> int:
    """Put dead letters into the outbox again and return how many there were."""
    with transaction.atomic():
        letters = list(DeadLetter.objects.filter(pk__in=dead))
        enqueue((letter.source, letter.key) for letter in letters)
        DeadLetter.objects.filter(pk__in=[letter.pk for letter in letters]).delete()
    return len(letters)
