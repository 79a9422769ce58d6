"""Placing the rows of a table: a numbered row is a provision, the rows around it stay words of the table.

A decimal number lies in the provision that it continues, wherever that is printed; other numbers are counted by the
table alone, so that its "1." is never the first part of an article.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from amendments.provisions.parsing.footnotes import MARK, lift_marks
from amendments.provisions.parsing.lists import beginning, following, may_own, restarted
from amendments.provisions.parsing.nesting import Outline
from amendments.provisions.parsing.pending import Pending
from amendments.provisions.recognising.headings import CONTAINERS
from amendments.provisions.recognising.labels import Form, Label
from amendments.provisions.recognising.lines import Line
from amendments.provisions.recognising.recogniser import Recogniser
from amendments.provisions.regions.printed_rows import PrintedRow, divided, printed_rows
from amendments.provisions.regions.row_labels import RowLabels
from amendments.provisions.said_of_repeals import OF_NUMBERS
from amendments.provisions.tree import Kind

_LONGEST_GAP = 20  # numbers that repealed rows may leave out
_ANYWHERE = 10_000  # a table may go on from another one


class RowReader:
    """Reads one table after the other. A list of rows may go on from the previous table of the same provision."""

    def __init__(self, recogniser: Recogniser, outline: Outline) -> None:
        self._recogniser = recogniser
        self._labels = RowLabels(recogniser)
        self.outline = outline
        self._owner: Pending | None = None
        self._counted_in: Pending | None = None  # the words above the first row, else the owner of the table
        self._last: dict[Pending | None, Pending] = {}  # the last row by what it lies in
        self._row: Pending | None = None
        self._before: list[Pending] = []  # the lists that were open at the end of the table before

    def read(self, lines: Sequence[Line], owner: Pending | None) -> None:
        """Place all rows of a table that stands in `owner`."""
        if owner is not self._owner:
            self._last, self._row = {}, None
        self._before = self._lists()
        self._owner, self._row = owner, None
        rows = [piece for row in printed_rows(lines) for piece in self._pieces(row)]
        labelled = list(zip(rows, self._labels.of(rows), strict=True))
        above = [row for row, __ in takewhile(lambda pair: pair[1] is None, labelled)]
        self._counted_in = self._add_words(above, owner) if above else owner
        waiting: list[PrintedRow] = []
        for row, label in labelled[len(above) :]:
            if self._row is not None and row.is_rule and not waiting:
                self._row.add_literal(row.line.gap + row.printed)
            elif (found := self._place_of(row, label)) is None:
                waiting.append(row)
            else:
                self._add_waiting(waiting)
                waiting = []
                self._add_row(row, *found)
        self._add_waiting(waiting)

    def _pieces(self, row: PrintedRow) -> list[PrintedRow]:
        """The row, cut where further paragraphs of its first cell begin with numbers."""
        numbered = [
            paragraph
            for paragraph, (start, end) in enumerate(row.cells[row.first])
            if paragraph and self._labels.is_marked(row.printed[start:end])
        ]
        return list(divided(row, numbered)) if numbered else [row]

    def _place_of(self, row: PrintedRow, label: Label | None) -> tuple[Pending | None, Label] | None:
        """What a row lies in, with the one reading of its number; None for a row of words."""
        if label is None:
            return None
        if label.form is Form.ITEM:
            return self._place_of_item(label)
        owner = next(
            (provision for provision in reversed(self.outline.open) if may_own(provision, label)), None
        )
        if owner is None and not label.is_marked:
            return None
        return owner or self.outline.innermost_of({Kind.ARTICLE, *CONTAINERS}), label

    def _place_of_item(self, label: Label) -> tuple[Pending | None, Label]:
        lists = self._lists()
        innermost = next(self._open_rows())
        for longest_step, highest in ((1, 1), (_LONGEST_GAP, _ANYWHERE)):
            for last in [*lists, *self._before]:
                if read := following(last, label, longest_step):
                    return last.parent, read
            if read := beginning(label, highest):
                last_of_style = restarted(lists, read)
                return (last_of_style.parent if last_of_style else innermost), read
        return innermost, label

    def _lists(self) -> list[Pending]:
        """The last row of each list that is open in the table."""
        return [self._last[provision] for provision in self._open_rows() if provision in self._last]

    def _open_rows(self) -> Iterator[Pending | None]:
        """The last row, then the rows above it, then what the rows are counted in."""
        row = self._row or self._counted_in
        while row is not None and row.kind is Kind.ROW:
            yield row
            row = row.parent
        yield row

    def _add_waiting(self, rows: Sequence[PrintedRow]) -> None:
        """Rows of words below a numbered one: those with an empty first cell go on from it."""
        groups: list[tuple[bool, list[PrintedRow]]] = []
        for row in rows:
            goes_on = len(row.cells) > 1 and not row.words[0]
            if groups and (row.is_rule or groups[-1][0] is goes_on):
                groups[-1][1].append(row)
            else:
                groups.append((goes_on, [row]))
        for goes_on, some in groups:
            *__, table = self._open_rows()
            self._add_words(some, self._row if goes_on and self._row else table)

    def _add_words(self, rows: Sequence[PrintedRow], owner: Pending | None) -> Pending:
        """Rows of words, kept as they are printed."""
        provision = self.outline.start(Kind.TABLE, rows[0].line, owner)
        provision.add_literal(rows[0].line.gap)
        provision.add_lines(rows[0].printed + "".join(row.line.gap + row.printed for row in rows[1:]))
        return provision

    def _add_row(self, row: PrintedRow, owner: Pending | None, label: Label) -> None:
        """Print the number, then each cell; a number in a cell of its own is no cell of the wording."""
        provision = self.outline.start(Kind.ROW, row.line, owner, label)
        self._row = self._last[owner] = provision
        (start, end), *further = row.cells[row.first]
        words = row.printed[start:end]
        provision.add_literal(row.line.gap + row.printed[:start])
        provision.add_label(words, label, self._recogniser.conventions.ordinal(label.number))
        own = [(start + label.end, end)] if label.end < len(words) else []
        cells = [[*own, *further], *(list(cell) for cell in row.cells[row.first + 1 :])]
        at = start + label.end
        cells = cells if cells[0] else cells[1:]
        if _says_repealed(row.printed, cells):
            _add_repeal(provision, row.printed, at)
            return
        for cell in cells:
            for place, (begin, stop) in enumerate(cell):
                provision.add_literal(row.printed[at:begin])
                provision.add_in_cell(row.printed[begin:stop], opens=place == 0)
                at = stop
        provision.add_literal(row.printed[at:])
        provision.repealed = self._recogniser.is_repealed(
            provision.paragraphs[0] if provision.paragraphs else ""
        )


def _says_repealed(printed: str, cells: Sequence[Sequence[tuple[int, int]]]) -> bool:
    """Whether beside the number stands only what our own files say of a repealed one, and the marks of footnotes."""
    said = [lift_marks(printed[begin:stop], "text")[0] for cell in cells for begin, stop in cell]
    return [words for words in said if words.strip()] in [[sentence] for sentence in OF_NUMBERS]


def _add_repeal(row: Pending, printed: str, at: int) -> None:
    """The words of a row that has none: a cell for the marks before the sentence, then the sentence as it is printed."""
    place = min(found for each in OF_NUMBERS if (found := printed.find(each, at)) >= 0)
    marks = list(MARK.finditer(printed, at, place))
    start, stop = (printed.index("[", marks[0].start()), marks[-1].end()) if marks else (place, place)
    row.add_literal(printed[at:start])
    row.add_in_cell(printed[start:stop], opens=True)
    row.repealed = True
    row.add_said(printed[stop:])
