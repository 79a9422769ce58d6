"""The lines of a Word file: paragraphs with the numbers that Word prints, tables as rows, notes at the end."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from amendments.importers.limits import check_read
from amendments.importers.printed_table import holds_rows, is_frame, printed_table
from amendments.importers.tracked_stream import END, ROW_END, Tracked, shows, unmarked
from amendments.importers.word_numbering import Numbering
from amendments.importers.word_runs import RunReader
from amendments.importers.word_said import as_line, is_said, placed, said_of_rows
from amendments.importers.word_styles import Styles
from amendments.importers.word_xml import (
    CELL,
    PARAGRAPH,
    ROW,
    TABLE,
    Xml,
    child,
    children,
    related,
    value,
)

_MOST_COLUMNS = 63  # of a table in Word
_CHANGED = {"w:ins": True, "w:moveTo": True, "w:del": False, "w:moveFrom": False}
_OTHER_FILE = qn("w:altChunk")
_ROW_ENDS = re.compile(f"({ROW_END}+)\n")


@dataclass
class _ReadSide:
    """The text with every change accepted, or rejected: its numbers, and whether the line that is read has words."""

    accepted: bool
    numbering: Numbering
    is_begun: bool = False

    def has(self, ends: Iterable[Tracked]) -> bool:
        """Whether a line with these changes of its end ends in it."""
        return all(each.is_insertion is self.accepted for each in ends)


class BodyReader:
    """Walks through the body once."""

    def __init__(self, part: Any) -> None:
        self.body = part.element.body
        numbering = related(part, RELATIONSHIP_TYPE.NUMBERING)
        styles = related(part, RELATIONSHIP_TYPE.STYLES)
        self.styles = Styles(styles)
        self.runs = RunReader(
            {
                kind: _notes(related(part, getattr(RELATIONSHIP_TYPE, f"{kind.upper()}S")), kind)
                for kind in ("footnote", "endnote")
            }
        )
        self.headings: list[str] = []
        self._numbering = Numbering(numbering, self.styles)
        self._sides = [_ReadSide(True, self._numbering)]
        if next(self.body.iter(*map(qn, _CHANGED)), None) is not None:
            self._sides.append(_ReadSide(False, Numbering(numbering, self.styles)))
        self._lines = self._letters = 0
        self._follows_table = False
        self._said_of_rows: set[Xml] = set()

    def stream(self) -> str:
        """The whole text with its marks, every line ended."""
        found = "".join(self._blocks(self.body))
        return found + "".join(self._notes_at_the_end())

    def _blocks(self, parent: Xml) -> Iterator[str]:
        for element in parent.iterchildren():
            if self._stands_between_tables(element):
                yield "\n"  # without it the line would be a row over all columns
            if element.tag == PARAGRAPH and is_said(element, self.styles):
                yield self._said(element)
            elif element.tag == PARAGRAPH:
                line = self._paragraph(element)
                self._count(line)
                yield line
            elif element.tag == TABLE:
                rows = self._rows(element)
                self._said_of_rows.update(placed(rows, said_of_rows(element, self.styles)))
                lines = "".join(f"{line}\n" for line in printed_table(rows))
                self._count(lines)
                yield _ROW_ENDS.sub(lambda ends: f"\n{END * len(ends[1])}", lines)
            elif element.tag == _OTHER_FILE:
                self.runs.seen["inner files"] += 1
            else:
                self.runs.begin_move(element)
                yield self.runs.note_mark(element)
                yield from self._blocks(element)

    def _said(self, element: Xml) -> str:
        """What we say of a repealed provision: in its line, its row, or, where there is no such row, nowhere."""
        sign = as_line(element)
        self.runs.seen["said"] += not sign and element not in self._said_of_rows
        return sign

    def _stands_between_tables(self, element: Xml) -> bool:
        """Whether a paragraph or frame stands alone between two tables, with no blank line above or below."""
        if not self._is_printed(element):
            return False
        follows_table, self._follows_table = self._follows_table, _is_table(element)
        if not follows_table or _is_table(element):
            return False
        following = next(self._printed_after(element), None)
        return following is not None and _is_table(following)

    def _printed_after(self, element: Xml | None) -> Iterator[Xml]:
        """The paragraphs and tables below one in the document."""
        while element is not None and element is not self.body:
            for each in element.itersiblings():
                yield from self._printed_in(each)
            element = element.getparent()

    def _printed_in(self, element: Xml) -> Iterator[Xml]:
        if self._is_printed(element):
            yield element
        elif element.tag not in {PARAGRAPH, TABLE}:
            for each in element.iterchildren():
                yield from self._printed_in(each)

    def _is_printed(self, element: Xml) -> bool:
        """Whether a paragraph or table is the text itself, and not only said of it."""
        return element.tag == TABLE or (element.tag == PARAGRAPH and not is_said(element, self.styles))

    def _count(self, lines: str) -> None:
        self._lines += lines.count("\n")
        self._letters += len(lines)
        check_read(self._lines, self._letters)

    def _paragraph(self, element: Xml) -> str:
        """A line with its number and its end, which may be tracked itself: then the next one runs into it."""
        content = self.runs.text(element)
        ends = self._tracked(child(child(element, "w:pPr"), "w:rPr"))
        label = self._label(element, content, ends)
        self._note_heading(element, content)
        for side in self._sides:
            if side.has(ends):
                side.is_begun = False
            elif not side.is_begun:
                side.is_begun = self._shows(label + content, side)
        begun = "".join(map(self.runs.tracker.begin, ends))
        return f"{label}{content}{begun}\n{END * len(ends)}"

    def _tracked(self, properties: Xml | None) -> list[Tracked]:
        """The change of a line or a row; what one inserts and another one deletes again has two, the deletion inside."""
        found = ((child(properties, name), is_insertion) for name, is_insertion in _CHANGED.items())
        return [
            self.runs.change(each, is_insertion=is_insertion)
            for each, is_insertion in found
            if each is not None
        ]

    def _shows(self, content: str, side: _ReadSide) -> bool:
        return shows(content, self.runs.tracker, accepted=side.accepted)

    def _label(self, element: Xml, content: str, ends: Sequence[Tracked]) -> str:
        """The number as Word prints it; where the changes make it another one, both, as a change of nobody."""
        labels = []
        for side in self._sides:
            begins_here = not side.is_begun and (side.has(ends) or self._shows(content, side))
            labels.append(side.numbering.label(element) if begins_here else "")
        if len(set(labels)) == 1:
            return labels[0]
        new, old = labels
        own = self.runs.tracker.change_around(content) or next(iter(ends), None)
        return self._as_change(old, own, is_insertion=False) + self._as_change(new, own, is_insertion=True)

    def _as_change(self, label: str, own: Tracked | None, *, is_insertion: bool) -> str:
        """A number that stands on one side alone: the own change of the paragraph, or counted anew."""
        if not label:
            return ""
        change = own if own is not None and own.is_insertion is is_insertion else Tracked(is_insertion)
        return f"{self.runs.tracker.begin(change)}{label}{END}"

    def _note_heading(self, element: Xml, content: str) -> None:
        if self.styles.outline_level(element) is not None:
            self.headings += [line for line in unmarked(content).split("\n") if line.strip()]

    def _rows(self, table: Xml) -> list[list[list[str]]]:
        """The lines of each cell; a cell that covers several columns is followed by empty ones."""
        rows: list[list[list[str]]] = []
        for row in _own(table, ROW):
            cells: list[list[str]] = [[] for _ in range(_columns(row, "trPr", "gridBefore"))]
            for cell in _own(row, CELL):
                cells.append(self._cell(cell))
                further = min(_columns(cell, "tcPr", "gridSpan", usual=1) - 1, _MOST_COLUMNS - len(cells))
                cells += [[] for _ in range(further)]
            changes = self._tracked(child(row, "w:trPr"))
            if any(cells):
                rows.append(self._row_as_change(cells, changes) if changes else cells)
        self.runs.seen["inner tables"] += holds_rows(rows)
        return rows

    def _row_as_change(self, cells: list[list[str]], changes: Sequence[Tracked]) -> list[list[str]]:
        """A row that comes or goes as a whole, with its line."""
        cells = [cell or [""] for cell in cells]
        cells[0][0] = "".join(map(self.runs.tracker.begin, changes)) + cells[0][0]
        cells[-1][-1] += ROW_END * len(changes)
        return cells

    def _cell(self, cell: Xml) -> list[str]:
        lines: list[str] = []
        waiting = ""  # marks without words, which stand before the next ones
        for line in self._lines_in(cell):
            waiting += line
            if unmarked(waiting) or not line:
                lines.append(waiting)
                waiting = ""
        if waiting:
            lines[-1:] = ["".join(lines[-1:]) + waiting]
        return lines

    def _lines_in(self, cell: Xml) -> Iterator[str]:
        """The lines of the paragraphs of a cell, and the rows of the tables in it; a blank line only between such rows."""
        for element in _own(cell, PARAGRAPH, TABLE):
            if element.tag == PARAGRAPH:
                lines = self._paragraph(element).split("\n")
                yield from filter(None, (" ".join(line.split()) for line in lines))
            else:
                yield from (line.replace(ROW_END, END) for line in printed_table(self._rows(element)))

    def _notes_at_the_end(self) -> Iterator[str]:
        done = 0
        while done < len(self.runs.cited_notes):
            note, changes = self.runs.cited_notes[done]
            done += 1
            words = " ".join(" ".join(self.runs.text(each).split()) for each in note.iter(PARAGRAPH))
            begun = "".join(self.runs.tracker.begin(change) for change in changes)
            line = f"{begun}[{done}] {words.strip()}\n{END * len(changes)}"
            self._count(line)  # a note may cite itself
            yield line


def _is_table(element: Xml) -> bool:
    return element.tag == TABLE and not is_frame([list(_own(row, CELL)) for row in _own(element, ROW)])


def _own(parent: Xml, *tags: str) -> Iterator[Xml]:
    """What lies in a table, row or cell, also in content controls, but not in a table inside it."""
    for element in parent.iterchildren():
        if element.tag in tags:
            yield element
        elif element.tag != TABLE:
            yield from _own(element, *tags)


def _columns(element: Xml, properties: str, name: str, usual: int = 0) -> int:
    """How many columns a cell covers, or a row leaves free before its first cell."""
    said = value(child(element, f"w:{properties}"), f"w:{name}")
    return min(int(said), _MOST_COLUMNS) if said.isdecimal() else usual


def _notes(root: Xml | None, kind: str) -> dict[str, Xml]:
    return {
        note.get(qn("w:id")): note
        for note in children(root, f"w:{kind}")
        if note.get(qn("w:type")) in {None, "normal"}
    }
