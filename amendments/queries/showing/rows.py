"""A provision as a reader sees it: its words in runs, what changed in them, and the footnotes that they bear."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import get_language

from amendments.models.provision import KIND_LABELS
from amendments.provisions.citing.names import short_name
from amendments.provisions.printing.label_forms import caption_of
from amendments.provisions.tree import OUTSIDE_THE_LAW, Element, Kind
from amendments.queries.showing.captions import NO_CAPTION, Printed, printed
from amendments.queries.showing.runs import FootnoteMark, Run, paragraphs
from amendments.queries.showing.table_lines import IN_TABLES, NO_COLUMNS, Columns, TableLine, table_lines
from amendments.redline.provision_redline import Change, Mark, Span
from amendments.text.sentence_case import capitalised

DIVISIONS = frozenset({Kind.SECTION, Kind.CHAPTER, Kind.DIVISION, Kind.ANNEX})
FOOTNOTE = re.compile(r"\[(\d+)\]")
ITEMS = frozenset({Kind.PART, Kind.POINT, Kind.SUBPOINT})
UNNUMBERED = frozenset({Kind.TITLE, Kind.PREAMBLE, Kind.PARAGRAPH, Kind.CLOSING, Kind.TABLE, Kind.APPARATUS})


Listed = Mapping[str, str]
"""By the number of a footnote, the key of the list in which the act prints it."""


def note_anchor(apparatus: str, number: str) -> str:
    """The name of a footnote in a page: several acts on one page have footnotes of the same number."""
    return f"note-{apparatus}-{number}"


@dataclass(frozen=True, slots=True)
class ListedLine:
    """A line of the apparatus; `number` is that of a footnote, "" for other lines."""

    number: str
    runs: list[Run]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A provision as a reader sees it, with what changed in it."""

    provision: str  # UUID
    element: Element
    label: str  # as printed: "Article 5.", "5.3."
    cited: str  # as cited: "5.3"
    depth: int
    heading: tuple[Run, ...]
    text: tuple[Run, ...]
    change: Change = Change.UNCHANGED
    is_new_place: bool = True
    number: tuple[Span, ...] = ()
    is_repealed: bool = False
    other: str = ""  # the number on the other side of a moved, renumbered, split or merged provision
    instructions: tuple[int, ...] = field(default=())
    columns: Columns = NO_COLUMNS
    language: str = ""  # of its words
    citation: str = ""  # of what the law prints without a name, or with one that counts only where it stands
    labels: tuple[str, str] = ("", "")  # as printed on the left and on the right of a comparison
    captions: tuple[tuple[int, int], tuple[int, int]] = (NO_CAPTION, NO_CAPTION)  # likewise

    @property
    def anchor(self) -> str:
        """The name of the row in the page: a moved provision stands there twice."""
        return f"p-{self.provision}" if self.is_new_place else f"p-{self.provision}-was"

    @property
    def name(self) -> str:
        """How links and columns name it: "5.3", but "a)" as printed, "" where nothing is printed."""
        return short_name(self.cited, self.label)

    @property
    def called(self) -> str:
        """How a heading names it, also where nothing is printed: by its citation, else by its kind."""
        place = capitalised(self.citation, self.language)
        if self.element.kind in (Kind.TABLE, Kind.ROW) or (place and self.name):
            return place or self.name
        if self.name:
            return self.name
        kind = str(KIND_LABELS[self.element.kind])
        return f"{place} – {kind}" if place else capitalised(kind, get_language() or "en")

    @property
    def printed_name(self) -> str:
        """What the law prints above a heading: "Chapter 1", "Article 1."; "" where that is only the number."""
        return "" if self.label.strip(".() ") == self.cited else self.label

    @property
    def other_anchor(self) -> str:
        """The other place of a moved provision."""
        return f"p-{self.provision}-was" if self.is_new_place else f"p-{self.provision}"

    @property
    def is_changed(self) -> bool:
        """Whether a reader is shown a change here."""
        return self.change is not Change.UNCHANGED and self.element.kind not in OUTSIDE_THE_LAW

    @property
    def is_moved(self) -> bool:
        """Whether the row is one of the two places of a moved provision."""
        return self.change is Change.MOVED

    @property
    def move(self) -> str:
        """ "here" or "away" for the two places of a moved provision."""
        if not self.is_moved:
            return ""
        return "here" if self.is_new_place else "away"

    @property
    def is_renumbered(self) -> bool:
        """Whether the number on the left is another one than on the right, or stands on one side alone."""
        is_on_both = self.change not in (Change.INSERTED, Change.DELETED)
        return is_on_both and any(span.mark is not Mark.KEPT for span in self.number)

    @property
    def printed_number(self) -> tuple[Span, ...]:
        """The label as printed; the old and the new one where the number is another one."""
        if not self.is_renumbered:
            return (Span(Mark.KEPT, self.label),)
        return (*self.before.number, Span(Mark.KEPT, " "), *self.after.number)

    @property
    def is_division(self) -> bool:
        """Whether it is a heading above articles."""
        return self.element.kind in DIVISIONS

    @property
    def is_article(self) -> bool:
        """Whether it opens an article."""
        return self.element.kind is Kind.ARTICLE

    @property
    def is_title(self) -> bool:
        """Whether it is the printed title of the act."""
        return self.element.kind is Kind.TITLE

    @property
    def is_table(self) -> bool:
        """Whether it stands in a table, as a numbered row or as words of the table."""
        return self.element.kind in IN_TABLES

    @property
    def is_apparatus(self) -> bool:
        """Whether it is a list of sources or footnotes after the text."""
        return self.element.kind is Kind.APPARATUS

    @property
    def shows_number(self) -> bool:
        """Whether something stands in the margin beside it."""
        return not self.is_article and self.element.kind not in UNNUMBERED

    @property
    def is_absent_before(self) -> bool:
        """Whether the left column has no such provision here."""
        return self.change is Change.INSERTED or (self.is_moved and self.is_new_place)

    @property
    def is_absent_after(self) -> bool:
        """Whether the right column has no such provision here."""
        return self.change is Change.DELETED or (self.is_moved and not self.is_new_place)

    @property
    def paragraphs(self) -> list[list[Run]]:
        """The text, one list of runs a paragraph."""
        return paragraphs(self.text)

    @property
    def printed(self) -> Printed:
        """The text in the order of print."""
        return printed(self.paragraphs, caption_of(self.element))

    @property
    def lines(self) -> list[TableLine]:
        """What stands in a table, as lines of cells."""
        return self._lines(self.text, self.label)

    def _lines(self, runs: Iterable[Run], label: str) -> list[TableLine]:
        return table_lines(runs, self.columns, label) if self.is_table else []

    @property
    def listed(self) -> list[ListedLine]:
        """The lines of the apparatus, each footnote with its number."""
        return [_listed(line, self.provision) for line in self.paragraphs]

    @property
    def before(self) -> "Side":
        """The left column: what stands and what goes."""
        return self._side(Mark.INSERTED, is_absent=self.is_absent_before)

    @property
    def after(self) -> "Side":
        """The right column: what stays and what comes."""
        return self._side(Mark.DELETED, is_absent=self.is_absent_after)

    def _side(self, hidden: Mark, *, is_absent: bool) -> "Side":
        side = hidden is Mark.DELETED
        label = self.labels[side]
        heading, text = (
            [run for run in runs if not _is_hidden(run, hidden)] for runs in (self.heading, self.text)
        )
        shown = "" if self.element.kind in UNNUMBERED else label
        own = Mark.DELETED if hidden is Mark.INSERTED else Mark.INSERTED
        is_other = self.is_renumbered and self.labels[0] != self.labels[1]
        number = (Span(own if is_other else Mark.KEPT, shown),) if shown else ()
        words = paragraphs(text)
        in_order = printed(words, self.captions[side])
        return Side(shown, number, heading, words, is_absent, self._lines(text, label), in_order)


