"""What the beginning of a printed line can be: the heading of a provision, a number, the label of a note."""

from dataclasses import dataclass, replace
from enum import StrEnum

from amendments.provisions.numbers import Component
from amendments.provisions.tree import Kind

OUTERMOST = -1  # rank of headings without a number, above every numbered one


class Form(StrEnum):
    """How a line introduces a provision."""

    HEADING = "heading"  # a word with a number: "Article 12", "I fəsil", "Annex"
    UNTITLED = "untitled"  # a heading without a number: "Keçid müddəaları"
    DECIMAL = "decimal"  # "12.3.1."
    ITEM = "item"  # "1.", "1)", "(a)", "IV."
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class NumberReading:
    """One way to read a number: "i)" is the letter after h or the Roman one. Only equal styles are compared."""

    style: str
    value: tuple[Component, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """The beginning of a line: what it introduces, under which number, and where its own words start."""

    form: Form
    kind: Kind
    number: str = ""
    start: int = 0  # where the number stands in the line
    end: int = 0  # where heading or text begins
    readings: tuple[NumberReading, ...] = ()
    rank: int = OUTERMOST
    ordinal: str = ""  # the suffix printed after the number
    marks: tuple[int, int] = (0, 0)  # where footnote marks of the number stand
    is_marked: bool = True  # a full stop, bracket or colon ends the label
    lead: int = 0  # where the label begins, after footnote marks at the start of the line
    width: int = 0  # of the number as printed where its letters stand apart: 5 of "I I I"
    is_editorial: bool = False  # the note of an editor, who says which law amended the words above
    may_be_article: bool = False  # "§ 5" or "Section 5", the article of an act that has no other

    def shifted(self, by: int) -> "Label":
        """The label of a line that has so many more characters before it."""
        marks = (self.marks[0] + by, self.marks[1] + by)
        return replace(self, start=self.start + by, end=self.end + by, marks=marks, lead=by)

    @property
    def value(self) -> tuple[Component, ...]:
        """The number by its first reading; () without a number."""
        return self.readings[0].value if self.readings else ()
