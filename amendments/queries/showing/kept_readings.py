"""Readings of sealed texts, kept in the memory of the process: a sealed text never changes.

What is kept holds no row of the database but the pure rows of the page. The versions, whose act may get another title,
are those of the present request.
"""

from copy import copy
from threading import Lock
from typing import Any

from cachetools import LRUCache, cached

from amendments.models import Version
from amendments.queries.languages.shown_texts import ShownTexts
from amendments.queries.showing.readings import Pieces, Reading, redline_of, text_of

MOST_ROWS = 40_000  # in one process; a row with its HTML takes some 5 KB
_PIECES = 4  # pieces of HTML that are kept for each row: folded or not, with the links of different readers


def kept_text(version: Version, shown: ShownTexts) -> Reading:
    """A sealed version by itself, as `text_of` makes it."""
    return _of(_text(version, shown), None, version)


def kept_redline(before: Version, after: Version, shown: ShownTexts) -> Reading:
    """One sealed version against another, as `redline_of` makes it."""
    return _of(_redline(before, after, shown), before, after)


def forget() -> None:
    """Keep nothing any more."""
    with _lock:
        _kept.clear()


def _size(reading: Reading) -> int:
    return len(reading.rows) + len(reading.apparatus) + 1


def _depends_on(*given: Any) -> tuple[object, ...]:
    """The versions, the act of the last one, and what of the reader decides about the words (`ShownTexts`, last)."""
    *versions, shown = given
    act = versions[-1].instrument
    read = (act.country, act.language, shown.language, shown.wants_authentic, shown.newest)
    return (*(version.pk for version in versions), *read)


_kept: LRUCache[object, Reading] = LRUCache(MOST_ROWS, getsizeof=_size)
_lock = Lock()


@cached(_kept, key=_depends_on, lock=_lock)
def _text(version: Version, shown: ShownTexts) -> Reading:
    return _ready(text_of(version, shown))


@cached(_kept, key=_depends_on, lock=_lock)
def _redline(before: Version, after: Version, shown: ShownTexts) -> Reading:
    return _ready(redline_of(before, after, shown))


def _ready(reading: Reading) -> Reading:
    """With room for its HTML, and what all readers need worked out."""
    reading.__dict__["html"] = Pieces(_PIECES * _size(reading))
    _ = reading.counts, reading.near
    return reading


def _of(reading: Reading, before: Version | None, after: Version) -> Reading:
    """A kept reading with the versions of this request."""
    shown = copy(reading)
    shown.__dict__.update(before=before, after=after)
    return shown
