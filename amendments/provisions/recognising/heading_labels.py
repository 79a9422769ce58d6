"""Reads the label of a heading: a word with a number, in every order and form in which acts print it."""

import re
from collections.abc import Iterator, Mapping

from amendments.provisions.conventions import Conventions, HeadingWord
from amendments.provisions.lookalikes import Folder
from amendments.provisions.numbers import (
    REPEATED,
    Component,
    closed_up,
    letter_value,
    plain,
    roman_value,
)
from amendments.provisions.recognising.labels import Form, Label, NumberReading
from amendments.provisions.recognising.lettered_headings import STYLE
from amendments.provisions.recognising.number_labels import MARKS, number_range, read_number
from amendments.provisions.tree import Kind

_ROMAN = "[ivxlcdmіхсм]{1,9}"
_SMALL_ROMAN = re.compile(r"[ivxі]+(?:-[0-9]{1,3})?")  # "chapter ii"; “part c” is a letter
_EDGE = r"(?![^\W_])"
# "L. 121-1", "L111-1", "R 12", "LO 12", "R*12", of which the asterisk is folded to a space. One letter apart may be a
# Roman number, unless a dash follows: "L 121-1".
_SERIES = (
    r"(?:[a-z]{1,3} {1,3}(?=[0-9]{1,4}-)|[a-z]{1,3}\. {0,3}|[a-z]{1,3}"
    r"|(?:(?![ivxlcdm] )[a-z]|(?<![^\W_])[a-z]{2}) {1,3})?(?=[0-9])"
)
_REPEATED = rf"(?:[ -](?:{'|'.join(REPEATED)})(?![^\W_]))?(?: [a-z](?= *$))?"  # "39 bis", "39 bis A", "333 H"
_NUMBER = (
    r"(?P<number>{series}[0-9]{{1,5}}(?:(?!(?:{endings}){edge})(?:[a-z]{{1,2}}|[^\W\d_]){edge})?[⁰¹²³⁴⁵⁶⁷⁸⁹]*(?:\.[0-9]{{1,{digits}}})*"
    r"(?:-(?:[0-9]{{1,3}}|[ivx]{{1,4}}|[a-z]){edge})*{repeated}{range}"
    r"|{roman}[⁰¹²³⁴⁵⁶⁷⁸⁹]*(?:-(?:[0-9]{{1,3}}|{roman}){edge})*{edge}|[^\W\d_]{edge})"
)
_IN_SERIES = re.compile(r"([A-Z]{1,3})[.* ]{0,4}[0-9]")
_SIGN = "(?:№|n[ro]?[.:]?) *"  # between the word and its number
_NUMBER_IN_WORDS = r"(?P<number>[^\W\d_]{1,25}(?:[ -]{1,3}[^\W\d_]{1,25}){0,5}?)"
# "I I I", "1 2", "B İ R İ N C İ": a number whose letters stand apart, as those of its heading do.
_SPACED_NUMBER = r"(?P<number>[ivxlcdmіхсм](?: [ivxlcdmіхсм])+|[0-9](?: {1,2}[0-9-])*(?: {1,2}[0-9])|[^\W\d_](?: {1,2}[^\W\d_]){2,13})"
_DIGITS_APART = re.compile(
    r"[^\W\d_]{4,12} {1,6}(?:\[[0-9]{1,4}\] {1,6})?[0-9](?: [0-9]| - ?[0-9])"
)  # "Maddə 1 0 ."
_MARK_BETWEEN = r"(?:\[[0-9]{1,4}\] {0,6})?"  # of a note, where a copy broke the label before its number
_BETWEEN_WORDS = re.compile("[ -]+")
# "§ 12 Absatz 1 gilt …" cites. German nouns have a capital letter, so that the words look like a heading.
GERMAN_LEVEL = re.compile(
    r"(?:(?:unter)?abs(?:atz|ätze|\.)|(?:halb)?s(?:atz|ätze|\.)|nummern?|nr\.|buchst(?:aben?|\.))"
    r" ?(?<=[. ])(?:[0-9]{1,3}[a-z]?|[a-z])(?!\w)",
    re.IGNORECASE,
)
_THE = "(?:the +)?"  # "THE FIRST SCHEDULE"
# "SCHEDULE (Section 2)", "SCHEDULE TO THE ACT": the provision or the act to which the only annex belongs.
_OWNER = r"(?=[(\[][^()\[\]]{0,60}[0-9][^()\[\]]{0,20}[)\]][ .]*$"
_GAP = " {0,20}"  # without a bound, two gaps side by side try every division of a long row of spaces
_LETTERS = ("A", "B", "C", "D", "E", "F", "G", "H")  # "Part C" is the third, not the hundredth
_END = r" *[.:](?!\d) *(?:- +|- *(?=\())?| +- +| +|$"
_AFTER = rf"{MARKS}(?P<after>{_END})"
_AFTER_NUMBER = rf"{MARKS}(?P<after>-(?=[^\W\d_]{{2}})|{_END})"  # also "Part 1—General"


