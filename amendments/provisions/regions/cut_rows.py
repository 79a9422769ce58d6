"""Rows of a table that a copy cut over two lines or more: "2<tab>Wicks made" and "of cotton<tab>7" are one row of three cells."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol

_NUMBERED = re.compile(
    r"[|\s]*(?:[0-9]{1,4}(?:[.-][0-9]{1,3})*|[IVXLC]{1,6}|[^\W\d_](?=[.)]))[.)]?(?=[\s|]|$)"
)
_SENTENCE_END = (".", ";", ":")
_MOST_LINES = 6  # of a row


class CutRow(Protocol):
    """What is asked of a row."""

    @property
    def printed(self) -> str:
        """The row as printed."""
        ...

    @property
    def words(self) -> list[str]:
        """The words of each cell."""
        ...


def columns(rows: Sequence[CutRow]) -> int:
    """How many cells most rows have; 0 where that is not clear."""
    counts = Counter(len(row.words) for row in rows if len(row.words) > 1)
    usual = counts.most_common(1)
    return usual[0][0] if usual and 2 * usual[0][1] > counts.total() else 0


def cut_rows(rows: Sequence[CutRow]) -> Iterator[range]:
    """The rows that are one, as their cells together are those of a whole row."""
    wanted = columns(rows)
    start = 0
    while wanted and start < len(rows):
        stop = start + 1
        if _is_beginning(rows[start], wanted):
            cells = len(rows[start].words)
            while stop < min(start + _MOST_LINES, len(rows)) and cells < wanted and _is_rest(rows[stop]):
                cells += len(rows[stop].words) - 1
                stop += 1
            if cells == wanted and stop > start + 1:
                yield range(start, stop)
            else:
                stop = start + 1
        start = stop


def lone_rests(rows: Sequence[CutRow]) -> Iterator[int]:
    """The numbered rows with too few cells that have the others below them, so that nobody can tell where they are cut."""
    wanted = columns(rows)
    for index, row in enumerate(rows[:-1]):
        below = rows[index + 1]
        is_row = len(below.words) > 1 and _NUMBERED.match(below.printed) is not None
        are_cut = len(row.words) + len(below.words) in {wanted, wanted + 1}
        if wanted and not is_row and are_cut and _is_beginning(row, wanted):
            yield index


def _is_beginning(row: CutRow, wanted: int) -> bool:
    is_open = len(row.words) < wanted and not row.words[-1].endswith(_SENTENCE_END)
    return is_open and _NUMBERED.match(row.printed) is not None


def _is_rest(row: CutRow) -> bool:
    """Whether a row begins with an empty cell or in the middle of a sentence."""
    first = row.words[0].strip()
    return first == "" or (first[0].islower() and _NUMBERED.match(row.printed) is None)
