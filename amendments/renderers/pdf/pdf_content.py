"""Texts, redlines, tables, amending acts and notes as the content that is set: values of JSON, without any markup."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Any

from amendments.instructions.amending_act import ActPart, LawLine
from amendments.provisions.tree import Kind
from amendments.redline.provision_redline import Mark, Span
from amendments.renderers.paper.brought_tables import brought_table
from amendments.renderers.paper.comparative import ColumnParagraph, ComparativeRow, by_tables
from amendments.renderers.paper.documents import NoteLook, NoteParagraph, PaperAct, PaperDocument, TitleBlock
from amendments.renderers.paper.said_beside import act_sheets
from amendments.renderers.paper.sheets import Role, Sheet, SheetParagraph, SheetTable, role_of
from amendments.renderers.paper.table_rows import SheetCell, SheetRow, cell_lines
from amendments.renderers.pdf.glyphs import lines, printable
from amendments.text.cells import in_field

Content = dict[str, Any]  # a value of JSON
_LOOKS = {Mark.KEPT: "k", Mark.DELETED: "d", Mark.INSERTED: "i"}
_ROLES = {
    Role.TITLE: "title",
    Role.NOTE: "note",
    Role.CLOSING: "closing",
    Role.LIST: "list",
    Role.SAID: "legend",
}
_CENTRED = 2  # the deepest level of a heading that stands in the middle; an article stands left in every act
_NOTE_LEVELS = {NoteLook.SECTION: 2, NoteLook.ITEM: 3}  # below the title of the file
_PARTS = {ActPart.CAPTION: "centred", ActPart.SIGNATURE: "closing"}
_NOTE = re.compile(r"(\[\d+\])")
_LISTED = re.compile(r"\[\d+\]")
_PAGE_OF = re.compile(r"%\((pages?)\)s")
_NARROWEST, _WIDEST = 4, 60  # characters by which the columns of a table share the width
_WORD, _LETTERS = 16, 75  # of the longest word that no column breaks, and about those of a line


def whole(document: PaperDocument, acts: Iterable[Content], *, is_landscape: bool = False) -> Content:
    """The whole file: what it says of itself, and its acts."""
    return {
        "title": printable(document.title),
        "author": printable(document.author),
        "identity": document.identity,
        "language": document.acts[0].language,
        "landscape": is_landscape,
        "acts": list(acts),
    }


def act_content(act: PaperAct, number: int, items: Iterable[Content]) -> Content:
    """An act with what stands at the top and the foot of its pages, and how changes look where it is compared."""
    legend = act.table.legend if act.table else ()
    return {"block": _block(act.block, legend), "start": f"act-{number}", "items": list(items)}


def _block(block: TitleBlock, legend: Sequence[Span]) -> Content:
    pages = [part for part in _PAGE_OF.split(block.page_of) if part]
    return {
        "title": printable(block.title),
        "lines": [printable(line) for line in block.lines],
        "warning": printable(block.warning),
        "running": printable(block.running),
        "foot": printable(block.foot),
        "language": block.language,
        "legend": [[_run(span.mark, span.text) for span in legend]] if legend else [],
        # What is not a number is marked with a letter before it, so that no words pass for one.
        "page_of": [part if part in ("page", "pages") else f"w{printable(part)}" for part in pages],
    }


def _run(mark: Mark, text: str, note: str = "") -> list[Any]:
    run: list[Any] = [_LOOKS[mark], lines(text)]
    return [*run, note] if note else run


@dataclass
class ActContent:
    """Writes the sheets of one act; `moved` are the words for a moved provision, `notes` the anchors of its footnotes."""

    number: int
    moved: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)
    anchored: set[str] = field(default_factory=set)
    _level: int = 1
    _told: set[tuple[int, bool]] = field(default_factory=set)

    def items(self, act: PaperAct) -> Iterator[Content]:
        """The headings, paragraphs and tables, in order."""
        written = list(act_sheets(act, with_numbers=True))
        marks = dict.fromkeys(filter(None, map(_mark_of, written)))
        self.notes = {mark: f"note-{self.number}-{mark[1:-1]}" for mark in marks}
        for sheet in written:
            yield self._paragraph(sheet) if isinstance(sheet, SheetParagraph) else _table(sheet)

    def _paragraph(self, sheet: SheetParagraph) -> Content:
        style = sheet.style
        kind = style.provision.element.kind
        is_list = style.role is Role.LIST
        anchor = self._anchor(sheet)
        written = {
            "language": style.language,
            "runs": list(self._runs(sheet, is_list=is_list)),
            "changed": bool(sheet.move) or any(span.mark is not Mark.KEPT for span in sheet.spans),
        }
        if style.role is Role.HEADING:
            self._level = min(style.level + 1, self._level + 1)  # no level is left out, as PDF/UA wants
            is_centred = self._level <= _CENTRED and kind is not Kind.ARTICLE
            return {"kind": "heading", "level": self._level, "centred": is_centred, **written}
        indent = style.level if role_of(kind) is Role.ITEM else 0
        return {
            "kind": "paragraph",
            "look": _ROLES.get(style.role, "plain"),
            "indent": indent,
            "anchor": anchor,
            **written,
        }

    def _anchor(self, sheet: SheetParagraph) -> str:
        """The anchor of a footnote, at the first place that has its mark."""
        name = self.notes.get(_mark_of(sheet), "")
        if name in self.anchored:
            return ""
        self.anchored.add(name)
        return name

    def _runs(self, sheet: SheetParagraph, *, is_list: bool) -> Iterator[list[Any]]:
        place = (sheet.move, sheet.is_new_place)
        if sheet.move and place not in self._told:
            self._told.add(place)
            yield ["s", [printable(f"[{self.moved} {sheet.move}] ")]]
        for mark, text in sheet.spans:
            shown = _moved(mark, is_new_place=sheet.is_new_place) if sheet.move else mark
            for part in [text] if is_list else _NOTE.split(text):
                if part:
                    yield _run(shown, part, "" if is_list else self.notes.get(part, ""))


def _mark_of(sheet: Sheet) -> str:
    """The mark of the footnote that a line of a closing list holds, the new one of two; "" for none."""
    if not isinstance(sheet, SheetParagraph) or sheet.style.role is not Role.LIST:
        return ""
    now = [span.text for span in sheet.spans if span.mark is not Mark.DELETED]
    match = _LISTED.match("".join(now or [span.text for span in sheet.spans]).lstrip(" \r\xa0"))
    return match[0] if match else ""


def _moved(mark: Mark, *, is_new_place: bool) -> Mark:
    """At the old place everything goes, at the new one everything comes."""
    if mark is not Mark.KEPT:
        return mark
    return Mark.INSERTED if is_new_place else Mark.DELETED


def _table(table: SheetTable) -> Content:
    return {
        "kind": "table",
        "language": table.language,
        "head": int(table.has_head),
        "widths": _widths(table),
        "rows": [[_cell(cell, row) for cell in _filled(row, table.columns)] for row in table.rows],
    }


def _filled(row: SheetRow, columns: int) -> Iterator[SheetCell]:
    """The cells, and empty ones to the end: else typst sets the next row beside them."""
    yield from row.cells
    for _place in range(sum(cell.columns for cell in row.cells), columns):
        yield SheetCell(())


def _cell(cell: SheetCell, row: SheetRow) -> Content:
    written = [
        [_run(span.mark if row.mark is Mark.KEPT else row.mark, span.text) for span in spans]
        for spans, _end in cell_lines(cell.spans, row.mark)
    ]
    return {"columns": cell.columns, "lines": written}


def _widths(table: SheetTable) -> list[int]:
    """By the longest lines of each column, none too narrow for its longest word."""
    longest = [_NARROWEST] * table.columns
    words_of = [0] * table.columns
    for row in table.rows:
        at = 0
        for cell in row.cells:
            words = "".join(span.text for span in cell.spans)
            if cell.columns == 1 and at < table.columns:
                length = max(map(len, words.split("\n")), default=0)
                longest[at] = max(longest[at], min(length, _WIDEST))
                words_of[at] = max(words_of[at], *(min(len(each), _WORD) for each in words.split()), 0)
            at += cell.columns
    return [
        max(line, ceil(word * sum(longest) / _LETTERS)) for line, word in zip(longest, words_of, strict=True)
    ]


def comparison_content(rows: Iterable[ComparativeRow], head: tuple[str, str], language: str) -> Content:
    """The two columns, with the words above them."""
    return {
        "kind": "comparison",
        "head": [printable(words) for words in head],
        "rows": [
            {
                "heading": row.is_heading,
                "before": list(_column(row.before, language)),
                "after": list(_column(row.after, language)),
            }
            for row in rows
        ],
    }


def _column(side: Iterable[ColumnParagraph], language: str) -> Iterator[Content]:
    """The paragraphs, and the rows of a table together."""
    for columns, some in by_tables(side):
        if not columns:
            yield from (_column_line(each, language) for each in some)
            continue
        cells = [cell for each in some for cell in _cells_of(each, columns)]
        yield {"language": some[0].language or language, "columns": columns, "cells": cells}


def _cells_of(row: ColumnParagraph, columns: int) -> Iterator[Content]:
    """The cells, and empty ones to the end; a row of one cell goes over all columns."""
    for cell in row.cells:
        width = columns if len(row.cells) == 1 else 1
        yield {"columns": width, "runs": [_run(*span) for span in cell]}
    if len(row.cells) > 1:
        yield from [{"columns": 1, "runs": []}] * (columns - len(row.cells))


def _column_line(each: ColumnParagraph, language: str) -> Content:
    if each.is_said:
        return {
            "language": each.language or language,
            "runs": [["s", lines(span.text)] for span in each.spans],
        }
    return {"language": each.language or language, "runs": [_run(*span) for span in each.spans]}


def said_content(words: str, language: str, look: str = "plain") -> Content:
    """A sentence about the text."""
    return {
        "kind": "paragraph",
        "look": look,
        "indent": 0,
        "anchor": "",
        "language": language,
        "runs": [_run(Mark.KEPT, words)],
        "changed": False,
    }


def line_content(line: LawLine) -> Content:
    """A paragraph of an amending act, or the rows that it brings."""
    if line.rows:
        return _table(brought_table(line))
    if line.part is ActPart.TITLE:
        runs = [_run(Mark.KEPT, line.words)]
        return {"kind": "heading", "level": 2, "language": line.language, "runs": runs, "changed": False}
    label = [["b", [printable(f"{line.label} ")]]] if line.label else []
    return {
        "kind": "paragraph",
        "look": _PARTS.get(line.part, "plain"),
        "indent": 1 if line.part is ActPart.QUOTED else 0,
        "anchor": "",
        "language": line.language,
        "runs": [*label, _run(Mark.KEPT, in_field(line.words))],
        "changed": False,
    }


def note_content(each: NoteParagraph, language: str) -> Content:
    """A paragraph of an explanatory note."""
    if each.look in _NOTE_LEVELS:
        runs = [_run(Mark.KEPT, each.words)]
        level = _NOTE_LEVELS[each.look]
        return {"kind": "heading", "level": level, "language": language, "runs": runs, "changed": False}
    return said_content(each.words, language, look="legend" if each.look is NoteLook.SAID else "plain")