class HeadingReader:
    """Knows the heading words of one set of conventions."""

    def __init__(self, conventions: Conventions, folder: Folder) -> None:
        self._folder = folder
        self._alphabet = conventions.alphabet
        self._endings = conventions.ordinal_endings
        self._bare = conventions.bare_articles
        owners = folder.any_of(conventions.annex_owners)
        named = (
            rf"|(?:{folder.any_of(conventions.to_owner)}) +(?:{owners})[ .]*$" if conventions.to_owner else ""
        )
        self._owner = f"{_OWNER}{named})"
        self._series, self._repeated = (_SERIES, _REPEATED) if conventions.number_series else ("", "")
        self._range = number_range(folder, conventions)
        self._numerals = {
            _BETWEEN_WORDS.sub("", folder.fold(word)): value
            for word, value in conventions.numeral_words.items()
        }
        self._repealed = re.compile(
            rf"[(\[]?(?:{folder.any_of(conventions.repealed)})(?= *(?:[^\w ]|$)| +(?:{folder.any_of(conventions.repealed_by)}){_EDGE})"
        )
        self._headings = [
            (word, self._first_letters(word) if form.startswith("(?P<word>") else None, re.compile(form))
            for word in conventions.headings
            for form in self._forms(word)
        ]
        self._spaced = [
            (word, None, re.compile(form))
            for word in conventions.headings
            for form in self._spaced_forms(word)
        ]

    def read(self, content: str, folded: str) -> Label | None:
        """The first of the heading forms that fits."""
        is_spaced = (folded[1:2] == " " and folded[0].isalnum()) or _DIGITS_APART.match(folded) is not None
        first = folded[:1]
        for word, letters, form in (*self._spaced, *self._headings) if is_spaced else self._headings:
            match = form.match(folded) if letters is None or first in letters else None
            if match and (label := self._label(word, match, content, folded)):
                return label
        return None

    def says_repealed(self, folded: str, start: int = 0) -> bool:
        """Whether the words from here on say that the provision is no longer in force."""
        return self._repealed.match(folded, start) is not None

    def _first_letters(self, word: HeadingWord) -> frozenset[str]:
        """The letters with which a line may begin that begins with this word."""
        return frozenset(self._folder.fold(form)[0] for form in word.words)

    def _forms(self, word: HeadingWord) -> Iterator[str]:
        endings = self._folder.any_of(tuple(ending.lstrip("-") for ending in self._endings))
        ordinal = rf"(?P<ordinal> ?-? ?(?:{endings}){_EDGE})?"
        number = _NUMBER.format(
            endings=endings,
            edge=_EDGE,
            roman=_ROMAN,
            series=self._series,
            repeated=self._repeated,
            digits=5 if self._series else 3,  # “NRS 432B.60715”
            range=self._range,
        )
        heading = rf"(?P<word>{self._folder.any_of(word.words)})"
        yield rf"{heading} *{_MARK_BETWEEN}(?:{_SIGN}(?=[0-9]))?{number}{ordinal}{_AFTER_NUMBER}"
        yield rf"{number}{ordinal}{_GAP}-?{_GAP}{heading}{_EDGE}{_AFTER}"
        if self._numerals:
            yield rf"{_THE}{_NUMBER_IN_WORDS} +{heading}{_EDGE}{_AFTER}"
            yield rf"{heading} +{_NUMBER_IN_WORDS}{_EDGE}{_AFTER}"
        if word.stands_alone:
            yield rf"{heading}(?:[ .:]*$| +{self._owner})"

    def _spaced_forms(self, word: HeadingWord) -> Iterator[str]:
        heading = rf"(?P<word>{self._folder.any_of(word.words)})"
        endings = self._folder.any_of(tuple(ending.lstrip("-") for ending in self._endings))
        ordinal = rf"(?P<ordinal> ?-? ?(?:{endings}){_EDGE})?"
        yield rf"{_SPACED_NUMBER}{ordinal} {{1,6}}{heading}{_EDGE}{_AFTER}"
        yield rf"{heading} {{1,6}}{_MARK_BETWEEN}{_SPACED_NUMBER}{ordinal}{_AFTER}"

    def _label(self, word: HeadingWord, match: re.Match[str], content: str, folded: str) -> Label | None:
        groups = match.groupdict()
        if "number" not in groups:
            return Label(Form.HEADING, word.kind, end=match.end(), rank=word.rank)
        start, stop = match.span("number")
        number = closed_up(content[start:stop])
        reading = self._reading(number, closed_up(groups["number"]), word.kind)
        is_marked = groups["after"].strip() != "" or match.end() == len(content)
        if reading is None or not (is_marked or self._may_follow(content, folded, match.end())):
            return None
        is_spaced = len(number) < stop - start
        is_cited = start < match.start("word") or not is_marked
        if is_spaced and reading.style != "roman" and " " not in groups["word"] and is_cited:
            return None  # "2 2 5-ci maddə" is a citation with blanks in its number
        if reading.style == STYLE and (match.end("word") == start or stop == match.start("word")):
            return None  # "Schedules" is no schedule S
        is_whole_word = groups["word"].endswith(".") and groups["word"][:-1] in word.words
        if is_whole_word and match.end() < len(content):
            return None  # "Article. I." stands alone; "Article. 4.5.2016 Journal" ends a sentence
        if groups["after"] == "-" and content[match.end() - 1] == "-":
            return None  # "Part 1—General" is a heading, "Part 1-related" is not
        if start < match.start("word") and self._only_begins(word, number, groups, is_marked=is_marked):
            return None
        return Label(
            Form.HEADING,
            word.kind,
            number,
            start,
            match.end(),
            (reading,),
            word.rank,
            content[slice(*match.span("ordinal"))] if groups.get("ordinal") else "",
            match.span("marks"),
            is_marked,
            width=stop - start if is_spaced else 0,
            may_be_article=word.may_be_article and reading.style.startswith("arabic"),
        )

    def _only_begins(
        self, word: HeadingWord, number: str, groups: Mapping[str, str | None], *, is_marked: bool
    ) -> bool:
        """Whether a number before a word begins a sentence, "5-ci maddə Azərbaycan …", or section "2 Schedules"."""
        is_section = self._bare and number.isdecimal() and not groups["ordinal"]
        return is_section or (word.kind is Kind.ARTICLE and not is_marked)

    def _may_follow(self, content: str, folded: str, end: int) -> bool:
        """Whether words after a number can be its heading: they begin with a capital letter or say that it is repealed."""
        if GERMAN_LEVEL.match(folded, end):
            return False
        return content[end].isupper() or content[end] in '“«"([' or self.says_repealed(folded, end)

    def _reading(self, printed: str, folded: str, kind: Kind) -> NumberReading | None:
        if folded[0].isdecimal():
            return read_number("arabic", folded)
        if series := _IN_SERIES.match(printed):
            return read_number(f"arabic {series[1]}", printed)
        if printed in _LETTERS and kind is not Kind.ARTICLE:
            return NumberReading(STYLE, (Component(_LETTERS.index(printed) + 1),))
        may_be_roman = printed.isupper() or _SMALL_ROMAN.fullmatch(folded) is not None
        if may_be_roman and roman_value(plain(folded).partition("-")[0].upper()):
            return read_number("roman", folded.upper())
        value = self._numerals.get(_BETWEEN_WORDS.sub("", folded))
        if value:
            return NumberReading("words", (Component(value),))
        letter = letter_value(folded, self._alphabet) if len(printed) == 1 and printed.isupper() else 0
        return NumberReading(STYLE, (Component(letter),)) if letter else None
