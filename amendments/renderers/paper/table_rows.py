"""The rows of a table on paper: the cells of two texts, row by row."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby

from amendments.provisions.printing.label_forms import has_cell_of_number
from amendments.provisions.regions.printed_rows import grid
from amendments.provisions.tree import CELL_BORDER, Element, Kind
from amendments.redline.provision_redline import Change, Mark, Span
from amendments.redline.text_redline import diff_text
from amendments.renderers.paper.documents import PaperElement, PaperItem

IN_TABLES = frozenset({Kind.TABLE, Kind.ROW})
_Cells = tuple[str, ...]
_FIGURE = re.compile("[0-9]")
BARS = "| "  # which part the cells of a row in plain text


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell of `columns` columns; a line feed parts its paragraphs."""

    spans: tuple[Span, ...]
    columns: int = 1


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row; `mark` says whether it stays, goes or comes as a whole."""

    cells: tuple[SheetCell, ...]
    mark: Mark = Mark.KEPT
    provision: str = ""  # the key of the one that begins here


@dataclass(frozen=True, slots=True)
class RowsWithNumbers:
    """The keys of the rows that stand, in the old and in the new text, in a table with a column of numbers."""

    before: frozenset[str]
    after: frozenset[str]


def rows_with_numbers(items: Sequence[PaperItem]) -> RowsWithNumbers:
    """Asked of each text by itself: a table that a deleted line cuts in two is still one table in the new text."""
    before = (each for item in items if item.is_old_place for each in item.before)
    after = (each for item in items if item.is_new_place for each in item.after)
    return RowsWithNumbers(frozenset(_numbered(before)), frozenset(_numbered(after)))


def merged_rows(items: Sequence[PaperItem], numbered: RowsWithNumbers) -> Iterator[SheetRow]:
    """The rows of both texts, those that go before those that come in their place."""
    found = [row for item in items for row in _opened(_rows(item, numbered), item)]
    most = max((len(row.cells) for row in found), default=0)
    keys = {each.element.key for item in items for each in (*item.before, *item.after)}
    has_numbers = not keys.isdisjoint(numbered.before | numbered.after)
    return (_filled(row, most, has_numbers=has_numbers) for row in found)


def _opened(rows: Iterable[SheetRow], item: PaperItem) -> Iterator[SheetRow]:
    """The rows, of which the first one says which provision begins here."""
    key = (item.after or item.before)[0].element.key
    for place, row in enumerate(rows):
        yield row if place else replace(row, provision=key)


def _numbered(elements: Iterable[PaperElement]) -> Iterator[str]:
    for is_table, group in groupby((each.element for each in elements), key=lambda e: e.kind in IN_TABLES):
        table = list(group) if is_table else []
        if _has_column_of_numbers(table):
            yield from (element.key for element in table)


def cells_of_rows(elements: Sequence[PaperElement]) -> dict[str, tuple[str, ...]]:
    """The cells of each numbered row as they are printed, by its number and its words in one line."""
    numbered = frozenset(_numbered(elements))
    rows = (replace(each, element=replace(each.element, marks=())) for each in elements)
    return {
        f"{each.element.number}. {each.element.text}": next(_cells(each, numbered))
        for each in rows
        if each.element.kind is Kind.ROW
    }


def _rows(item: PaperItem, numbered: RowsWithNumbers) -> Iterator[SheetRow]:
    before = [cells for each in item.before for cells in _cells(each, numbered.before)]
    after = [cells for each in item.after for cells in _cells(each, numbered.after)]
    if len(before) == len(after) == 1 and item.after[0].element.repealed:  # its number stays
        after = [(*after[0], *[""] * (len(before[0]) - len(after[0])))]
    if item.change is Change.MOVED:
        before, after = ([], after) if item.is_new_place else (before, [])
    return aligned_rows(before, after)


def aligned_rows(before: Sequence[_Cells], after: Sequence[_Cells]) -> Iterator[SheetRow]:
    """The rows of one table against those of another, each by its cells."""
    for tag, b0, b1, a0, a1 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "replace" and b1 - b0 == a1 - a0:
            for was, now in zip(before[b0:b1], after[a0:a1], strict=True):
                yield from _replaced(was, now)
        elif tag == "equal":
            yield from (_whole(cells, Mark.KEPT) for cells in after[a0:a1])
        else:
            yield from (_whole(cells, Mark.DELETED) for cells in before[b0:b1])
            yield from (_whole(cells, Mark.INSERTED) for cells in after[a0:a1])


def _replaced(was: _Cells, now: _Cells) -> Iterator[SheetRow]:
    if len(was) == len(now):
        yield SheetRow(tuple(SheetCell(diff_text(old, new)) for old, new in zip(was, now, strict=True)))
    else:
        yield _whole(was, Mark.DELETED)
        yield _whole(now, Mark.INSERTED)


def _whole(cells: Iterable[str], mark: Mark) -> SheetRow:
    return SheetRow(tuple(SheetCell((Span(mark, words),) if words else ()) for words in cells), mark)


def _filled(row: SheetRow, most: int, *, has_numbers: bool) -> SheetRow:
    """A row of one cell, beside its number, goes over all columns, as on the pages of the site."""
    *cells, last = row.cells
    if len(cells) > int(has_numbers):
        return row
    return replace(row, cells=(*cells, SheetCell(last.spans, most - len(cells))))


def _has_column_of_numbers(elements: Sequence[Element]) -> bool:
    """Whether its rows say so, else whether the table has a column more than its numbered rows have cells."""
    told = {has_cell_of_number(element) for element in elements} - {None}
    if told:
        return True in told
    of_rows = [e.text.count(CELL_BORDER) + 1 for e in elements if e.kind is Kind.ROW]
    of_tables = [len(row) for e in elements if e.kind is Kind.TABLE for row in grid(e.text)]
    return bool(of_rows) and max(of_rows) == max(of_tables, default=0) - 1


def _cells(each: PaperElement, numbered: Collection[str]) -> Iterator[_Cells]:
    """The words of each cell, with the number of a row in a column of its own or before its first words."""
    element = each.element
    words = _with_marks(element)
    if element.kind is Kind.TABLE:
        for row in grid(words):
            yield tuple("\n".join(words[start:end] for start, end in cell).strip("\n") for cell in row)
        return
    marks = "".join(mark.printed for mark in element.marks if mark.field == "number")
    label = each.scheme.label(element).strip(BARS) + marks
    cells = words.split(CELL_BORDER)
    if element.key in numbered:
        yield (label, *cells)
    else:
        yield (f"{label} {cells[0]}".strip(), *cells[1:])


def has_head(items: Sequence[PaperItem], rows: Sequence[SheetRow]) -> bool:
    """Whether a row of words in every cell and without figures stands above rows with numbers or figures.

    A row with a number is law, also where the number is a letter: "a) | Child | free".
    """
    first, *others = rows or (SheetRow(()),)
    words = [_words_in(cell) for cell in first.cells]
    kinds = [each.element.kind for item in items for each in item.after or item.before]
    if kinds[0] is Kind.ROW or len(words) < 2 or not all(words) or any(map(_FIGURE.search, words)):
        return False
    return Kind.ROW in kinds or any(_FIGURE.search(_words_in(cell)) for row in others for cell in row.cells)


def _words_in(cell: SheetCell) -> str:
    return "".join(span.text for span in cell.spans).strip()


def _with_marks(element: Element) -> str:
    """The text with its footnote marks as printed."""
    words = element.text
    for mark in sorted(element.marks, key=lambda mark: mark.offset, reverse=True):
        if mark.field == "text":
            words = words[: mark.offset] + mark.printed + words[mark.offset :]
    return words


def cell_lines(spans: Iterable[Span], last: Mark) -> Iterator[tuple[list[Span], Mark]]:
    """The paragraphs of a cell with the mark of the end of each; `last` is that of the last one."""
    line: list[Span] = []
    for mark, text in spans:
        *ended, rest = text.split("\n")
        for part in ended:
            yield [*line, *([Span(mark, part)] if part else [])], mark
            line = []
        line += [Span(mark, rest)] if rest else []
    yield line, last
