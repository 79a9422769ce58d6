"""A provision while it is being read: its fields, its footnote marks and the layout in which it stands."""

import re
from dataclasses import dataclass, field

from amendments.provisions.labels import Label
from amendments.provisions.layout import escape
from amendments.provisions.tree import Element, Kind, Mark

_MARK = re.compile(r"\s*\[(?P<number>[0-9]{1,4})\]")


@dataclass(slots=True, eq=False)
class Draft:
    """Grows line by line; `layout` takes what is printed between the fields, so nothing of the source is lost."""

    kind: Kind
    line: int
    parent: "Draft | None" = None
    label: Label | None = None
    number: str = ""
    heading: str = ""
    paragraphs: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    layout: list[str] = field(default_factory=list)
    repealed: bool = False
    key: str = ""
    heading_index: int = -1  # of the last line of label and heading

    @property
    def text(self) -> str:
        """The own wording so far."""
        return "\n".join(self.paragraphs)

    def add_literal(self, literal: str) -> None:
        """Print something that belongs to no field."""
        self.layout.append(escape(literal))

    def add_label(self, printed: str, label: Label, usual_ordinal: str) -> None:
        """Print the label; a suffix that the number asks for becomes a slot, so that it follows a new number."""
        self.label = self.label or label
        self.number = label.number
        position = label.start + len(label.number)
        if label.number:
            self.add_literal(printed[: label.start])
            self.layout.append("{number}")
            if label.ordinal and label.ordinal == usual_ordinal:
                self.layout.append("{ordinal}")
                position += len(label.ordinal)
        marks_start, marks_end = label.marks
        if marks_end > marks_start:
            self.add_literal(printed[position:marks_start])
            self._add_number_marks(printed[marks_start:marks_end])
            position = marks_end
        self.add_literal(printed[position : label.end])

    def _add_number_marks(self, printed: str) -> None:
        """Marks on their own hang on the label."""
        for match in _MARK.finditer(printed):
            self.marks.append(Mark(match["number"], "number", 0, match[0]))
            self.layout.append("{mark}")

    def add_heading(self, printed: str) -> None:
        """Add a line of the heading; lines are joined by spaces, the layout remembers how many words each took."""
        clean, marks = lift_marks(printed)
        if not clean:
            self._add_number_marks(printed)
            return
        if self.heading:
            words = self.heading.count(" ") + 1
            taken = sum(int(slot[9:-1]) for slot in self.layout if slot.startswith("{heading:"))
            self.layout[_last_index(self.layout, "{heading}")] = f"{{heading:{words - taken}}}"
        start = len(self.heading) + 1 if self.heading else 0
        self.heading = f"{self.heading} {clean}" if self.heading else clean
        self.marks += [Mark(mark.number, "heading", start + mark.offset, mark.printed) for mark in marks]
        self.layout.append("{heading}")

    def add_paragraph(self, gap: str, printed: str) -> None:
        """Add a paragraph of text; a line of nothing but marks hangs on the end of the paragraph before it."""
        clean, marks = lift_marks(printed)
        if not clean and self.paragraphs:
            first = Mark(marks[0].number, "text", 0, gap + marks[0].printed)
            end = len(self.text)
            self.marks += [Mark(mark.number, "text", end, mark.printed) for mark in (first, *marks[1:])]
            return
        self.add_literal(gap)
        start = len(self.text) + 1 if self.paragraphs else 0
        self.paragraphs.append(clean)
        self.marks += [Mark(mark.number, "text", start + mark.offset, mark.printed) for mark in marks]
        self.layout.append("{text}")

    def add_verbatim(self, gap: str, printed: str) -> None:
        """Add a paragraph whose bracketed numbers are its own: an entry of a list of footnotes."""
        self.add_literal(gap)
        self.paragraphs.append(printed)
        self.layout.append("{text}")

    def add_block(self, printed: str) -> None:
        """Take a table as it is, blank lines included; its marks stay in the cells."""
        self.paragraphs = [printed]
        self.layout.append("{block}")

    def as_element(self, eid: str) -> Element:
        """The finished provision."""
        return Element(
            key=eid,
            kind=self.kind,
            number=self.number,
            eid=eid,
            heading=self.heading,
            text=self.text,
            parent=self.parent.key if self.parent else "",
            marks=tuple(self.marks),
            repealed=self.repealed,
            layout="".join(self.layout),
        )


def lift_marks(printed: str) -> tuple[str, list[Mark]]:
    """The words without footnote marks, and the marks by the place where they stood."""
    if "[" not in printed:
        return printed, []
    kept: list[str] = []
    length = position = 0
    marks: list[Mark] = []
    while match := _MARK.search(printed, position):
        kept.append(printed[position : match.start()])
        length += match.start() - position
        position = match.end()
        if length == 0:  # a mark before the words takes the space after it along
            position += len(printed[position:]) - len(printed[position:].lstrip())
        marks.append(Mark(match["number"], "", length, printed[match.start() : position]))
    kept.append(printed[position:])
    return "".join(kept), marks


def _last_index(layout: list[str], slot: str) -> int:
    return len(layout) - 1 - layout[::-1].index(slot)
