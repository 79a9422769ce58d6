"""The lines of a table as rows of cells, in whichever shape the table is printed; the words of a table as a grid."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from amendments.provisions.recognising.lines import BLANK, ROW_BREAK, Line, split_lines
from amendments.provisions.regions.cut_rows import cut_rows
from amendments.provisions.regions.tables import bars, is_rule

_BORDER = re.compile(r"\n[ \xa0]*\t[ \xa0\t]*\r?(?=\n)")
_LINES_APART = re.compile(r"\r?\n(?:[^\n]*\n)*")
_ROWS_APART = re.compile(rf"{ROW_BREAK.pattern}(?:.*{ROW_BREAK.pattern})?", re.DOTALL)
_NO_BORDER = re.compile(r"\A[^\t]*\Z")
_WORDS = re.compile(f"[^{BLANK}](?:.*[^{BLANK}])?")
_BEFORE_FIRST_BORDER = re.compile(r"[ \xa0]+(?:\r?\n)+[ \xa0]*\t|[ \xa0]*\t")

Place = tuple[int, int]
Cell = tuple[Place, ...]  # the paragraphs of a cell, as places in a text; an empty cell has one empty place


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One row as printed, where its cells stand in it, and the line in which it begins, with the gap before it."""

    line: Line
    cells: tuple[Cell, ...]

    @property
    def printed(self) -> str:
        """The row from its first cell to its last one."""
        return self.line.content

    @property
    def words(self) -> list[str]:
        """The words of each cell."""
        return ["\n".join(self.printed[start:end] for start, end in cell) for cell in self.cells]

    @property
    def first(self) -> int:
        """The first cell that holds something."""
        return next((index for index, words in enumerate(self.words) if words), 0)

    @property
    def is_rule(self) -> bool:
        """Whether the row is only a line between the rows above and below."""
        return is_rule(self.printed)


def printed_rows(lines: Sequence[Line]) -> list[PrintedRow]:
    """The rows of a table; joined, each with the gap before it, they are the lines as printed."""
    apart = _apart(lines)
    rows = [_row(group, apart) for group in _groups(_with_last_cells(lines, apart), apart)]
    return _whole(rows) if apart is _LINES_APART else rows


def with_last_cells(lines: Sequence[Line], tables: Collection[int]) -> list[Line]:
    """The lines of an act. The last line of each table now holds the empty cells at its end, which stood in the next gap."""
    taken = list(lines)
    for end in range(1, len(lines)):
        if end - 1 in tables and end not in tables and "\t" in lines[end].gap:
            start = end
            while start - 1 in tables:
                start -= 1
            taken[end - 1 : end + 1] = _with_last_cells(taken[end - 1 : end + 1], _apart(lines[start:end]))
    return taken


def divided(row: PrintedRow, paragraphs: Sequence[int]) -> Iterator[PrintedRow]:
    """The row cut before some paragraphs of its first cell, each of which begins a provision of its own."""
    first = row.first
    cell = row.cells[first]
    stop = 0
    for begin, end in pairwise([0, *paragraphs, len(cell)]):
        start = cell[begin][0] if begin else 0
        gap = row.printed[stop:start] if begin else row.line.gap
        is_last = end == len(cell)
        stop = len(row.printed) if is_last else cell[end - 1][1]
        before = row.cells[:first] if not begin else ()
        after = row.cells[first + 1 :] if is_last else ()
        own = (*before, cell[begin:end], *after)
        cells = tuple(tuple((a - start, b - start) for a, b in each) for each in own)
        number = row.line.number + row.printed[cell[0][0] : start].count("\n")
        yield PrintedRow(Line(number, gap, row.printed[start:stop]), cells)


def grid(text: str) -> list[tuple[Cell, ...]]:
    """The rows of a table that is kept as it was printed; places are those of the text."""
    rows = []
    at = 0
    for row in printed_rows(split_lines(text)[0]):
        at += len(row.line.gap)
        if not row.is_rule:
            rows.append(tuple(tuple((a + at, b + at) for a, b in cell) for cell in row.cells))
        at += len(row.printed)
    return rows


