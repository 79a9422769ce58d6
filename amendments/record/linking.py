"""Adds rows of the record to the chain, at the end of the transaction that writes them.

A row of a recorded kind is noticed when it is saved. Inside an action it waits until everything else is written, so that
nobody holds the end of the chain while waiting for another row.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, timedelta
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.utils import timezone

from amendments.errors.of_the_chain import ClockWentBack
from amendments.record.anchor import keep_head
from amendments.record.digest import digest
from amendments.record.recorded_kind import RecordedKind
from amendments.record.recorded_kinds import recorded_kinds, recorded_models

_CLOCKS_DIFFER = timedelta(minutes=1)  # of several machines
_waiting: ContextVar[list[Any] | None] = ContextVar("rows that wait for the end of an action", default=None)


def connect() -> None:
    """Listen to what is saved. Called once when the app is ready."""
    post_save.connect(_notice, dispatch_uid="chain of the record")


@contextmanager
def recording() -> Iterator[None]:
    """Around an action, inside its transaction. Of actions in actions, the outermost one adds the links."""
    if _waiting.get() is not None:
        yield
        return
    rows: list[Any] = []
    token = _waiting.set(rows)
    try:
        yield
    finally:
        _waiting.reset(token)
    _link(rows)


def content_hash(kind: RecordedKind, row: Any) -> str:
    """The hash of what the chain covers of a row."""
    return digest([kind.slug, str(row.pk), *kind.content(row)])


def leaf_of(link: Any) -> list[str]:
    """What a link says of its row. A proof shows it of the rows that its reader may read, and its hash of all others."""
    return [link.salt, link.at.astimezone(UTC).isoformat(), link.kind, link.row, link.content]


def link_hash(link: Any) -> str:
    """The hash of a link."""
    return digest([digest(leaf_of(link)), link.previous])


def _notice(sender: object, instance: Any, raw: bool = False, **_: object) -> None:
    """Receives `post_save`. Rows of a fixture bring their links along."""
    if raw or type(instance) not in recorded_models():
        return
    waiting = _waiting.get()
    if waiting is None:
        _link([instance])
    else:
        waiting.append(instance)


@transaction.atomic
def _link(rows: Iterable[Any]) -> None:
    from amendments.models import ChainHead, ChainLink

    finished = list(_finished(rows))
    if not finished:
        return
    ChainHead.objects.get_or_create(pk=1)
    head = ChainHead.objects.select_for_update().get(pk=1)
    _set_moment(head)
    for kind, row in finished:
        link = ChainLink(
            number=head.number + 1,
            at=getattr(row, kind.moment),
            kind=kind.slug,
            row=str(row.pk),
            content=content_hash(kind, row),
            previous=head.sha256,
        )
        head.number, head.sha256 = link.number, link_hash(link)
        link.sha256 = head.sha256
        link.save(force_insert=True)
    head.save()
    keep_head(head)


def _set_moment(head: Any) -> None:
    """What is recorded now must not look older than what was recorded before."""
    now = timezone.now()
    if head.moved_at is not None and now < head.moved_at - _CLOCKS_DIFFER:
        raise ClockWentBack(head.moved_at)
    head.moved_at = now


def _finished(rows: Iterable[Any]) -> Iterator[tuple[RecordedKind, Any]]:
    """The rows as they are stored, each once, that are finished and have no link yet."""
    from amendments.models import ChainLink

    seen = {(type(row), row.pk) for row in rows}
    for kind in recorded_kinds().values():
        keys = [pk for model, pk in seen if model is kind.model]
        if not keys:
            continue
        known = ChainLink.objects.filter(kind=kind.slug, row__in=[str(pk) for pk in keys]).values_list(
            "row", flat=True
        )
        standing = set(known)
        for row in kind.rows().filter(pk__in=keys):
            if str(row.pk) not in standing:
                yield kind, row
