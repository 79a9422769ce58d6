"""The rows of a table on paper: the cells of two texts, row by row."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from amendments.provisions.regions.printed_rows import grid
from amendments.provisions.tree import CELL_BORDER, Element, Kind
from amendments.redline.provision_redline import Change, Mark, Span
from amendments.redline.text_redline import diff_text
from amendments.renderers.paper.documents import PaperElement, PaperItem

_Cells = tuple[str, ...]
_BARS = "| "  # which part the cells of a row in plain text


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


def merged_rows(items: Sequence[PaperItem]) -> Iterator[SheetRow]:
    """The rows of both texts, those that go before those that come in their place."""
    before = [each.element for item in items for each in item.before]
    after = [each.element for item in items for each in item.after]
    numbered = [_has_column_of_numbers(before), _has_column_of_numbers(after)]
    found = [row for item in items for row in _rows(item, numbered)]
    most = max((len(row.cells) for row in found), default=0)
    return (_filled(row, most, has_numbers=any(numbered)) for row in found)


def _rows(item: PaperItem, numbered: Sequence[bool]) -> Iterator[SheetRow]:
    before, after = (
        [cells for each in side for cells in _cells(each, has_numbers=has_numbers)]
        for side, has_numbers in zip((item.before, item.after), numbered, strict=True)
    )
    if item.change is Change.MOVED:
        before, after = ([], after) if item.is_new_place else (before, [])
    for tag, b0, b1, a0, a1 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "replace" and b1 - b0 == a1 - a0:
            for was, now in zip(before[b0:b1], after[a0:a1], strict=True):
                yield from _replaced(was, now)
        else:
            is_kept = tag == "equal"
            yield from () if is_kept else (_whole(cells, Mark.DELETED) for cells in before[b0:b1])
            mark = Mark.KEPT if is_kept else Mark.INSERTED
            yield from (_whole(cells, mark) for cells in after[a0:a1])


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
    return SheetRow((*cells, SheetCell(last.spans, most - len(cells))), row.mark)


def _has_column_of_numbers(elements: Sequence[Element]) -> bool:
    """Whether the table has a column more than its numbered rows have cells."""
    of_rows = [e.text.count(CELL_BORDER) + 1 for e in elements if e.kind is Kind.ROW]
    of_tables = [len(row) for e in elements if e.kind is Kind.TABLE for row in grid(e.text)]
    return bool(of_rows) and max(of_rows) == max(of_tables, default=0) - 1


def _cells(each: PaperElement, *, has_numbers: bool) -> Iterator[_Cells]:
    """The words of each cell, with the number of a row in a column of its own or before its first words."""
    element = each.element
    words = _with_marks(element)
    if element.kind is Kind.TABLE:
        for row in grid(words):
            yield tuple("\n".join(words[start:end] for start, end in cell).strip("\n") for cell in row)
        return
    marks = "".join(mark.printed for mark in element.marks if mark.field == "number")
    label = each.scheme.label(element).strip(_BARS) + marks
    cells = words.split(CELL_BORDER)
    if has_numbers:
        yield (label, *cells)
    else:
        yield (f"{label} {cells[0]}".strip(), *cells[1:])


def _with_marks(element: Element) -> str:
    """The text with its footnote marks as printed."""
    words = element.text
    for mark in sorted(element.marks, key=lambda mark: mark.offset, reverse=True):
        if mark.field == "text":
            words = words[: mark.offset] + mark.printed + words[mark.offset :]
    return words