def _apart(lines: Sequence[Line]) -> re.Pattern[str]:
    """What separates two rows: several blank lines if cells stand on lines of their own, otherwise any line end."""
    further = lines[1:]
    is_in_lines = any(_has_tab(line) for line in lines)
    if is_in_lines or not any(_BORDER.search(line.gap) for line in further):
        return _LINES_APART
    has_breaks = any(ROW_BREAK.search(line.gap) for line in further)
    return _ROWS_APART if has_breaks else _NO_BORDER


def _groups(lines: Sequence[Line], apart: re.Pattern[str]) -> Iterator[list[Line]]:
    """The lines of each row."""
    group: list[Line] = []
    for line in lines:
        is_whole = _has_tab(line) or line.content.startswith("|")
        if group and (is_whole or apart.search(line.gap)):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _has_tab(line: Line) -> bool:
    """Whether a tab parts cells in the line itself, not those that it took from the gap behind it."""
    return "\t" in line.content.partition("\n")[0]


def _with_last_cells(lines: Sequence[Line], apart: re.Pattern[str]) -> list[Line]:
    """The lines. Each holds the empty cells at its end, which stood in the gap of the next one."""
    taken = list(lines)
    for index in range(1, len(taken)):
        gap = taken[index].gap
        end = apart.search(gap)
        if end is not None and "\t" in gap[: end.start()]:
            above = taken[index - 1]
            taken[index - 1] = replace(above, content=above.content + gap[: end.start()])
            taken[index] = replace(taken[index], gap=gap[end.start() :])
    return taken


def _row(lines: Sequence[Line], apart: re.Pattern[str]) -> PrintedRow:
    first, *further = lines
    start = _start_of_cells(first.gap, apart)
    printed = first.gap[start:] + first.content + "".join(line.gap + line.content for line in further)
    line = Line(first.number, first.gap[:start], printed)
    return PrintedRow(line, tuple(_barred(printed) if bars(first.content) else _tabbed(printed)))


def _start_of_cells(gap: str, apart: re.Pattern[str]) -> int:
    """Where in the gap before a row its empty first cells begin; the end of the gap when there are none."""
    if "\t" not in gap:
        return len(gap)
    found = apart.search(gap)
    if found is None and apart is not _LINES_APART:
        first = _BEFORE_FIRST_BORDER.search(gap)
        return first.start() if first else len(gap)
    start = found.end() if found else 0
    return start if "\t" in gap[start:] else len(gap)


def _barred(printed: str) -> Iterator[Cell]:
    """The cells between bars. A bar at an edge of the row is no border between two cells."""
    places = sorted([*bars(printed), *(match.start() for match in re.finditer("\t", printed))])
    has_cells = False
    for start, end in pairwise([-1, *places, len(printed)]):
        cell = _paragraphs(printed, start + 1, end)
        is_at_edge = start < 0 or (end == len(printed) and has_cells and printed[start] == "|")
        if not is_at_edge or cell[0][0] < cell[0][1]:
            has_cells = True
            yield cell


def _tabbed(printed: str) -> Iterator[Cell]:
    borders = [-1, *(match.start() for match in re.finditer("\t", printed)), len(printed)]
    for start, end in pairwise(borders):
        yield _paragraphs(printed, start + 1, end)


def _paragraphs(printed: str, start: int, end: int) -> Cell:
    found = [match.span() for match in _WORDS.finditer(printed, start, end)]
    return tuple(found) or (_empty(printed, start, end),)


def _empty(printed: str, start: int, end: int) -> Place:
    """Where words would stand in an empty cell: on its own line, else in the middle of its blanks."""
    filled = len(printed[start:end].rstrip("\r\n"))
    at = start + filled if "\n" in printed[start:end] and filled else (start + end) // 2
    return at, at


def _whole(rows: Sequence[PrintedRow]) -> list[PrintedRow]:
    """The rows. Those that a copy cut over several lines are put together."""
    found = list(rows)
    for cut in reversed(list(cut_rows(rows))):
        first, *further = (row.line for row in rows[cut.start : cut.stop])
        printed = first.content + "".join(line.gap + line.content for line in further)
        line = replace(first, content=printed)
        found[cut.start : cut.stop] = [PrintedRow(line, _cells(printed))]
    return found


def _cells(printed: str) -> tuple[Cell, ...]:
    return tuple(_barred(printed) if bars(printed.partition("\n")[0]) else _tabbed(printed))
