"""Tables as a page shows them: each line with its cells, as many columns throughout a table."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from amendments.provisions.regions.printed_rows import grid
from amendments.provisions.tree import CELL_BORDER, Kind
from amendments.queries.showing.runs import Run, paragraphs, part_of, split, words_of
from amendments.redline.provision_redline import Mark, Span

IN_TABLES = frozenset({Kind.TABLE, Kind.ROW})


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell, and how many columns it covers."""

    paragraphs: list[list[Run]]
    columns: int = 1


TableLine = list[TableCell]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: how many, whether the first one is for numbers, and which provision heads them."""

    kind: Kind = Kind.TABLE
    count: int = 0
    are_numbered: bool = False
    head: str = ""

    @property
    def shown(self) -> range:
        """One for each column."""
        return range(self.count)

    @property
    def is_row(self) -> bool:
        """Whether it is a single numbered row."""
        return self.kind is Kind.ROW


NO_COLUMNS = Columns()


@dataclass(frozen=True, slots=True)
class InTable:
    """A provision that stands in a table, shown by itself."""

    lines: list[TableLine]
    columns: Columns


def alone(kind: Kind, runs: Sequence[Run]) -> InTable | None:
    """The cells of one provision by itself; None for what stands in no table."""
    if kind not in IN_TABLES:
        return None
    (columns,) = columns_of([InColumns(kind, "", runs)])
    return InTable(table_lines(runs, columns, ""), columns)


def table_lines(runs: Iterable[Run], columns: Columns, label: str) -> list[TableLine]:
    """The lines of a provision that stands in a table; a line of one cell goes over all columns."""
    return [_line(cells, columns, label) for cells in _cells(list(runs), columns.kind)]


@dataclass(frozen=True, slots=True)
class InColumns:
    """A provision of a table; `has_cell` says whether its number stands in a cell of its own, None if nothing tells."""

    kind: Kind
    key: str
    runs: Sequence[Run]
    has_cell: bool | None = None


def columns_of(texts: Sequence[InColumns]) -> list[Columns]:
    """The columns of one table whose provisions are given in order."""
    counts = [[len(cells) for cells in _cells(text.runs, text.kind)] for text in texts]
    most = max((count for some in counts for count in some), default=0)
    of_rows = [
        max(some, default=0) for text, some in zip(texts, counts, strict=True) if text.kind is Kind.ROW
    ]
    told = {text.has_cell for text in texts} - {None}
    are_numbered = True in told if told else bool(of_rows) and max(of_rows) == most - 1
    if are_numbered:
        most = max(most, *(count + 1 for count in of_rows))
    head = next((text.key for text in texts[:1] if text.kind is Kind.TABLE), "")
    return [Columns(text.kind, most, are_numbered, head) for text in texts]


def _cells(runs: Sequence[Run], kind: Kind) -> list[list[list[list[Run]]]]:
    """The paragraphs of each cell of each line."""
    if kind is Kind.ROW:
        return [[paragraphs(cell) for cell in split(runs, CELL_BORDER)]] if runs else []
    return list(_printed(runs))


def _printed(runs: Sequence[Run]) -> Iterator[list[list[list[Run]]]]:
    for row in grid(words_of(runs)):
        yield [[part for place in cell if (part := part_of(runs, *place))] for cell in row]


def _line(cells: Sequence[list[list[Run]]], columns: Columns, label: str) -> TableLine:
    line = [TableCell(cell) for cell in cells]
    if columns.is_row and columns.are_numbered:
        line.insert(0, TableCell([[Span(Mark.KEPT, label)]]))
    if line:
        last = line.pop()
        covers = columns.count - len(line) if len(line) <= int(columns.are_numbered) else 1
        line.append(TableCell(last.paragraphs, max(covers, 1)))
    return line
