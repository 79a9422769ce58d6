"""An act line by line: what is printed, folded for comparison, and what each line introduces."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from amendments.provisions.conventions import Conventions
from amendments.provisions.lookalikes import Folder
from amendments.provisions.numbers import Component
from amendments.provisions.recognising.basics import (
    with_articles,
    with_roman_sections,
    without_broken_sentences,
    without_references,
)
from amendments.provisions.recognising.broken_labels import with_whole_labels
from amendments.provisions.recognising.captions_in_line import CaptionReader
from amendments.provisions.recognising.contents import Contents
from amendments.provisions.recognising.contents_in_line import entries_apart
from amendments.provisions.recognising.digits_apart import without_lowered_figures
from amendments.provisions.recognising.doubtful import decided
from amendments.provisions.recognising.heading_labels import HeadingReader
from amendments.provisions.recognising.inner import Inner, inner_labels
from amendments.provisions.recognising.joined_lines import parted
from amendments.provisions.recognising.labels import Form, Label, NumberReading
from amendments.provisions.recognising.latin_lists import with_latin_lists
from amendments.provisions.recognising.lettered import with_lettered_lists
from amendments.provisions.recognising.lettered_headings import with_lettered_headings
from amendments.provisions.recognising.lines import Line, plain_spaces, with_plain_spaces
from amendments.provisions.recognising.number_labels import read_decimal, read_item
from amendments.provisions.recognising.numbered_cells import with_numbered_cells
from amendments.provisions.recognising.quotations import Quotations, find_quotations
from amendments.provisions.recognising.repetitions import without_repetitions
from amendments.provisions.tree import Kind

_LONGEST_UNTITLED = 100
_LONGEST_REPEAL = 200
_MOST_LINES = 5  # of a note in brackets
# Of footnotes, and of headings, bold print and quotations in Markdown. "F13[(2)" and "3[2A." were put in by an amendment.
_LEADING_MARKS = re.compile(
    r"(?:F?[0-9]{1,3} ?\[(?=\(|[0-9]{1,3}[A-Z]{0,2}\.)|\[[0-9]{1,4}\]\s*|#{1,6}[ \xa0]+|[*_]{1,3}(?=[\w§(])|>[ \xa0]+)+"
)
_BULLET = re.compile(r"[-+*•·▪●■–—][ \xa0\t]+(?=[^\s])")  # of a list: "- 1.1. Text"
_BEHIND_BULLETS = frozenset({Form.HEADING, Form.DECIMAL, Form.ITEM})
# The number of a law, its year or its day: "№ 5", "no. 5", "2022", "05.12.22", "41-VI", "104-208".
_LAW = re.compile(r"№|\bno?\b\.? ?\d|\b(?:1[89]|20)\d\d\b|\b\d\d?\.\d\d?\.\d\d\b|\b\d+-[^\W_]")
_DAY_OF_LAW = re.compile(r"№|\b\d\d?\.\d\d?\.(?:\d\d){1,2}\b")  # before those words
_IN_BRACKETS = re.compile(r"\((?=[^\d]*\d)[^()]{0,2000}(?:\([^()]{0,80}\)[^()]{0,2000}){0,20}\)[.;]?")
_EDGE = r"(?![^\W_])"


@dataclass(frozen=True, slots=True)
class PrintedAct:
    """The lines of an act with what each begins with, before anything is placed."""

    lines: Sequence[Line]  # as printed
    plain: Sequence[Line]  # the same with usual spaces, as they are read
    folded: Sequence[str]
    labels: Sequence[Label | None]
    begins: Sequence[Label | None]  # what each line begins with before its neighbours are asked
    contents: Sequence[range]  # tables of contents
    missing: Sequence[int]  # numbered lines of them that stand nowhere else
    quoted: frozenset[int]  # lines that an amending act quotes
    quotations: Quotations
    inner: Mapping[int, Sequence[Inner]]  # further labels in a line that begins with one

    def __len__(self) -> int:
        return len(self.lines)

    def content(self, index: int) -> str:
        """A line as it is read; `lines` has it as printed."""
        return self.plain[index].content

    def label(self, index: int) -> Label | None:
        """What a line introduces; None for plain words and beyond the end."""
        return self.labels[index] if index < len(self.labels) else None

    def is_number_in_words(self, index: int, label: Label) -> bool:
        """Whether a line goes on from the figure that ends the one above: "10" / "(on) iş günü"."""
        is_in_brackets = label.number.isalpha() and self.content(index).startswith("(")
        return is_in_brackets and index > 0 and self.content(index - 1)[-1].isdecimal()

    def is_annex(self, index: int) -> bool:
        """Whether a line is the label of an annex."""
        label = self.label(index)
        return label is not None and label.kind is Kind.ANNEX


class Recogniser:
    """Reads the beginnings of lines with the words of one set of conventions."""

    def __init__(self, conventions: Conventions) -> None:
        self.conventions = conventions
        self.folder = Folder(conventions.folds)
        self._headings = HeadingReader(conventions, self.folder)
        self._captions = CaptionReader(conventions, self.folder, self.read)
        articles = tuple(
            word for heading in conventions.headings if heading.kind is Kind.ARTICLE for word in heading.words
        )
        self._heading_words = frozenset(
            self.folder.fold(word)
            for heading in conventions.headings
            if not heading.stands_alone
            for word in heading.words
        )
        self._article = re.compile(
            rf"(?:{self.folder.any_of(articles if conventions.cites_number_first else ())}) *(?:№ *)?[0-9]"
        )
        self._enacting = self.pattern(conventions.enacting, _EDGE, r"(?<![^\W_])")
        self._contents = self.pattern(conventions.contents, r"(?: *\(.{0,80}\))?[ .:*_]*", "[#*_ ]*")
        self._contents_anywhere = self.pattern(conventions.contents, _EDGE, r"(?<![^\W_])")
        self._apparatus = self.pattern(conventions.apparatus)
        self._untitled = self.pattern(conventions.untitled, r"[ .]*(?:\[[0-9]{1,4}\][ .]*)*")
        numbers = self.folder.any_of(conventions.row_numbers)
        self.heads_numbers = re.compile(rf"(?:(?:{numbers})[ ./\\-]*)+[.:]?")
        self._editorial = self.pattern(
            conventions.editorial, r"(?: {0,3}(?P<number>[0-9]{1,3}))? *(?:[.:!] *| - +|$)"
        )
        self._amended_by = self.pattern(conventions.amended_by)
        self._amended_line = self.pattern(conventions.amended_lines, _EDGE, r"(?<![^\W_])")
        self._note = self.pattern(conventions.notes, r"(?: {0,3}(?P<number>[0-9]{1,3}))?(?: *[.:] *| +- +|$)")

    def pattern(self, phrases: tuple[str, ...], after: str = "", before: str = "") -> re.Pattern[str]:
        """A regular expression for one of the phrases in a folded line."""
        return re.compile(rf"{before}(?:{self.folder.any_of(phrases)}){after}")

    def recognise(self, lines: Sequence[Line]) -> PrintedAct:
        """All lines of an act. Broken labels are put together, joined lines cut where the next provision begins."""
        known: dict[str, Label | None] = {}
        lines = with_whole_labels(lines, self._heading_words, self.folder, self.read)
        act = self._recognise(lines, known)
        lines = self._captions.apart(act.lines, act.folded, act.begins, act.quoted)
        act = self._recognise(lines, known) if len(lines) > len(act) else act
        lines = entries_apart(act.lines, act.folded, act.begins, self._contents_anywhere, self.read)
        act = self._recognise(lines, known) if len(lines) > len(act) else act
        lines = parted(act.lines, act.labels, self.read)
        return self._recognise(lines, known) if len(lines) > len(act) else act

    def _recognise(self, printed: Sequence[Line], known: dict[str, Label | None]) -> PrintedAct:
        """`known`: what lines with these words begin with, so that no line is read twice."""
        lines = with_plain_spaces(printed)
        folded = [self.folder.fold(line.content) for line in lines]
        quotations = find_quotations(lines, self.read)
        quoted = quotations.lines
        for line, words in zip(lines, folded, strict=True):
            if line.content not in known:
                known[line.content] = self._read(line.content, words)
        read = with_lettered_headings([known[line.content] for line in lines], self.conventions.alphabet)
        read = with_latin_lists(read, lines, self.conventions.alphabet)
        begins = self._with_long_notes(with_lettered_lists(read, lines, self.conventions), folded)
        tables = Contents(lines, folded, begins, self._contents, self._apparatus)
        contents = tables.find()
        passed_over = quoted.union(*contents)
        labels = [None if index in passed_over else label for index, label in enumerate(begins)]
        self._leave_recitals(labels, folded)
        labels = without_broken_sentences(without_references(labels, lines), lines)
        labels = without_lowered_figures(labels)
        labels = with_articles(
            labels,
            lines,
            bare=self.conventions.bare_articles,
            skipped=passed_over,
            is_repealed=self.is_repealed,
        )
        labels = without_repetitions(labels, lines, self.read)
        labels = decided(with_roman_sections(labels, lines))
        labels = with_numbered_cells(labels, lines, folded, self.heads_numbers)
        inner = inner_labels(labels, lines, folded, self.conventions)
        missing = tables.missing(contents)
        return PrintedAct(
            printed, lines, folded, labels, begins, contents, missing, quoted, quotations, inner
        )

    def _leave_recitals(self, labels: list[Label | None], folded: Sequence[str]) -> None:
        """Numbers above the enacting words are those of recitals, which belong to the preamble."""
        is_heading = (label is not None and label.form is Form.HEADING for label in labels)
        start = next((index for index, found in enumerate(is_heading) if found), len(labels))
        enacting = (index for index in range(start) if self._enacting.search(folded[index]))
        for index in range(next(enacting, 0)):
            labels[index] = None

    def read(self, content: str) -> Label | None:
        """What one line introduces, or None for a line of plain words."""
        plain = plain_spaces(content)
        return self._read(plain, self.folder.fold(plain))

    def is_repealed(self, text: str) -> bool:
        """Whether the wording only says that the provision is no longer in force."""
        return len(text) < _LONGEST_REPEAL and self._headings.says_repealed(self.folder.fold(text))

    def resembles_article(self, folded: str) -> bool:
        """Whether a line without a label begins as the heading of an article does."""
        return self._article.match(folded) is not None

    def _read(self, content: str, folded: str) -> Label | None:
        start, is_listed = 0, False
        while match := _LEADING_MARKS.match(content, start) or _BULLET.match(content, start):
            start, is_listed = match.end(), is_listed or match.re is _BULLET
        label = self._read_plain(content[start:], folded[start:])
        if label is None or (is_listed and not _is_behind_bullet(label)):
            return None
        return label.shifted(start) if start else label

    def _read_plain(self, content: str, folded: str) -> Label | None:
        return (
            self._headings.read(content, folded)
            or read_decimal(content, folded)
            or read_item(content, folded, self.conventions)
            or self._read_untitled(folded)
            or self._read_note(content, folded)
            or self._read_note_in_brackets(folded)
        )

    def _read_untitled(self, folded: str) -> Label | None:
        if len(folded) > _LONGEST_UNTITLED or not self._untitled.fullmatch(folded):
            return None
        return Label(Form.UNTITLED, Kind.SECTION)

    def _read_note_in_brackets(self, folded: str) -> Label | None:
        """The note of an editor that is a whole line: "(п. 3 в ред. Федерального закона от 05.12.2022 № 5)"."""
        is_note = folded.startswith("(") and _IN_BRACKETS.fullmatch(folded) is not None
        if not is_note or not _names_law(folded, self._amended_line.search(folded)):
            return None
        return Label(Form.NOTE, Kind.NOTE, is_editorial=True)

    def _with_long_notes(self, labels: Sequence[Label | None], folded: Sequence[str]) -> list[Label | None]:
        """The labels, with one for a note in brackets that goes on in the next lines."""
        found = list(labels)
        for index, words in enumerate(folded):
            if found[index] or not words.startswith("(") or not self._amended_line.search(words):
                continue
            for stop in range(index + 2, min(index + _MOST_LINES, len(folded)) + 1):
                if labels[stop - 1] is not None:
                    break
                found[index] = found[index] or self._read_note_in_brackets(" ".join(folded[index:stop]))
        return found

    def _read_note(self, content: str, folded: str) -> Label | None:
        match = self._editorial.match(folded)
        is_editorial = match is not None
        match = match or self._note.match(folded)
        if not match:
            return None
        is_editorial = is_editorial or _names_law(
            folded, self._amended_by.search(folded, match.end(), _LONGEST_REPEAL)
        )
        number = match["number"] or ""
        readings = (NumberReading("note", (Component(int(number)),)),) if number else ()
        return Label(
            Form.NOTE,
            Kind.NOTE,
            number,
            max(match.start("number"), 0),
            match.end(),
            readings,
            is_editorial=is_editorial,
        )


def _names_law(folded: str, amended: re.Match[str] | None) -> bool:
    """Whether a law is named behind the words that say that one amended this, or with its number or day before them."""
    if amended is None:
        return False
    return bool(_LAW.search(folded, amended.end()) or _DAY_OF_LAW.search(folded, 0, amended.start()))


def _is_behind_bullet(label: Label) -> bool:
    """Whether it is more than an entry of a list, as "- Note" and "- Section 5 lamps" are."""
    return label.form in _BEHIND_BULLETS and (label.is_marked or label.form is Form.DECIMAL)
