"""Reads the levels out of a citation: "12.3.1", "Chapter 2", "45 note", "9(1)(a)", "2-ci fəsil", "п. 1 ч. 2 ст. 3"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from amendments.provisions.conventions import Conventions
from amendments.provisions.lookalikes import Folder
from amendments.provisions.numbers import in_one_word, plain
from amendments.provisions.tree import Kind

_TOKEN = re.compile(r"[^\s()“”«»\",;]+")
_JOINED = re.compile(r"(?:(?<=\s)|^)([^\W\d_]{1,5}\.)(?=\d)")  # "ст.12" is "ст. 12"
_MARKS = '“”«»„"(),.;:'
_WITHOUT_NUMBER = frozenset({Kind.NOTE, Kind.TITLE, Kind.PREAMBLE, Kind.CLOSING, Kind.CONTENTS})
_KIND_WORDS: dict[str, Kind] = {kind.value: kind for kind in Kind if kind is not Kind.APPARATUS}
_BEFORE_NUMBER = frozenset({"row", "table"})  # "5.3 row 2": never the word behind 5.3
_SHORT = {"art": Kind.ARTICLE}
_UNREAD = frozenset({"", "of", "the", "to", "к", "nomreli", "sayli", "№"})
_FROM_OUTSIDE = (
    *(Kind.ANNEX, Kind.SECTION, Kind.CHAPTER, Kind.DIVISION),
    *(Kind.ARTICLE, Kind.PART, Kind.POINT, Kind.SUBPOINT, Kind.NOTE),
)


@dataclass(frozen=True, slots=True)
class CitationStep:
    """One level of a citation; `kind` is None where only a number is given.

    `place` counts the rows of a table that print the same number: of "2.1 row 3:2" it is 2, of "2.1 row 3" 0.
    """

    kind: Kind | None
    number: str
    place: int = 0

    @property
    def is_number_alone(self) -> bool:
        """Whether a number stands without the word for its kind."""
        return self.kind is None and bool(self.number)


class CitationWords:
    """The words beside numbers in one language. Without conventions only the words of this code are known."""

    def __init__(self, conventions: Conventions | None = None) -> None:
        self.folder = Folder(conventions.folds if conventions else {})
        self.kinds = {self.folder.fold(word): kind for word, kind in _KIND_WORDS.items()}
        self.short = dict(_SHORT)
        self.numerals: dict[str, int] = {}
        self.endings: tuple[str, ...] = ()
        self.puts_number_first = False
        self.acts: tuple[str, ...] = ()
        self.own: tuple[str, ...] = ()
        if conventions:
            self.acts = tuple(self.folder.fold(word) for word in conventions.acts)
            self.own = tuple(self.folder.fold(word) for word in conventions.own)
            self.puts_number_first = conventions.cites_number_first
            self.endings = tuple(self.folder.fold(ending) for ending in conventions.ordinal_endings)
            self.numerals = {
                self.folder.fold(word): value for word, value in conventions.numeral_words.items()
            }
            self.short.update({self.folder.fold(word): kind for word, kind in conventions.short.items()})
            for word, kind in (*_own_words(conventions), *conventions.levels.items()):
                self.kinds[_stem(self.folder.fold(word))] = kind

    def steps(self, cited: str) -> list[CitationStep]:
        """The levels, the outermost first, in whichever order they are named."""
        alone = _KIND_WORDS.get(self.folder.fold(cited.strip()))
        if alone in _WITHOUT_NUMBER:
            return [CitationStep(alone, "")]
        printed = _TOKEN.findall(_JOINED.sub(r"\1 ", in_one_word(cited)))
        tokens = [(self.folder.fold(token).rstrip(".:"), token) for token in printed]
        read = [each for each in tokens if each[0] not in _UNREAD or f"({each[1]})" in cited]
        steps = [_numbered(step) for step in self._paired(read, cited)]
        is_reversed = "of" in dict(tokens) or _is_from_inside(steps)
        return steps[::-1] if is_reversed else steps

    def names_act(self, word: str) -> bool:
        """Whether a word is one for an act, in any case: "Məcəlləsinin"."""
        return bool(self.acts) and self.folder.fold(word.strip(_MARKS)).startswith(self.acts)

    def is_own(self, word: str) -> bool:
        """Whether a word points at the act itself: "bu" Qanun."""
        return bool(self.own) and self.folder.fold(word.strip(_MARKS)).startswith(self.own)

    def _paired(self, tokens: list[tuple[str, str]], cited: str) -> list[CitationStep]:
        """Each number with the word before it or, where none stands there, with the word after it."""
        steps: list[CitationStep] = []
        pending: Kind | None = None  # a word that waits for its number
        kinds = [self.kind(*token) for token in tokens]
        for place, (token, written) in enumerate(tokens):
            kind = kinds[place]
            if kind is None:
                if pending is Kind.ANNEX and f"{tokens[place - 1][1]}({written})" in cited:
                    steps.append(CitationStep(Kind.ANNEX, ""))  # annex(1) is point 1 of the only one
                    pending = Kind.POINT
                steps.append(CitationStep(pending, self.number(token, written.rstrip(".:"))))
                pending = None
            elif kind in _WITHOUT_NUMBER:
                steps.append(CitationStep(kind, ""))
            elif (
                pending is None and steps and steps[-1].is_number_alone and self._follows(kinds, place, token)
            ):
                steps[-1] = CitationStep(kind, steps[-1].number)
            else:
                steps += [CitationStep(Kind.ANNEX, "")] if pending is Kind.ANNEX else []  # the only one
                pending = kind
        return [*steps, CitationStep(pending, "")] if pending is not None else steps

    def _follows(self, kinds: list[Kind | None], place: int, token: str) -> bool:
        """Whether a word belongs to the number before it: "12 maddə", not "12 part 3" or "5.3 row"."""
        has_own_number = place + 1 < len(kinds) and kinds[place + 1] is None
        return token not in _BEFORE_NUMBER and (self.puts_number_first or not has_own_number)

    def kind(self, token: str, written: str, longest_ending: int = 6) -> Kind | None:
        """The kind that a word names, in any grammatical case: “maddənin” is “maddə”, “ст.” is “статья”."""
        if written.endswith(".") and token in self.short:
            return self.short[token]
        stems = [
            word for word in self.kinds if token.startswith(word) and len(token) - len(word) <= longest_ending
        ]
        return self.kinds[max(stems, key=len)] if stems else None

    def number(self, token: str, printed: str) -> str:
        """A number without its ordinal ending, a numeral in digits; letters stay those that are printed."""
        for ending in self.endings:
            if token.endswith(ending) and token[: -len(ending)][-1:].isdigit():
                return plain(printed[: -len(ending)])
        return str(self.numerals.get(token, "")) or plain(printed)


def _stem(word: str) -> str:
    """A Russian word without the vowel that its cases change: “статья”, “статье”."""
    return word[:-1] if len(word) > 4 and word[-1] in "аеиоуыьюя" else word


def _numbered(step: CitationStep) -> CitationStep:
    """A paragraph with a number is what we call a part; the paragraphs of the code bear none."""
    if step.kind is Kind.ROW:
        number, __, place = step.number.partition(":")
        return replace(step, number=number, place=int(place)) if place.isdecimal() else step
    return replace(step, kind=Kind.PART) if step.kind is Kind.PARAGRAPH and step.number else step


def _is_from_inside(steps: list[CitationStep]) -> bool:
    """Whether the innermost level is named first: "часть 3 статьи 12"."""
    ranks = [_FROM_OUTSIDE.index(step.kind) for step in steps if step.kind in _FROM_OUTSIDE]
    return len(ranks) == len(steps) > 1 and ranks[0] > ranks[-1]


def _own_words(conventions: Conventions) -> Iterable[tuple[str, Kind]]:
    for heading in conventions.headings:
        for word in heading.words:
            yield word.split()[-1], heading.kind
    for note in conventions.notes:
        yield note, Kind.NOTE
    for kind, cited in conventions.citation.kinds.items():
        for form in (cited.alone, cited.owner, cited.alone_unnumbered):
            words = re.sub(r"\{[a-z]+\}", "", form).split()
            if len(words) == 1 and len(words[0]) > 2:
                yield words[0], kind


PLAIN = CitationWords()
