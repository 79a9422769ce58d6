"""The rows of a table as lines that the parser reads as rows again."""

import re
from collections.abc import Iterable, Iterator, Sequence

from amendments.importers.tracked_stream import PRIVATE, ROW_END, unmarked

_NUMBERED_LINE = re.compile(r"\(?(?:[0-9]+(?:[.-][0-9]+)*|[^\W\d_]|[ivxIVX]+)[.)]")
_ROW = "|"  # a line that begins with it is a row
_NUMBER = r"(?:[0-9]+(?:[.-][0-9]+)*|[IVXLC]{1,6}|[ivxlc]{1,6}|[^\W\d_])"
_SIGNED = rf"\(?{_NUMBER}[.)]+"
_WORDED = rf"(?:[^\W\d_]{{2,}}\.?[ \xa0]|[§№][ \xa0]?){_NUMBER}(?![\w/])[.)]*"
_LABEL = re.compile(rf"{_SIGNED}|{_WORDED}|[0-9]+(?:[.-][0-9]+)*")  # alone in the first of two cells
_LABELLED = re.compile(
    rf"{_SIGNED}|{_WORDED}|[0-9]+\.[0-9]|[IVXLC]{{1,6}}[ \xa0][^\W\d_]{{3}}"
)  # over all columns
_BETWEEN_CELLS = ("", "\t", "")
_BETWEEN_ROWS = ("",) * 4
_EMPTY = "\xa0"
_INNER_ROW = re.compile(rf"({PRIVATE.pattern}*){re.escape(_ROW)}")

Cells = Sequence[Sequence[str]]  # the lines of each cell of a row


def printed_table(rows: Sequence[Cells]) -> Iterator[str]:
    """A row a line with tabs between its cells; a table that numbers lines inside a cell keeps them apart.

    A table of one column is no table but a frame around its lines. One of a single row is a line with its number apart.
    The rows of a table inside a cell are lines of that cell: their tabs would begin cells of the outer row.
    """
    if is_frame(rows):
        yield from (line for row in rows for cell in row for line in cell)
        return
    rows = [[[_in_a_cell(line) for line in cell if line] for cell in row] for row in rows]
    if any(_numbers_lines(cell) for row in rows for cell in row):
        for row in rows:
            yield from _in_lines_of_their_own(row)
    else:
        most = max(map(len, rows))
        lines = [_in_one_line(row, most) for row in rows]
        for place, line in enumerate(lines):
            yield _as_row(line) if _is_taken_for_law(lines, place) else line


def is_frame(rows: Sequence[Sequence[object]]) -> bool:
    """Whether a table has a single column, so that its cells are lines like those around it."""
    return all(len(row) == 1 for row in rows)


def holds_rows(rows: Sequence[Cells]) -> bool:
    """Whether a cell of a table holds rows of another one, which lose their cells."""
    return not is_frame(rows) and any("\t" in line for row in rows for cell in row for line in cell)


def _in_a_cell(line: str) -> str:
    """A line of a cell; a row of an inner table without its tabs and the mark that it is a row."""
    return _INNER_ROW.sub(r"\1", " ".join(line.split())) if "\t" in line else line


def may_pass_for_law(rows: Sequence[Cells], lines: Iterable[str]) -> bool:
    """Whether lines of a table begin like provisions, and nothing tells that they are rows."""
    is_apart = len(rows) <= 1 or is_frame(rows) or any(_numbers_lines(cell) for row in rows for cell in row)
    return is_apart and any(_is_labelled(unmarked(line)) for line in lines)


def _is_labelled(line: str) -> bool:
    """Whether the first of at most two cells is a label, or a line without cells begins with one."""
    first, *further = line.strip().split("\t")
    found = _LABEL.fullmatch(first) if further else _LABELLED.match(first)
    return len(further) <= 1 and found is not None


def _in_one_line(row: Cells, most: int) -> str:
    line = "\t".join([*map(" ".join, row), *[_EMPTY] * (most - len(row))])
    return line.replace(ROW_END, "") + ROW_END * line.count(ROW_END)


def _is_taken_for_law(lines: Sequence[str], place: int) -> bool:
    """Whether a row may be read as a provision: by its first cell, where neither its tabs nor the row above say more."""
    line = unmarked(lines[place])
    _first, *further = line.strip().split("\t")
    if len(lines) == 1 or not _is_labelled(line):
        return False
    if not place or line.startswith("\t"):
        return True
    above = unmarked(lines[place - 1]).strip().count("\t")
    ends_empty = line.rstrip("\xa0").endswith("\t") and place + 1 < len(lines)
    return not ends_empty and not len(further) == above > 0


def _as_row(line: str) -> str:
    """A row with its mark, which comes and goes with the row."""
    begin = line[: line.count(ROW_END)]
    return begin + _ROW + line.removeprefix(begin)


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
    return any(_NUMBERED_LINE.match(unmarked(line)) for line in cell[1:])
