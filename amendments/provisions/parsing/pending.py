"""A provision while it is being read: its fields, its footnote marks and the layout in which it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from amendments.provisions.numbers import Component
from amendments.provisions.parsing.footnotes import MARK, lift_marks
from amendments.provisions.printing.layout import escape
from amendments.provisions.recognising.labels import Label
from amendments.provisions.tree import Element, Kind, LiftedMark

_LINE_END = re.compile(r"(\r?\n)")
_BROKEN = re.compile(
    r"([ \xa0\r]*\n\s*)"
)  # inside a label that a copy broke, and that turned out to be words


@dataclass(slots=True, eq=False)
class Pending:
    """Grows line by line; `layout` takes what is printed between the fields, so nothing of the source is lost."""

    kind: Kind
    line: int
    parent: "Pending | None" = None
    label: Label | None = None
    number: str = ""
    heading: str = ""
    paragraphs: list[str] = field(default_factory=list)
    marks: list[LiftedMark] = field(default_factory=list)
    layout: list[str] = field(default_factory=list)
    repealed: bool = False
    key: str = ""
    heading_index: int = -1  # of the last line of label and heading
    heading_lines: int = 0
    length: int = 0  # of the text so far, line breaks included

    @property
    def value(self) -> tuple[Component, ...]:
        """The number in a form that can be compared; () without one."""
        return self.label.value if self.label else ()

    @property
    def style(self) -> str:
        """How the number is printed: "arabic.", "small letter)" …"""
        return self.label.readings[0].style if self.label and self.label.readings else ""

    @property
    def is_editorial(self) -> bool:
        """Whether it is the note of an editor."""
        return self.label is not None and self.label.is_editorial

    @property
    def ends_sentence(self) -> bool:
        """Whether the text so far ends with a full stop."""
        return bool(self.paragraphs) and self.paragraphs[-1].endswith((".", "!"))

    @property
    def is_closed(self) -> bool:
        """Whether the note of an editor has ended: with a full stop, or with the bracket around it."""
        is_in_brackets = bool(self.paragraphs) and self.paragraphs[0].startswith("(")
        return self.ends_sentence or (is_in_brackets and self.paragraphs[-1].endswith((")", ");")))

    def add_literal(self, literal: str) -> None:
        """Print something that belongs to no field."""
        self.layout.append(escape(literal))

    def add_label(self, printed: str, label: Label, usual_ordinal: str) -> None:
        """Print the label; a suffix that the number asks for becomes a slot, so that it follows a new number."""
        self.label = self.label or label
        self.number = printed[label.start : label.start + (label.width or len(label.number))]
        position = label.lead
        self._add_before_number(printed[:position])
        if label.number:
            self._add_before_number(printed[position : label.start])
            position = label.start + len(self.number)
            self.layout.append(self._number_slot(label.number))
            if label.ordinal and label.ordinal == usual_ordinal:
                self.layout.append("{ordinal}")
                position += len(label.ordinal)
        marks_start, marks_end = label.marks
        if marks_end > marks_start:
            self.add_literal(printed[position:marks_start])
            self._add_before_number(printed[marks_start:marks_end])
            position = marks_end
        self.add_literal(printed[position : label.end])

    def _add_before_number(self, printed: str) -> None:
        """Print what stands before a label or its number, with the marks of notes in their places."""
        position = 0
        for match in MARK.finditer(printed):
            self.add_literal(printed[position : match.start()])
            self._add_number_marks(match[0])
            position = match.end()
        self.add_literal(printed[position:])

    def _number_slot(self, closed: str) -> str:
        """The slot of the number. A number printed letter by letter is kept closed up, with the blanks in its slot."""
        apart = (len(self.number) - len(closed)) // max(len(closed) - 1, 1)
        if not apart or (" " * apart).join(closed) != self.number:
            return "{number}"
        self.number = closed
        return f"{{number:{apart}}}"

    def add_heading(self, printed: str) -> None:
        """Add a line of the heading; lines are joined by spaces, the layout remembers how many words each took."""
        if "\n" in printed:
            for gap, line in _lines("", printed):
                self.add_literal(gap)
                self.add_heading(line)
            return
        start = len(self.heading) + 1 if self.heading else 0
        clean, marks = lift_marks(printed, "heading", start)
        if not clean:
            self._add_number_marks(printed)
            return
        if self.heading:
            words = self.heading.count(" ") + 1
            taken = sum(int(slot[9:-1]) for slot in self.layout if slot.startswith("{heading:"))
            last = len(self.layout) - 1 - self.layout[::-1].index("{heading}")
            self.layout[last] = f"{{heading:{words - taken}}}"
        self.heading = f"{self.heading} {clean}" if self.heading else clean
        self.heading_lines += 1
        self.marks += marks
        self.layout.append("{heading}")

    def add_paragraph(self, gap: str, printed: str) -> None:
        """Add a paragraph of text; a line of nothing but marks hangs on the end of the paragraph before it."""
        if "\n" in printed:
            for further, line in _lines(gap, printed):
                self.add_paragraph(further, line)
            return
        start = self.length + 1 if self.paragraphs else 0
        clean, marks = lift_marks(printed, "text", start)
        if not clean and self.paragraphs:
            hung = [replace(mark, offset=self.length) for mark in marks]
            self.marks += [replace(hung[0], printed=gap + hung[0].printed), *hung[1:]]
            return
        self.add_verbatim(gap, clean)
        self.marks += marks

    def add_verbatim(self, gap: str, printed: str) -> None:
        """Add a paragraph whose bracketed numbers are its own: a row of a table, an entry of a list of footnotes."""
        if "\n" in printed:
            for further, line in _lines(gap, printed):
                self.add_verbatim(further, line)
            return
        self.add_literal(gap)
        self.length += len(printed) + (1 if self.paragraphs else 0)
        self.paragraphs.append(printed)
        self.layout.append("{text}")

    def add_said(self, printed: str) -> None:
        """What our own files print below the number of a repealed provision: no words of it, but printed again."""
        if not (self.heading or self.paragraphs):
            self.layout.append("{cell}")  # an empty one, which keeps the blank before it: the label ends here
        self.add_literal(printed)

    def add_in_cell(self, printed: str, *, opens: bool) -> None:
        """Add a paragraph to a row: the first one of a cell, or a further one of the same cell."""
        is_first = not self.paragraphs
        start = 0 if is_first else self.length + 1
        clean, marks = lift_marks(printed, "text", start)
        if is_first or not opens:
            self.paragraphs.append(clean)
        else:
            self.paragraphs[-1] += f"\t{clean}"
        self.length = start + len(clean)
        self.marks += marks
        self.layout.append("{cell}" if opens else "{text}")

    def add_lines(self, printed: str) -> None:
        """Add words as they are printed, blank lines included."""
        first, *further = _LINE_END.split(printed)
        self.add_verbatim("", first)
        for line_end, line in zip(further[::2], further[1::2], strict=True):
            self.add_verbatim(line_end, line)

    def as_element(self) -> Element:
        """The finished provision."""
        return Element(
            key=self.key,
            kind=self.kind,
            number=self.number,
            eid=self.key,
            heading=self.heading,
            text="\n".join(self.paragraphs),
            parent=self.parent.key if self.parent else "",
            marks=tuple(self.marks),
            repealed=self.repealed,
            layout="".join(self.layout),
        )

    def _add_number_marks(self, printed: str) -> None:
        """Add the footnote marks that stand in the label itself."""
        for match in MARK.finditer(printed):
            self.marks.append(LiftedMark(match["number"], "number", 0, match[0]))
            self.layout.append("{mark}")


def _lines(gap: str, printed: str) -> Iterator[tuple[str, str]]:
    """The lines of words with the white space before each."""
    first, *further = _BROKEN.split(printed)
    yield gap, first
    yield from zip(further[::2], further[1::2], strict=True)
