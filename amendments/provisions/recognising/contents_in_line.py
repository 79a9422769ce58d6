"""Tables of contents whose entries are printed on one line: "Contents Article 1. Scope 1 Article 2. Courts 3".

The line is cut before each entry, so that a table on one line is read as any other.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from amendments.provisions.numbers import Component
from amendments.provisions.recognising.labels import Form, Label
from amendments.provisions.recognising.lines import BLANK, Line

_GAP = re.compile(rf"[{BLANK}]+(?=[^{BLANK}])")
_HEADING = re.compile(
    r"(?:[^\W\d_]{3,12}|§)\.? ?(?:[0-9]{1,4}|[IVXLCІХ]{1,7})(?!\w)"
    r"|(?:[0-9]{1,3}|[IVXLCІХ]{1,7})(?:-?[^\W\d_]{2})? [^\W\d_]{4,12}(?!\w)"
)
_PAGE = re.compile(r"[ .…·_]+[0-9]{1,4}$")
_FRONT = 5  # lines
_FARTHEST_TITLE = 200  # characters before it: the name of the act may stand on the same line
_LONGEST_LABEL = 100  # characters that tell what begins in the middle of a line
_FEWEST = 2  # entries
_FEWEST_UNTITLED = 3
_LONGEST_STEP = 3  # numbers from one entry to the next

Value = tuple[Component, ...]


def entries_apart(
    lines: Sequence[Line],
    folded: Sequence[str],
    begins: Sequence[Label | None],
    title: re.Pattern[str],
    read: Callable[[str], Label | None],
) -> list[Line]:
    """The lines. Those that hold several entries of a table are cut before each of them."""
    tables = _Tables(lines, begins, read)
    found: list[Line] = []
    goes_on = False  # the line above was cut
    for index, line in enumerate(lines):
        may_be_title = index < _FRONT or begins[index] is None
        find = title.search if index < _FRONT else title.match
        match = find(folded[index], 0, _FARTHEST_TITLE) if may_be_title else None
        cuts = tables.titled(index, match) if match else tables.untitled(index, goes_on=goes_on)
        goes_on = bool(cuts)
        found += _cut(line, cuts)
    return found


class _Tables:
    def __init__(
        self, lines: Sequence[Line], begins: Sequence[Label | None], read: Callable[[str], Label | None]
    ) -> None:
        self._lines = lines
        self._begins = begins
        self._read = read
        self._headings = Counter(
            (label.kind, label.value) for label in begins if label and _is_heading(label)
        )

    def titled(self, index: int, title: re.Match[str]) -> list[int]:
        """Where to cut a line with the title of a table: before the title and each entry. Nowhere without two entries."""
        content = self._lines[index].content
        if content[title.start()].islower():
            return []
        entries = list(self._entries(content, title.end(), may_count=True))
        return [title.start(), *(place for place, __ in entries)] if len(entries) >= _FEWEST else []

    def untitled(self, index: int, *, goes_on: bool) -> list[int]:
        """Where to cut a line of entries: three, or two that lead to pages or stand beside another such line."""
        places = self._listed(index)
        is_table = (
            len(places) >= _FEWEST_UNTITLED
            or goes_on
            or (places and _lead_to_pages(self._lines[index].content, places))
            or (places and index + 1 < len(self._lines) and self._listed(index + 1))
        )
        return places if is_table else []

    def _listed(self, index: int) -> list[int]:
        """Where the entries of a line begin, all of which are printed once more as headings of their own."""
        content, label = self._lines[index].content, self._begins[index]
        is_row = "\t" in content or "|" in content
        if label is None or not _is_heading(label) or is_row or _HEADING.search(content, label.end) is None:
            return []
        entries = list(self._entries(content, 0, may_count=False))
        are_elsewhere = all(self._headings[own.kind, own.value] > (place == 0) for place, own in entries)
        return [place for place, __ in entries] if len(entries) >= _FEWEST and are_elsewhere else []

    def _entries(self, content: str, start: int, *, may_count: bool) -> Iterator[tuple[int, Label]]:
        """Where the entries begin. Their numbers go on; `may_count` says that they may be numbers without a word."""
        last: dict[object, int] = {}
        places = (gap.end() for gap in _GAP.finditer(content, max(start - 1, 0)))
        for place in places if start else (0, *places):
            if place < start or content[place].islower():
                continue
            if not (may_count or _HEADING.match(content, place)):
                continue
            label = self._read(content[place : place + _LONGEST_LABEL])
            if label is None or not label.value or not (_is_heading(label) or (may_count and _counts(label))):
                continue
            series, number = (label.form, label.kind, label.rank), label.value[0].value
            is_known = self._headings[label.kind, label.value] > 0
            if is_known or _may_follow(label, number, last.get(series, 0)):
                last[series], start = number, place + label.end
                yield place, label


def _may_follow(label: Label, number: int, before: int) -> bool:
    """Whether an entry begins its series, or goes on in it."""
    is_first = number == 1 or (before == 0 and label.form is Form.HEADING)
    return is_first or 0 <= number - before <= _LONGEST_STEP


def _counts(label: Label) -> bool:
    return label.form is Form.ITEM and label.number.isdecimal()


def _is_heading(label: Label) -> bool:
    return label.form is Form.HEADING and label.value != ()


def _lead_to_pages(content: str, places: Sequence[int]) -> bool:
    ends = [*places[1:], len(content)]
    return all(_PAGE.search(content[:end].rstrip()) is not None for end in ends)


def _cut(line: Line, places: Sequence[int]) -> Iterator[Line]:
    """The pieces of a line; the blank between two of them belongs to the second."""
    stop, gap = 0, line.gap
    for end in [*(place for place in places if place), len(line.content)]:
        piece = line.content[stop:end]
        content = piece.rstrip()
        yield Line(line.number, gap, content)
        gap, stop = piece[len(content) :], end
