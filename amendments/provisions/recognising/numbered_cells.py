"""Rows of a table whose cells a copy put on lines of their own: below "No." and "Name" stand "1", "Lamps", "2", "Wicks"."""

import re
from collections.abc import Iterator, Sequence

from amendments.provisions.recognising.bare_numbers import BARE
from amendments.provisions.recognising.labels import Form, Label
from amendments.provisions.recognising.lines import Line
from amendments.provisions.recognising.number_labels import read_number
from amendments.provisions.tree import Kind

_LONGEST_HEAD = 30  # characters
_MOST_HEADS = 6  # lines
_MOST_CELLS = 12  # lines of a row
_DOTTED = "arabic."
_FEWEST = 2  # rows


def with_numbered_cells(
    labels: Sequence[Label | None], lines: Sequence[Line], folded: Sequence[str], heads: re.Pattern[str]
) -> list[Label | None]:
    """The labels, with one for each number that stands alone below a head for numbers and has words below it."""
    found = list(labels)
    above: Label | None = None  # a list that is open would take the rows for its own
    for index, label in enumerate(labels):
        above = label or above
        is_head = label is None and len(folded[index]) <= _LONGEST_HEAD and heads.fullmatch(folded[index])
        if is_head and above is not None and above.form is Form.HEADING:
            rows = list(_rows(labels, lines, index))
            style = _style(labels, rows[-1][0]) if len(rows) >= _FEWEST else ""
            for row, number in rows if style else ():
                reading = read_number(style, number)
                readings = (reading,) if reading else ()
                found[row] = Label(Form.ITEM, Kind.PART, number, 0, len(number), readings, is_marked=False)
    return found


def _style(labels: Sequence[Label | None], last: int) -> str:
    """How the numbers are printed that go on from the last row: some lists have "4", "4-1." and "5."."""
    below = next((label for label in labels[last : last + _MOST_CELLS] if label is not None), None)
    is_dotted = below is not None and any(reading.style == _DOTTED for reading in below.readings)
    return _DOTTED if is_dotted else BARE


def _rows(labels: Sequence[Label | None], lines: Sequence[Line], head: int) -> Iterator[tuple[int, str]]:
    """The lines with 1, 2, 3 …, each with words below it."""
    at, most = head + 1, _MOST_HEADS
    for number in map(str, range(1, len(lines))):
        row = next(
            (index for index in range(at, min(at + most, len(lines))) if lines[index].content == number), 0
        )
        is_row = row and row + 1 < len(lines) and labels[row + 1] is None
        if not is_row or any(labels[at:row]) or lines[row + 1].content.isdecimal():
            return
        yield row, number
        at, most = row + 2, _MOST_CELLS
