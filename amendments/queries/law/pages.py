"""Which pages of the tree a person may know of: all of them, without the acts and amendments they may not read."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import groupby
from typing import Any

from django.db.models import Exists, OuterRef
from django.db.models.functions import Substr
from wagtail.models import Page

from amendments.models import Amendment, Instrument, Version
from amendments.queries.law.acts import visible_amendments

_BATCH = 500  # SQLite limits the variables of one statement
_known: ContextVar[dict[Any, list[int]] | None] = ContextVar("_known", default=None)


@contextmanager
def nothing_changes() -> Iterator[None]:
    """Inside, the pages that a person may not know of are asked for once: one page of the admin needs them several times."""
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)


def readable_pages(pages: Any, user: Any) -> Any:
    """The pages without acts and amendments of which the person may read nothing, and without what is below those."""
    # Wagtail's search understands no other shape; its reports nest what they get deeper than SQLite can read.
    return pages.exclude(pk__in=concealed_pages(user))


def concealed_pages(user: Any) -> list[int]:
    """The keys of the pages that a person may not know of."""
    known = _known.get()
    if known is None:
        return list(_concealed(user))
    if user.pk not in known:
        known[user.pk] = list(_concealed(user))
    return known[user.pk]


def _concealed(user: Any) -> Iterator[int]:
    for length, paths in groupby(sorted(_hidden_paths(user), key=len), key=len):
        below = Page.objects.annotate(top=Substr("path", 1, length)).order_by()
        for some in _batches(paths):
            yield from below.filter(top__in=some).values_list("pk", flat=True)


def _hidden_paths(user: Any) -> list[str]:
    """Where the amendments and acts stand in the tree of which the person may read nothing."""
    readable = Version.objects.visible_to(user).filter(instrument=OuterRef("pk"), draft=None)
    amendments = Amendment.objects.exclude(pk__in=visible_amendments(user).order_by().values("pk"))
    acts = Instrument.objects.exclude(Exists(readable), live=True)
    paths = amendments.order_by().values_list("path", flat=True)
    return list(paths.union(acts.order_by().values_list("path", flat=True), all=True))


def _batches(paths: Iterable[str]) -> Iterator[list[str]]:
    every = list(paths)
    for start in range(0, len(every), _BATCH):
        yield every[start : start + _BATCH]
