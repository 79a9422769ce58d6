"""Reading the label of a heading: a word with a number, in every order and disguise in which acts print it."""

import re
from collections.abc import Iterator

from amendments.provisions.conventions import Conventions, HeadingWord
from amendments.provisions.folding import Folder
from amendments.provisions.labels import Form, Label, Reading
from amendments.provisions.number_labels import MARKS, read_number
from amendments.provisions.numbers import Component, roman_value
from amendments.provisions.tree import Kind

_ROMAN = "[ivxlcdmіхсм]{1,9}"
_EDGE = r"(?![^\W_])"
_NUMBER = (
    rf"(?P<number>[0-9]{{1,5}}[a-z]?[⁰¹²³⁴⁵⁶⁷⁸⁹]*(?:\.[0-9]{{1,3}})*(?:-(?:[0-9]{{1,3}}|[ivx]{{1,4}}){_EDGE})*"
    rf"|{_ROMAN}(?:-(?:[0-9]{{1,3}}|{_ROMAN}){_EDGE})*{_EDGE})"
)
_NUMBER_IN_WORDS = r"(?P<number>[^\W\d_]{1,25}(?:[ -]{1,3}[^\W\d_]{1,25}){0,5}?)"
_BETWEEN_WORDS = re.compile("[ -]+")
_AFTER = rf"{MARKS}(?P<after> *[.:](?!\d) *(?:- +)?| +- +| +|$)"


class HeadingReader:
    """Knows the heading words of one set of conventions."""

    def __init__(self, conventions: Conventions, folder: Folder) -> None:
        self._folder = folder
        self._endings = conventions.ordinal_endings
        self._numerals = {
            _BETWEEN_WORDS.sub("", folder.fold(word)): value
            for word, value in conventions.numeral_words.items()
        }
        self._repealed = re.compile(
            rf"[(\[]?(?:{folder.any_of(conventions.repealed)})(?= *(?:[^\w ]|$)| +(?:{folder.any_of(conventions.repealed_by)}){_EDGE})"
        )
        self._headings = [
            (word, re.compile(form)) for word in conventions.headings for form in self._forms(word)
        ]

    def read(self, content: str, folded: str) -> Label | None:
        """The first of the heading forms that fits."""
        for word, form in self._headings:
            match = form.match(folded)
            if match and (label := self._label(word, match, content, folded)):
                return label
        return None

    def says_repealed(self, folded: str, start: int = 0) -> bool:
        """Whether the words from here on say that the provision is no longer in force."""
        return self._repealed.match(folded, start) is not None

    def _forms(self, word: HeadingWord) -> Iterator[str]:
        endings = self._folder.any_of(tuple(ending.lstrip("-") for ending in self._endings))
        ordinal = rf"(?P<ordinal> ?-? ?(?:{endings}){_EDGE})?"
        heading = rf"(?P<word>{self._folder.any_of(word.words)})"
        yield rf"{heading} *(?:№ *)?{_NUMBER}{ordinal}{_AFTER}"
        yield rf"{_NUMBER}{ordinal} *-? *{heading}{_EDGE}{_AFTER}"
        if self._numerals:
            yield rf"{_NUMBER_IN_WORDS} +{heading}{_EDGE}{_AFTER}"
            yield rf"{heading} +{_NUMBER_IN_WORDS}{_EDGE}{_AFTER}"
        if word.stands_alone:
            yield rf"{heading}[ .:]*$"

    def _label(self, word: HeadingWord, match: re.Match[str], content: str, folded: str) -> Label | None:
        groups = match.groupdict()
        if "number" not in groups:
            return Label(Form.HEADING, word.kind, end=match.end(), rank=word.rank)
        start, stop = match.span("number")
        reading = self._reading(content[start:stop], groups["number"])
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
        return content[end].isupper() or content[end] in '“«"([' or self.says_repealed(folded, end)

    def _reading(self, printed: str, folded: str) -> Reading | None:
        if folded[0].isdecimal():
            return read_number("arabic", folded)
        if printed.isupper() and roman_value(folded.partition("-")[0].upper()):
            return read_number("roman", folded.upper())
        value = self._numerals.get(_BETWEEN_WORDS.sub("", folded))
        return Reading("words", (Component(value),)) if value else None
