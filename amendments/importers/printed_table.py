"""The rows of a table as lines that the parser reads as rows again."""

import re
from collections.abc import Iterator, Sequence

from amendments.importers.tracked_stream import unmarked

_NUMBERED = re.compile(r"\(?(?:[0-9]+(?:[.-][0-9]+)*|[^\W\d_]|[ivxIVX]+)[.)]")
_BETWEEN_CELLS = ("", "\t", "")
_BETWEEN_ROWS = ("",) * 4
_EMPTY = "\xa0"

Cells = Sequence[Sequence[str]]  # the lines of each cell of a row


def printed_table(rows: Sequence[Cells]) -> Iterator[str]:
    """A row a line with tabs between its cells; a table that numbers lines inside a cell keeps them apart.

    A table of one column is no table but a frame around its lines.
    """
    if all(len(row) == 1 for row in rows):
        yield from (line for row in rows for cell in row for line in cell)
    elif any(_numbers_lines(cell) for row in rows for cell in row):
        for row in rows:
            yield from _in_lines_of_their_own(row)
    else:
        most = max(map(len, rows))
        yield from ("\t".join([*map(" ".join, row), *[_EMPTY] * (most - len(row))]) for row in rows)


def _in_lines_of_their_own(row: Cells) -> Iterator[str]:
    for place, cell in enumerate(row):
        if place:
            yield from _BETWEEN_CELLS
        for number, line in enumerate(cell or [_EMPTY]):
            if number:
                yield ""
            yield line
    yield from _BETWEEN_ROWS


def _numbers_lines(cell: Sequence[str]) -> bool:
    """Whether a line below the first one of a cell begins with a number."""
    return any(_NUMBERED.match(unmarked(line)) for line in cell[1:])
