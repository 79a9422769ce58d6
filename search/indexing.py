"""Entries into the index and out of it, always in the transaction of whoever changes the data."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar, cast

from django.db import models, transaction

from search.backends import embedded
from search.backends.dialect import CONFIDENTIAL_SCOPE, PUBLIC_SCOPE, Scope
from search.errors import BadEntryError
from search.models import AudienceToken, ConfidentialEntry, IndexedEntry
from search.query.document import analyse
from search.signals import touched
from search.sources import PUBLIC, Entry, SearchSource

Item = TypeVar("Item")

_BATCH = 500  # rows a statement: SQLite limits the variables of one


def replace(source: SearchSource, ids: list[str]) -> None:
    """Index these rows as they are now."""
    if not ids:
        return
    with transaction.atomic():
        _forget_objects(source, ids)
        _write(source, _checked(source, source.entries(ids), frozenset(ids)))
        touched.send(sender=None, source=source.name, ids=ids)


def delete(source: SearchSource, ids: list[str]) -> None:
    """Forget these rows."""
    with transaction.atomic():
        _forget_objects(source, ids)
        touched.send(sender=None, source=source.name, ids=ids)


def rebuild(source: SearchSource, progress: Callable[[int], None]) -> int:
    """Index a source from nothing in one transaction: readers see the old index until it is done."""
    with transaction.atomic():
        _forget(source, models.Q())
        written = _write(source, source.entries(None), progress)
        for scope in embedded.SCOPES:
            embedded.dialect().settle(scope)
        return written


def _forget_objects(source: SearchSource, ids: list[str]) -> None:
    for some in _batches(ids):
        _forget(source, models.Q(object_id__in=some))


def _forget(source: SearchSource, which: models.Q) -> None:
    for scope in embedded.SCOPES:
        rows = _manager(scope).filter(which, source=source.name)
        for keys in _batches(rows.values_list("pk", flat=True)):
            embedded.discard(scope, keys)
            _manager(scope).filter(pk__in=keys).delete()


def _write(
    source: SearchSource, entries: Iterable[Entry], progress: Callable[[int], None] | None = None
) -> int:
    written = 0
    for batch in _batches(entry for entry in entries if entry.audience):
        _store(source, PUBLIC_SCOPE, [entry for entry in batch if PUBLIC in entry.audience])
        _store(source, CONFIDENTIAL_SCOPE, [entry for entry in batch if PUBLIC not in entry.audience])
        written += len(batch)
        if progress:
            progress(written)
    return written


def _store(source: SearchSource, scope: Scope, entries: list[Entry]) -> None:
    if not entries:
        return
    rows = [scope.model.of(source.name, entry) for entry in entries]
    saved: list[IndexedEntry] = list(_manager(scope).bulk_create(rows))
    pairs = list(zip(saved, entries, strict=True))
    embedded.store(scope, {row.pk: analyse(row.written, entry.cite) for row, entry in pairs})
    AudienceToken.objects.bulk_create(
        AudienceToken(entry=row, token=token)
        for row, entry in pairs
        if isinstance(row, ConfidentialEntry)
        for token in sorted(entry.audience)
    )


def _manager(scope: Scope) -> models.Manager[IndexedEntry]:
    return cast("models.Manager[IndexedEntry]", scope.model._default_manager)


def _checked(source: SearchSource, entries: Iterable[Entry], ids: frozenset[str]) -> Iterator[Entry]:
    for entry in entries:
        if (entry.object_id or entry.id) not in ids:
            raise BadEntryError(
                f"Source {source.name!r} was asked for {sorted(ids)[:5]} and gave entry {entry.id!r}."
            )
        yield entry


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    iterator = iter(items)
    while batch := list(islice(iterator, _BATCH)):
        yield batch
