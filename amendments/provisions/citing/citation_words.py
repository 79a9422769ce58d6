"""Reads the levels out of a citation: "12.3.1", "Chapter 2", "45 note", "9(1)(a)", "2-ci fəsil", "п. 1 ч. 2 ст. 3"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from amendments.provisions.conventions import Conventions
from amendments.provisions.lookalikes import Folder
from amendments.provisions.numbers import in_one_word, plain
from amendments.provisions.tree import Kind

_TOKEN = re.compile(r"(?P<above>(?<=[^\s(])\([“«\"]*)?(?P<printed>[^\s()“”«»\",;]+)")
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
    *(Kind.TABLE, Kind.ROW),
)
_ITEMS = frozenset({Kind.PART, Kind.POINT, Kind.SUBPOINT})


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


@dataclass(frozen=True, slots=True)
class _Token:
    """A word or a number; `is_within` says that it stands in brackets right behind what it lies in: the 2 of 4(2)."""

    folded: str
    printed: str
    is_within: bool


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
        self.only: frozenset[str] = frozenset()  # before a number of another: "əlavənin" 1-ci bəndi
        self.paragraphs: tuple[str, ...] = ()
        if conventions:
            self.paragraphs = tuple(self.folder.fold(word) for word in conventions.paragraphs)
            self.acts = tuple(self.folder.fold(word) for word in conventions.acts)
            self.own = tuple(self.folder.fold(word) for word in conventions.own)
            self.puts_number_first = conventions.cites_number_first
            self.only = frozenset(self._owners(conventions)) if self.puts_number_first else self.only
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
        printed = _JOINED.sub(r"\1 ", in_one_word(cited))
        named: list[list[CitationStep]] = []
        for within in _split([self._token(match) for match in _TOKEN.finditer(printed)], "of"):
            read = [each for each in within if each.folded not in _UNREAD or f"({each.printed})" in cited]
            named.append(self._from_outside([_numbered(step) for step in self._paired(read)]))
        steps = [step for each in reversed(named) for step in each]
        return steps if all(named) and _can_lie_so(steps) else []

    def listed(self, cited: str) -> list[CitationStep]:
        """The levels of a citation with commas between them, "Annex I, point 2"; [] where these part several provisions.

        Each must say what it is a number of, and none may be of the same kind as another.
        """
        parts = [self.steps(part) for part in cited.split(",")]
        kinds = [[step.kind for step in part if step.kind is not None] for part in parts]
        if not all(part and part[0].number and part[0].kind is not None for part in parts):
            return []
        for order in (1, -1):
            heads = [kind for each in kinds[::order] for kind in each]
            ranks = [_FROM_OUTSIDE.index(kind) for kind in heads if kind in _FROM_OUTSIDE]
            if len(ranks) == len(heads) and ranks == sorted(set(ranks)):
                return [step for part in parts[::order] for step in part]
        return []

    def place_of_paragraph(self, cited: str) -> tuple[str, int] | None:
        """What holds a paragraph that is named by its word, and its place there: "абзац первый статьи 3" is "статьи 3", 1."""
        tokens = cited.replace(",", " ").split()
        folded = [self.folder.fold(token).rstrip(".:") for token in tokens]
        at = next((n for n, token in enumerate(folded) if token.startswith(self.paragraphs)), None)
        if not self.paragraphs or at is None:
            return None
        beside = (at - 1, at + 1) if self.puts_number_first or at + 1 == len(tokens) else (at + 1, at - 1)
        for place in beside:
            number = self.number(folded[place], tokens[place]) if 0 <= place < len(tokens) else ""
            if number.isdecimal() and number != "0":
                rest = [token for n, token in enumerate(tokens) if n not in (at, place)]
                return " ".join(rest), int(number)
        return None

    def names_act(self, word: str) -> bool:
        """Whether a word is one for an act, in any case: "Məcəlləsinin"."""
        return bool(self.acts) and self.folder.fold(word.strip(_MARKS)).startswith(self.acts)

    def is_own(self, word: str) -> bool:
        """Whether a word points at the act itself: "bu" Qanun."""
        return bool(self.own) and self.folder.fold(word.strip(_MARKS)).startswith(self.own)

    def _owners(self, conventions: Conventions) -> Iterable[str]:
        for cited in conventions.citation.kinds.values():
            if cited.owner_unnumbered:
                yield self.folder.fold(cited.owner_unnumbered)

    def _token(self, match: re.Match[str]) -> _Token:
        folded = self.folder.fold(match["printed"]).rstrip(".:")
        return _Token(folded, match["printed"], match["above"] is not None)

    def _from_outside(self, steps: list[CitationStep]) -> list[CitationStep]:
        """The steps, the outermost first, also where the innermost is named first: "часть 3 статьи 12".

        A number alone goes with what stands before it: "пункт «а» статьи 4(2)" is 4(2)(а). Of two points side by side
        only a language that names the outer first says which one holds the other: none is read elsewhere.
        """
        groups: list[list[CitationStep]] = []
        for step in steps:
            groups += [] if groups and step.is_number_alone else [[]]
            groups[-1].append(step)
        heads = [group[0].kind for group in groups]
        ranks = [_FROM_OUTSIDE.index(kind) for kind in heads if kind in _FROM_OUTSIDE]
        if len(ranks) < len(groups) or len(groups) < 2:
            return steps
        if ranks[0] == ranks[-1] and heads[0] in (Kind.POINT, Kind.SUBPOINT) and not self.puts_number_first:
            return []
        return [step for group in groups[::-1] for step in group] if ranks[0] > ranks[-1] else steps

    def _paired(self, tokens: list[_Token]) -> list[CitationStep]:
        """Each number with the word before it or, where none stands there, with the word after it."""
        steps: list[CitationStep] = []
        pending: Kind | None = None  # a word that waits for its number
        first = 0  # the step of the number before the brackets: of 4(2) that of 4
        kinds = [self.kind(token.folded, token.printed) for token in tokens]
        for place, token in enumerate(tokens):
            kind = kinds[place]
            if kind is None:
                if pending is Kind.ANNEX and token.is_within:
                    steps.append(CitationStep(Kind.ANNEX, ""))  # annex(1) is point 1 of the only one
                    pending = Kind.POINT
                first = first if token.is_within else len(steps)
                steps.append(CitationStep(pending, self.number(token.folded, token.printed.rstrip(".:"))))
                pending = None
            elif kind in _WITHOUT_NUMBER:
                steps += [CitationStep(Kind.ANNEX, "")] if pending is Kind.ANNEX else []  # the only one
                pending = None if pending is Kind.ANNEX else pending
                steps.append(CitationStep(kind, ""))
            elif (
                pending is None
                # "4(2) hissəsi" is part 2, "4(2) maddəsi" is Article 4
                and _is_alone(steps, at := len(steps) - 1 if kind in (*_ITEMS, Kind.PARAGRAPH) else first)
                and self._follows(kinds, place, token.folded)
            ):
                steps[at] = CitationStep(kind, steps[at].number)
            else:
                steps += [CitationStep(Kind.ANNEX, "")] if pending is Kind.ANNEX else []  # the only one
                pending = kind
                if token.folded in self.only:
                    steps.append(CitationStep(kind, ""))
                    pending = None
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


def _split(tokens: Iterable[_Token], word: str) -> list[list[_Token]]:
    """The tokens between those that are a word."""
    found: list[list[_Token]] = [[]]
    for token in tokens:
        if token.folded == word:
            found.append([])
        else:
            found[-1].append(token)
    return found


def _is_alone(steps: list[CitationStep], first: int) -> bool:
    """Whether the last steps are a number without a word, with what its brackets say."""
    return 0 <= first < len(steps) and all(step.is_number_alone for step in steps[first:])


def _can_lie_so(steps: list[CitationStep]) -> bool:
    """Whether no article is said to lie in a part or point: "point 2, Article 4, part 1" names nothing."""
    items = [place for place, step in enumerate(steps) if step.kind in _ITEMS]
    return not items or all(step.kind is not Kind.ARTICLE for step in steps[items[0] :])


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
