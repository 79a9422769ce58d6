"""A comparison as rows of two columns: what changes, each below the article or the annex in which it stands."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from amendments.provisions.tree import OUTSIDE_THE_LAW, Element, Kind
from amendments.redline.provision_redline import Change, Mark, Span
from amendments.renderers.paper.documents import PaperAct, PaperElement, PaperItem, TableWords
from amendments.renderers.paper.sheets import SheetParagraph, heading_of, sheets

_ABSENT = "—"
_HEADINGS = frozenset({Kind.ARTICLE, Kind.ANNEX})  # what a lawyer cites a change in
Cells = Sequence[Sequence[Span]]  # of a row of a table


@dataclass(frozen=True, slots=True)
class ColumnParagraph:
    """A paragraph of a column; `is_said` where it is no law but what the table says of it. A row of a table has cells."""

    spans: tuple[Span, ...]
    language: str = ""
    is_said: bool = False
    cells: tuple[tuple[Span, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class ComparativeRow:
    """The two columns of a changed provision; or a heading over both of them."""

    before: tuple[ColumnParagraph, ...]
    after: tuple[ColumnParagraph, ...] = ()
    is_heading: bool = False


def comparative_rows(act: PaperAct, words: TableWords) -> Iterator[ComparativeRow]:
    """The rows of an act, in order."""
    known = _by_key(act.items)
    shown: set[str] = set()
    for item in act.items:
        if not _is_changed(item):
            continue
        element = _shown(item).element
        for heading in _headings_above(element, known):
            if heading.element.key not in shown:
                shown.add(heading.element.key)
                yield _heading(heading)
        shown.add(element.key)
        yield _row(item, act, words)


def _by_key(items: Iterable[PaperItem]) -> Mapping[str, PaperElement]:
    """The provisions of both texts; where both have one, as it stands in the new text."""
    both = list(items)
    old = {each.element.key: each for item in both for each in item.before}
    return {**old, **{each.element.key: each for item in both for each in item.after}}


def _is_changed(item: PaperItem) -> bool:
    if _shown(item).element.kind in OUTSIDE_THE_LAW:
        return False
    sides = [[each.element.repealed for each in side] for side in (item.before, item.after)]
    return item.change is not Change.UNCHANGED or sides[0] != sides[1]


def _shown(item: PaperItem) -> PaperElement:
    return (item.after if item.is_new_place and item.after else item.before or item.after)[0]


def _headings_above(element: Element, known: Mapping[str, PaperElement]) -> list[PaperElement]:
    """The article in which a provision stands, below the annex that counts it."""
    found: list[PaperElement] = []
    above = known.get(element.parent)
    while above is not None:
        found += [above] if above.element.kind in _HEADINGS else []
        above = known.get(above.element.parent)
    return found[::-1]


def _heading(article: PaperElement) -> ComparativeRow:
    line = ColumnParagraph((Span(Mark.KEPT, heading_of(article)),), article.language)
    return ComparativeRow((line,), is_heading=True)


def _row(item: PaperItem, act: PaperAct, words: TableWords) -> ComparativeRow:
    lines = list(_lines(item))
    lines = [line for line in lines if isinstance(line, SheetParagraph) or _has_changed(line)] or lines
    before, after = _column(lines, Mark.INSERTED), _column(lines, Mark.DELETED)
    if item.change is Change.MOVED:
        other = _said(f"{words.moved}: {_number(item)}" if _number(item) else words.moved)
        return ComparativeRow(other, after) if item.is_new_place else ComparativeRow(before, other)
    if item.change is Change.RENUMBERED:
        was = ", ".join(each.element.number or each.scheme.label(each.element) for each in item.before)
        after = (*after, *_said(words.renumbered % {"other": was}))
    if item.after and item.after[0].element.repealed:
        after = (*after, *_said(act.said_of(item.after[0].element), act.language))
    return ComparativeRow(before or _said(_ABSENT), after or _said(_ABSENT))


def _said(words: str, language: str = "") -> tuple[ColumnParagraph, ...]:
    return (ColumnParagraph((Span(Mark.KEPT, words),), language, is_said=True),)


def _number(item: PaperItem) -> str:
    """The number in the other place of a move."""
    return ", ".join(each.element.number for each in (item.before if item.is_new_place else item.after))


def _lines(item: PaperItem) -> Iterator[SheetParagraph | Cells]:
    """The paragraphs, and the rows of tables."""
    for sheet in sheets([item]):
        if isinstance(sheet, SheetParagraph):
            yield sheet
        else:
            yield from ([_of_row(cell.spans, row.mark) for cell in row.cells] for row in sheet.rows)


def _of_row(spans: Iterable[Span], mark: Mark) -> list[Span]:
    return [Span(each if mark is Mark.KEPT else mark, text.replace("\n", " ")) for each, text in spans]


def _has_changed(row: Cells) -> bool:
    """Rows of one table without numbers are one provision: of these the others are left out."""
    return any(span.mark is not Mark.KEPT for cell in row for span in cell)


def _column(lines: Iterable[SheetParagraph | Cells], hidden: Mark) -> tuple[ColumnParagraph, ...]:
    """The paragraphs of one side: where the end of one is hidden, the next one goes on in it."""
    found: list[ColumnParagraph] = []
    carried: list[Span] = []
    language = ""
    for line in lines:
        if isinstance(line, SheetParagraph):
            carried += _shown_on(line.spans, hidden)
            language = line.style.language
            if line.end is hidden:
                continue
        if any(span.text.strip() for span in carried):
            found.append(ColumnParagraph(tuple(carried), language))
        carried = []
        if not isinstance(line, SheetParagraph):
            cells = tuple(_shown_on(cell, hidden) for cell in line)
            if any(span.text.strip() for cell in cells for span in cell):
                found.append(ColumnParagraph((), language, cells=cells))
    if any(span.text.strip() for span in carried):
        found.append(ColumnParagraph(tuple(carried), language))
    return tuple(found)


def _shown_on(spans: Iterable[Span], hidden: Mark) -> tuple[Span, ...]:
    return tuple(span for span in spans if span.mark is not hidden)


def by_tables(lines: Iterable[ColumnParagraph]) -> Iterator[tuple[int, list[ColumnParagraph]]]:
    """Rows of one table together, with the number of its columns; paragraphs with 0."""
    for is_table, group in groupby(lines, key=lambda line: bool(line.cells)):
        some = list(group)
        yield max(len(line.cells) for line in some) if is_table else 0, some
