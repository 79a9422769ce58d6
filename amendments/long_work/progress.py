"""Shows from another process how far long work has come.

Nobody sees what a transaction writes before its end, so the number is kept in the shared cache (`MADDA_SHARED_CACHE`,
a name in `CACHES`). If the processes share no cache, it is not shown.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.core.cache import BaseCache, caches
from django.utils import timezone

KEPT_FOR = 60 * 60  # seconds
WRITTEN, INDEXED = (
    4,
    4,
)  # steps of each provision that is imported: a row each, and about as long in the index


class Stopped(Exception):
    """Somebody cancelled the work: what its transaction has written is to be undone."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The number of steps taken and planned, at a moment."""

    done: int
    of: int
    at: datetime


@dataclass(slots=True)
class _Work:
    name: str
    of: int
    done: int = 0


_watched: ContextVar[_Work | None] = ContextVar("watched", default=None)


@contextmanager
def watched(name: str, of: int) -> Iterator[None]:
    """Show the steps that are taken inside the block under this name."""
    token = _watched.set(_Work(name, of))
    try:
        step(0)
        yield
    finally:
        _watched.reset(token)


def step(number: int) -> None:
    """Count further steps. Without an enclosing `watched` nothing happens. Raises `Stopped`."""
    if work := _watched.get():
        if shared_cache().get(_stop_key(work.name)):
            raise Stopped
        work.done += number
        shared_cache().set(_key(work.name), Progress(work.done, work.of, timezone.now()), KEPT_FOR)


def seen(name: str, since: datetime) -> Progress | None:
    """The last number that was reported since a moment; earlier ones are of an attempt before."""
    found: Progress | None = shared_cache().get(_key(name))
    return found if found and found.at >= since else None


def stop(name: str) -> None:
    """Let the work that goes on under this name stop at its next step."""
    shared_cache().set(_stop_key(name), True, KEPT_FOR)


def allow(name: str) -> None:
    """Let work begin under this name again."""
    shared_cache().delete(_stop_key(name))


def _stop_key(name: str) -> str:
    return f"amendments.long_work.stop.{name}"


def _key(name: str) -> str:
    return f"amendments.long_work.progress.{name}"


def shared_cache() -> BaseCache:
    """The cache in which processes see each other's values."""
    return caches[getattr(settings, "MADDA_SHARED_CACHE", "default")]
