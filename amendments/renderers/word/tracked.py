"""Paragraphs and tables in WordprocessingML. What goes, comes and moves is a tracked change of one author and moment."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count, groupby

from amendments.redline.provision_redline import Mark, Span
from amendments.redline.spans import within
from amendments.renderers.paper.sheets import Role, Sheet, SheetParagraph, SheetTable
from amendments.renderers.paper.table_rows import SheetCell, SheetRow, cell_lines
from amendments.renderers.word.ooxml import attribute, moment, paragraph, run
from amendments.renderers.word.remarks import PlacedRemarks
from amendments.renderers.word.stylesheet import CELL, style_of

_NOTE = re.compile(r"(\[\d+\])")
_LISTED = re.compile(r"\[\d+\]")
_FULL_WIDTH = 9070  # twentieths of a point between the margins of an upright page
_NARROWEST, _WIDEST = 4, 60  # characters by which the columns of a table share the width
BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_ELEMENTS = {Mark.DELETED: "del", Mark.INSERTED: "ins"}


@dataclass
class TrackedWriter:
    """Writes the sheets of an act; `notes` are the bookmarks of its footnotes by their printed mark."""

    author: str
    at: datetime
    language: str  # of the document
    ids: Iterator[int] = field(default_factory=lambda: count(1))
    number: int = 1  # of the act
    notes: Mapping[str, str] = field(default_factory=dict)
    bookmarked: set[str] = field(default_factory=set)
    remarks: PlacedRemarks = field(default_factory=PlacedRemarks)

    def write(self, sheets: Iterable[Sheet]) -> Iterator[str]:
        """The paragraphs and tables, those of one place of a move within its range."""
        for move, group in groupby(sheets, key=_move_of):
            some = list(group)
            if move is None:
                yield from (self._sheet(sheet) for sheet in some)
            else:
                yield from self._moved([each for each in some if isinstance(each, SheetParagraph)], move)

    def change(self, tag: str) -> str:
        """The beginning of a tracked change: its name and attributes, without brackets."""
        return f'w:{tag} w:id="{next(self.ids)}" w:author={attribute(self.author)} w:date="{moment(self.at)}"'

    def _sheet(self, sheet: Sheet) -> str:
        return self._table(sheet) if isinstance(sheet, SheetTable) else self._paragraph(sheet)

    def _moved(self, paragraphs: Sequence[SheetParagraph], move: tuple[int, bool]) -> Iterator[str]:
        number, is_new_place = move
        tag = "moveTo" if is_new_place else "moveFrom"
        identity = next(self.ids)
        start = (
            f'<w:{tag}RangeStart w:id="{identity}" w:author={attribute(self.author)} w:date="{moment(self.at)}"'
            f' w:name="move{self.number}_{number}"/>'
        )
        for place, each in enumerate(paragraphs):
            yield self._paragraph(each, tag, start if not place else "")
        yield f'<w:{tag}RangeEnd w:id="{identity}"/>'

    def _paragraph(self, sheet: SheetParagraph, kept: str = "", start: str = "") -> str:
        """`kept` is the change of what is neither inserted nor deleted: "moveFrom", "moveTo", "" for none."""
        style = sheet.style
        end = _ELEMENTS.get(sheet.end, kept)
        properties = f"<w:rPr><{self.change(end)}/></w:rPr>" if end else ""
        runs = [start, *self._commented(sheet, kept)]
        if style.role is Role.LIST and (note := self._bookmark(sheet.spans)):
            runs = [note[0], *runs, note[1]]
        return paragraph(runs, style_of(style.role, style.level), properties)

    def _commented(self, sheet: SheetParagraph, kept: str) -> Iterator[str]:
        """The runs, with the ends of the ranges of remarks among them."""
        is_list = sheet.style.role is Role.LIST
        at = 0
        for place, marker in self.remarks.markers(sheet):
            yield from self._runs(within(sheet.spans, at, place), sheet.style.language, kept, is_list=is_list)
            yield marker
            at = place
        rest = within(sheet.spans, at, sum(len(span.text) for span in sheet.spans))
        yield from self._runs(rest, sheet.style.language, kept, is_list=is_list)

    def _runs(
        self, spans: Iterable[Span], language: str, kept: str = "", *, is_list: bool = False
    ) -> Iterator[str]:
        spoken = "" if language == self.language else language
        for span in spans:
            tag = _ELEMENTS.get(span.mark, kept)
            for part in [span.text] if is_list or not self.notes else _NOTE.split(span.text):
                if part:
                    yield self._linked(
                        part, self._tracked(run(part, spoken, tag="delText" if tag == "del" else "t"), tag)
                    )

    def _tracked(self, written: str, tag: str) -> str:
        return f"<{self.change(tag)}>{written}</w:{tag}>" if tag else written

    def _linked(self, words: str, written: str) -> str:
        """A footnote mark leads to its footnote."""
        note = self.notes.get(words, "")
        return f'<w:hyperlink w:anchor="{note}" w:history="1">{written}</w:hyperlink>' if note else written

    def _bookmark(self, spans: Sequence[Span]) -> tuple[str, str] | None:
        """The two ends of the bookmark of a footnote."""
        found = _LISTED.match("".join(span.text for span in spans if span.mark is not Mark.DELETED))
        name = self.notes.get(found[0], "") if found else ""
        if not name or name in self.bookmarked:
            return None
        self.bookmarked.add(name)
        identity = next(self.ids)
        return f'<w:bookmarkStart w:id="{identity}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{identity}"/>'

    def _table(self, table: SheetTable) -> str:
        widths = _widths(table)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = "".join(
            self._row(row, widths, table.language, is_head=table.has_head and not place)
            for place, row in enumerate(table.rows)
        )
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{BORDERS}</w:tblBorders>'
            f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
        )

    def _row(self, row: SheetRow, widths: Sequence[int], language: str, *, is_head: bool) -> str:
        tag = _ELEMENTS.get(row.mark, "")
        properties = "<w:cantSplit/>" + "<w:tblHeader/>" * is_head + (f"<{self.change(tag)}/>" if tag else "")
        cells, at = [], 0
        for cell in row.cells:
            width = sum(widths[at : at + cell.columns])
            at += cell.columns
            cells.append(self._cell(cell, width, row, language))
        return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"

    def _cell(self, cell: SheetCell, width: int, row: SheetRow, language: str) -> str:
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        remarks = self.remarks.of_row(row) if cell is row.cells[0] and row.provision else ""
        lines = list(cell_lines(cell.spans, row.mark))
        paragraphs = "".join(
            self._cell_line(spans, end, language, "" if place else remarks)
            for place, (spans, end) in enumerate(lines)
        )
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>{paragraphs}</w:tc>'

    def _cell_line(self, spans: Sequence[Span], end: Mark, language: str, remarks: str) -> str:
        tag = _ELEMENTS.get(end, "")
        properties = f"<w:rPr><{self.change(tag)}/></w:rPr>" if tag else ""
        return paragraph([*self._runs(spans, language), remarks], CELL, properties)


def _move_of(sheet: Sheet) -> tuple[int, bool] | None:
    """The number of a move and which of its two places this is; None for what stays."""
    return (sheet.move, sheet.is_new_place) if isinstance(sheet, SheetParagraph) and sheet.move else None


def _widths(table: SheetTable) -> list[int]:
    """The widths of the columns, by the longest words of each."""
    longest = [_NARROWEST] * table.columns
    for row in table.rows:
        for place, cell in enumerate(row.cells):
            if cell.columns == 1:
                length = max(
                    (len(line) for line in "".join(s.text for s in cell.spans).split("\n")), default=0
                )
                longest[place] = max(longest[place], min(length, _WIDEST))
    unit = _FULL_WIDTH / sum(longest)
    return [round(length * unit) for length in longest]
