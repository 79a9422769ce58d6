"""Recognising what a printed line begins with: the heading of a provision, a number, the label of a note."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from amendments.provisions.conventions import Conventions, HeadingWord
from amendments.provisions.errors import BadNumber
from amendments.provisions.folding import Folder
from amendments.provisions.numbers import Component, ProvisionNumber, letter_value, roman_value
from amendments.provisions.tree import Kind

_LONGEST_ROMAN_LIST = 100  # “C.” and “D.” begin the names of people
OUTERMOST = -1  # rank of headings without a number, above every numbered one


class Form(StrEnum):
    """How a line introduces a provision."""

    HEADING = "heading"  # a word with a number: "Article 12", "I fəsil", "Annex"
    UNTITLED = "untitled"  # a heading without a number: "Keçid müddəaları"
    DECIMAL = "decimal"  # "12.3.1."
    ITEM = "item"  # "1.", "1)", "(a)", "IV."
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Reading:
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
    readings: tuple[Reading, ...] = ()
    rank: int = OUTERMOST
    ordinal: str = ""  # the suffix printed after the number
    marks: tuple[int, int] = (0, 0)  # where footnote marks of the number stand
    is_marked: bool = True  # a full stop, bracket or colon ends the label

    @property
    def value(self) -> tuple[Component, ...]:
        """The number by its first reading; () without a number."""
        return self.readings[0].value if self.readings else ()


_ROMAN = "[ivxlcdmіхсм]{1,9}"
_EDGE = r"(?![^\W_])"
_NUMBER = (
    rf"(?P<number>[0-9]{{1,5}}[a-z]?[⁰¹²³⁴⁵⁶⁷⁸⁹]*(?:\.[0-9]{{1,3}})*(?:-(?:[0-9]{{1,3}}|[ivx]{{1,4}}){_EDGE})*"
    rf"|{_ROMAN}(?:-(?:[0-9]{{1,3}}|{_ROMAN}){_EDGE})*{_EDGE})"
)
_NUMBER_IN_WORDS = r"(?P<number>[^\W\d_]+(?:[ -]{1,3}[^\W\d_]+)?)"
_MARKS = r"(?P<marks>(?: ?\[[0-9]{1,4}\])*)"
_AFTER = rf"{_MARKS}(?P<after> *[.:](?!\d) *| +- +| +|$)"
_DECIMAL = re.compile(
    rf"(?P<number>[0-9]{{1,5}}(?:-[0-9]{{1,3}})*(?:\.[0-9]{{1,3}}(?:-[0-9]{{1,3}})*)+){_MARKS}(?P<after> ?[.)](?!\d) *| +|$)"
)
_ITEM = re.compile(
    r"(?P<open>\()?(?P<number>[0-9]{1,4}(?:-[0-9]{1,3})*|[^\W\d_]{1,5}(?:-[0-9]{1,3})?)(?P<close>[.)])(?!\d) *"
)


class Recogniser:
    """Reads the beginnings of lines with the words of one set of conventions."""

    def __init__(self, conventions: Conventions) -> None:
        self.conventions = conventions
        self.folder = Folder(conventions.folds)
        self._numerals = {self.folder.fold(word): value for word, value in conventions.numeral_words.items()}
        self._headings = [
            (word, re.compile(form)) for word in conventions.headings for form in self._forms(word)
        ]
        self._untitled = re.compile(rf"(?:{self.folder.any_of(conventions.untitled)})[ .]*")
        self._note = re.compile(
            rf"(?:{self.folder.any_of(conventions.notes)})(?: ?(?P<number>[0-9]{{1,3}}))?(?: *[.:] *| +- +|$)"
        )
        self._repealed = re.compile(rf"[(\[]?(?:{self.folder.any_of(conventions.repealed)})")

    def read(self, content: str) -> Label | None:
        """What the line introduces, or None for a line of plain words."""
        folded = self.folder.fold(content)
        return (
            self._read_heading(content, folded)
            or self._read_decimal(content, folded)
            or self._read_item(content, folded)
            or self._read_untitled(folded)
            or self._read_note(content, folded)
        )

    def is_repealed(self, text: str) -> bool:
        """Whether the wording only says that the provision is no longer in force."""
        return len(text) < 200 and self._repealed.match(self.folder.fold(text)) is not None

    def _forms(self, word: HeadingWord) -> Iterator[str]:
        endings = self.folder.any_of(tuple(ending.lstrip("-") for ending in self.conventions.ordinal_endings))
        ordinal = rf"(?P<ordinal> ?-? ?(?:{endings}){_EDGE})?"
        heading = rf"(?P<word>{self.folder.any_of(word.words)})"
        yield rf"{heading} *(?:№ *)?{_NUMBER}{ordinal}{_AFTER}"
        yield rf"{_NUMBER}{ordinal} *-? *{heading}{_EDGE}{_AFTER}"
        if self._numerals:
            yield rf"{_NUMBER_IN_WORDS} +{heading}{_EDGE}{_AFTER}"
            yield rf"{heading} +{_NUMBER_IN_WORDS}{_EDGE}{_AFTER}"
        if word.stands_alone:
            yield rf"{heading}[ .:]*$"

    def _read_heading(self, content: str, folded: str) -> Label | None:
        for word, form in self._headings:
            match = form.match(folded)
            if match and (label := self._heading(word, match, content, folded)):
                return label
        return None

    def _heading(self, word: HeadingWord, match: re.Match[str], content: str, folded: str) -> Label | None:
        groups = match.groupdict()
        if "number" not in groups:
            return Label(Form.HEADING, word.kind, end=match.end(), rank=word.rank)
        start, stop = match.span("number")
        reading = self._heading_number(content[start:stop], groups["number"])
        is_marked = groups["after"].strip() != "" or match.end() == len(content)
        if reading is None or not (is_marked or self._may_follow(content, folded, match.end())):
            return None
        if word.kind is Kind.ARTICLE and start < match.start("word") and not is_marked:
            return None  # "5-ci maddə Azərbaycan …" is the beginning of a sentence
        return Label(
            Form.HEADING,
            word.kind,
            content[start:stop],
            start,
            match.end(),
            (reading,),
            word.rank,
            content[slice(*match.span("ordinal"))] if groups.get("ordinal") else "",
            match.span("marks"),
            is_marked,
        )

    def _may_follow(self, content: str, folded: str, end: int) -> bool:
        """Whether words right after a number can be its heading: they start large or say that it is repealed."""
        first = content[end]
        return (not first.islower() and (first.isupper() or first in '“«"([')) or bool(
            self._repealed.match(folded, end)
        )

    def _heading_number(self, printed: str, folded: str) -> Reading | None:
        if folded[0].isdecimal():
            return _reading("arabic", folded)
        if printed.isupper() and roman_value(folded.partition("-")[0].upper()):
            return _reading("roman", folded.upper())
        value = self._numerals.get(" ".join(folded.split()))
        return Reading("words", (Component(value),)) if value else None

    def _read_decimal(self, content: str, folded: str) -> Label | None:
        match = _DECIMAL.match(folded)
        reading = _reading("decimal" + match["after"].strip(), match["number"]) if match else None
        if match is None or reading is None:
            return None
        number = content[: match.end("number")]
        return Label(
            Form.DECIMAL,
            Kind.PART,
            number,
            0,
            match.end(),
            (reading,),
            is_marked=match["after"].strip() != "",
        )

    def _read_item(self, content: str, folded: str) -> Label | None:
        match = _ITEM.match(folded)
        if not match or (match["open"] and match["close"] != ")"):
            return None
        start, stop = match.span("number")
        brackets = (match["open"] or "") + match["close"]
        readings = tuple(self._item_readings(content[start:stop], match["number"], brackets))
        if not readings:
            return None
        is_part = match["close"] == "." or (match["open"] and readings[0].style.startswith("arabic"))
        kind = Kind.PART if is_part else Kind.POINT
        return Label(Form.ITEM, kind, content[start:stop], start, match.end(), readings)

    def _item_readings(self, printed: str, folded: str, brackets: str) -> Iterator[Reading]:
        base = folded.partition("-")[0]
        suffix = folded[len(base) :]
        if base.isdecimal():
            if reading := _reading("arabic" + brackets, folded):
                yield reading
            return
        size = "large " if printed[: len(base)].isupper() else "small "
        letter = letter_value(printed[: len(base)].replace("İ", "i").lower(), self.conventions.alphabet)
        roman = roman_value(base.upper()) if roman_value(base.upper()) < _LONGEST_ROMAN_LIST else 0
        inserted = tuple(int(part) for part in suffix.split("-") if part)
        if letter and brackets != ".":
            yield Reading(size + "letter" + brackets, (Component(letter, inserted),))
        is_roman_list = size == "large " or self.conventions.small_roman_lists
        if roman and is_roman_list and (brackets != "." or size == "large "):
            yield Reading(size + "roman" + brackets, (Component(roman, inserted),))

    def _read_untitled(self, folded: str) -> Label | None:
        if len(folded) > 100 or not self._untitled.fullmatch(folded):
            return None
        return Label(Form.UNTITLED, Kind.SECTION)

    def _read_note(self, content: str, folded: str) -> Label | None:
        match = self._note.match(folded)
        if not match:
            return None
        number = match["number"] or ""
        readings = (Reading("note", (Component(int(number)),)),) if number else ()
        return Label(Form.NOTE, Kind.NOTE, number, max(match.start("number"), 0), match.end(), readings)


def _reading(style: str, number: str) -> Reading | None:
    try:
        return Reading(style, ProvisionNumber.parse(number).components)
    except BadNumber:
        return None