@dataclass(frozen=True, slots=True)
class Side:
    """One column of a row: the provision on the left or on the right of a comparison."""

    label: str
    number: tuple[Span, ...]  # the label, marked where the other column has another one
    heading: list[Run]
    paragraphs: list[list[Run]]
    is_absent: bool
    lines: list[TableLine]
    printed: Printed  # the same paragraphs in the order of print


def _listed(line: list[Run], apparatus: str) -> ListedLine:
    first = line[0]
    match = FOOTNOTE.match(first.text) if isinstance(first, Span) else None
    return ListedLine(match[1], line, note_anchor(apparatus, match[1])) if match else ListedLine("", line)


def _is_hidden(run: Run, hidden: Mark) -> bool:
    """Whether a column leaves out what the other one alone has."""
    if isinstance(run, Span):
        return run.mark is hidden
    return run.is_new and hidden is Mark.INSERTED


def new_marks(before: Iterable[Element], element: Element) -> frozenset[str]:
    """The footnotes of a provision that the text before it has not."""
    earlier = {mark.number for each in before for mark in each.marks}
    return frozenset(mark.number for mark in element.marks) - earlier


def with_marks(
    spans: Iterable[Span],
    element: Element,
    part: str,
    listed: Listed,
    *,
    gone: Mark,
    new: Collection[str] = (),
) -> tuple[Run, ...]:
    """The spans with the footnote marks of the element among them; `gone` are the spans that it does not hold.

    The marks of `new` footnotes know that only the later text has them.
    """

    def noted(number: str) -> FootnoteMark:
        anchor = note_anchor(listed[number], number) if number in listed else ""
        return FootnoteMark(number, anchor, number in new)

    marks = [mark for mark in element.marks if mark.field == part]
    if part == (
        "heading" if element.heading or not element.text else "text"
    ):  # what stands beside the number
        marks = [mark for mark in element.marks if mark.field == "number"] + marks
    runs: list[Run] = []
    offset = 0
    for span in spans:
        start = 0
        if span.mark is not gone:
            while marks and marks[0].offset <= offset + len(span.text):
                mark = marks.pop(0)
                cut = max(mark.offset - offset, start)
                runs += [Span(span.mark, span.text[start:cut])] if cut > start else []
                runs.append(noted(mark.number))
                start = cut
            offset += len(span.text)
        if start < len(span.text):
            runs.append(Span(span.mark, span.text[start:]))
    runs += [noted(mark.number) for mark in marks]
    return tuple(runs)
