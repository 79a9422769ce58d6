"""Readings of sealed texts, kept in the memory of the process: a sealed text never changes.

What is kept holds no row of the database but the pure rows of the page. The versions, whose act may get another title,
are those of the present request.
"""

from collections.abc import Callable
from copy import copy
from threading import Lock

from cachetools import LRUCache

from amendments.models import Version
from amendments.queries.readings import Pieces, Reading, redline_of, text_of
from amendments.queries.shown_texts import ShownTexts

MOST_ROWS = 40_000  # in one process; a row with its HTML takes some 5 KB
_PIECES = 4  # pieces of HTML that are kept for each row: folded or not, with the links of different readers

Key = tuple[object, ...]
_kept: LRUCache[Key, Reading] = LRUCache(MOST_ROWS, getsizeof=lambda reading: _size(reading))
_lock = Lock()


def kept_text(version: Version, shown: ShownTexts) -> Reading:
    """A sealed version by itself, as `text_of` makes it."""
    return _kept_or_made(
        (version.pk, *_depends_on(version, shown)), None, version, lambda: text_of(version, shown)
    )


def kept_redline(before: Version, after: Version, shown: ShownTexts) -> Reading:
    """One sealed version against another, as `redline_of` makes it."""
    key = (before.pk, after.pk, *_depends_on(after, shown))
    return _kept_or_made(key, before, after, lambda: redline_of(before, after, shown))


def forget() -> None:
    """Keep nothing any more."""
    with _lock:
        _kept.clear()


def _depends_on(version: Version, shown: ShownTexts) -> Key:
    act = version.instrument
    return (act.country, act.language, shown.language, shown.wants_authentic, shown.newest)


def _kept_or_made(key: Key, before: Version | None, after: Version, make: Callable[[], Reading]) -> Reading:
    with _lock:
        found = _kept.get(key)
    if found is None:
        found = make()
        found.__dict__["html"] = Pieces(_PIECES * _size(found))
        _ = found.counts, found.near  # worked out once for all readers
        if _size(found) <= MOST_ROWS:
            with _lock:
                _kept[key] = found
    shown = copy(found)
    shown.__dict__.update(before=before, after=after)
    return shown


def _size(reading: Reading) -> int:
    return len(reading.rows) + len(reading.apparatus) + 1
