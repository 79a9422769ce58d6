"""Puts entries into the index and removes them, always in the transaction that changes the data."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar, cast

from django.db import models, transaction

from search import dictionary
from search.backends import embedded
from search.backends.dialect import CONFIDENTIAL_SCOPE, PUBLIC_SCOPE, SCOPES, Scope
from search.errors import BadEntryError
from search.models import (
    AudienceToken,
    ConfidentialContent,
    ConfidentialEntry,
    Content,
    IndexedEntry,
    PublicContent,
)
from search.models.facets import (
    NAME_FOR,
    act_code,
    coded,
    filed_under,
    forget_act,
    named,
    named_for,
    remember,
)
from search.query.document import Terms, analyse
from search.signals import touched
from search.sources import PUBLIC, Entry, SearchSource, indexed

Item = TypeVar("Item")
Acts = dict[str, int]
"""Keys of entries, and the codes of their acts."""

BATCH = 500  # rows a statement: SQLite limits the variables of one


def carry_out(source: SearchSource, ids: list[str], *, is_gone: bool, **_: Any) -> None:
    """Do what an app asked for through `search.sources`."""
    (delete if is_gone else replace)(source, ids)


def replace(source: SearchSource, ids: list[str]) -> None:
    """Index these rows as they are now."""
    if not ids:
        return
    with transaction.atomic(), _no_collector():
        gone = _forget_objects(source, ids)
        written = _write(source, _checked(source, source.entries(ids), frozenset(ids)))
        _forget_names(gone, written)
        touched.send(sender=None, source=source.name, ids=ids, keys=gone.keys() | written.keys())


def delete(source: SearchSource, ids: list[str]) -> None:
    """Remove these rows from the index."""
    with transaction.atomic():
        gone = _forget_objects(source, ids)
        _forget_names(gone, {})
        touched.send(sender=None, source=source.name, ids=ids, keys=set(gone))


def rebuild(source: SearchSource, progress: Callable[[int], None]) -> int:
    """Index a source from nothing in one transaction: readers see the old index until it is done.

    Its words are counted by `settle`, once for all sources.
    """
    with transaction.atomic(), _no_collector():
        gone = _forget(source, models.Q())
        written = _write(source, source.entries(None), progress)
        _forget_names(gone, written)
        touched.send(sender=None, source=source.name, ids=[], keys=gone.keys() | written.keys())
    return len(written)


def settle() -> None:
    """Finish a rebuild of sources: update the statistics of the full text and count its words."""
    with transaction.atomic():
        for scope in SCOPES:
            embedded.dialect().settle(scope)
    dictionary.count()


@contextmanager
def _no_collector() -> Iterator[None]:
    """Switch the garbage collector off: it would search millions of values for cycles and take a quarter of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _forget_objects(source: SearchSource, ids: list[str]) -> Acts:
    gone: Acts = {}
    for some in batches(ids):
        gone |= _forget(source, models.Q(object_id__in=some))
    return gone


def _forget(source: SearchSource, which: models.Q) -> Acts:
    """Take entries out."""
    gone: Acts = {}
    for scope in SCOPES:
        rows = _manager(scope).filter(which, source=source.name)
        for some in batches(rows.values_list("pk", "key", "instrument")):
            gone.update((key, act) for _, key, act in some)
            embedded.discard(scope, [pk for pk, _, _ in some])
    return gone


def _forget_names(gone: Acts, written: Acts) -> None:
    """Forget the names of acts that left the index, because another act may bear the title now."""
    for act in set(gone.values()) - set(written.values()):
        if not any(_manager(scope).filter(instrument=act).exists() for scope in SCOPES):
            forget_act(act)


def _write(
    source: SearchSource, entries: Iterable[Entry], progress: Callable[[int], None] | None = None
) -> Acts:
    """Write entries. A rebuild passes `progress` and counts the words at its end."""
    written: Acts = {}
    for batch in batches(indexed(source.name, entry) for entry in entries if entry.audience):
        public = _store(source, PUBLIC_SCOPE, [entry for entry in batch if PUBLIC in entry.audience])
        _store(source, CONFIDENTIAL_SCOPE, [entry for entry in batch if PUBLIC not in entry.audience])
        written.update((entry.id, act_code(entry)) for entry in batch)
        if progress:
            progress(len(written))
        else:
            dictionary.learn(public)
    return written


def _store(source: SearchSource, scope: Scope, entries: list[Entry]) -> list[Terms]:
    """Write entries of one scope and return their terms."""
    if not entries:
        return []
    is_public = scope is PUBLIC_SCOPE  # only the titles of public entries are remembered
    remember(
        (facet, values, entry.instrument_title if is_public and facet == "instrument" else "")
        for entry in entries
        for facet, values in (coded(source.name, entry) | named(entry, is_public=is_public)).items()
    )
    if not is_public:
        remember((NAME_FOR, values, "") for entry in entries for values in named_for(entry))
    rows: list[IndexedEntry] = list(
        _manager(scope).bulk_create([scope.model.of(source.name, entry) for entry in entries])
    )
    contents: list[PublicContent | ConfidentialContent] = [
        scope.content.of(row, entry) for row, entry in zip(rows, entries, strict=True)
    ]
    cast("models.Manager[Content]", scope.content._default_manager).bulk_create(contents)
    terms = {
        row.pk: analyse(content.searched, entry.cite, row.group_code, filed_under(source.name, entry))
        for row, content, entry in zip(rows, contents, entries, strict=True)
    }
    embedded.dialect().store(scope, terms)
    AudienceToken.objects.bulk_create(
        AudienceToken(entry=row, token=token)
        for row, entry in zip(rows, entries, strict=True)
        if isinstance(row, ConfidentialEntry)
        for token in sorted(entry.audience)
    )
    return list(terms.values())


def _manager(scope: Scope) -> models.Manager[IndexedEntry]:
    return cast("models.Manager[IndexedEntry]", scope.model._default_manager)


def _checked(source: SearchSource, entries: Iterable[Entry], ids: frozenset[str]) -> Iterator[Entry]:
    for entry in entries:
        if (entry.object_id or entry.id) not in ids:
            raise BadEntryError(
                f"Source {source.name!r} was asked for {sorted(ids)[:5]} and gave entry {entry.id!r}."
            )
        yield entry


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """These items in lists, each for one statement."""
    iterator = iter(items)
    while batch := list(islice(iterator, BATCH)):
        yield batch
