"""Reads the levels out of a citation: "12.3.1", "Chapter 2", "45 note", "9(1)(a)", "2-ci fəsil"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from amendments.provisions.conventions import Conventions
from amendments.provisions.lookalikes import Folder
from amendments.provisions.numbers import plain
from amendments.provisions.tree import Kind

_TOKEN = re.compile(r"[^\s()“”«»\",;]+")
_WITHOUT_NUMBER = frozenset({Kind.NOTE, Kind.TITLE, Kind.PREAMBLE, Kind.CLOSING, Kind.CONTENTS})
_KIND_WORDS: dict[str, Kind] = {kind.value: kind for kind in Kind if kind is not Kind.APPARATUS}
_BEFORE_NUMBER = frozenset({"row", "table"})  # "5.3 row 2": never the word behind 5.3
_JOINERS = frozenset({"of", "the", "nomreli", "№"})


@dataclass(frozen=True, slots=True)
class Step:
    """One level of a citation; `kind` is None where only a number is given."""

    kind: Kind | None
    number: str

    @property
    def is_number_alone(self) -> bool:
        """Whether a number stands without the word for its kind."""
        return self.kind is None and bool(self.number)


class CitationWords:
    """The words of one language that stand beside numbers; without conventions only those of the code itself."""

    def __init__(self, conventions: Conventions | None = None) -> None:
        self.folder = Folder(conventions.folds if conventions else {})
        self.kinds = {self.folder.fold(word): kind for word, kind in _KIND_WORDS.items()}
        self.numerals: dict[str, int] = {}
        self.endings: tuple[str, ...] = ()
        if conventions:
            self.endings = tuple(self.folder.fold(ending) for ending in conventions.ordinal_endings)
            self.numerals = {
                self.folder.fold(word): value for word, value in conventions.numeral_words.items()
            }
            for word, kind in _own_words(conventions):
                self.kinds[self.folder.fold(word)] = kind

    def steps(self, cited: str) -> list[Step]:
        """The levels, the outermost first; a citation with "of" starts from the innermost."""
        printed = [token.rstrip(".:") for token in _TOKEN.findall(cited)]
        tokens = [self.folder.fold(token) for token in printed]
        steps: list[Step] = []
        pending: Kind | None = None  # a word that waits for its number
        for token, written in zip(tokens, printed, strict=True):
            kind = self._kind(token)
            if token in _JOINERS or not token:
                continue
            if kind is None:
                steps.append(Step(pending, self._number(token, written)))
                pending = None
            elif kind in _WITHOUT_NUMBER:
                steps.append(Step(kind, ""))
            elif pending is None and token not in _BEFORE_NUMBER and steps and steps[-1].is_number_alone:
                steps[-1] = Step(kind, steps[-1].number)
            else:
                pending = kind
        if pending is not None:
            steps.append(Step(pending, ""))
        return steps[::-1] if "of" in tokens else steps

    def _kind(self, token: str) -> Kind | None:
        """The kind that a word names, in any grammatical case: “maddənin” is “maddə”."""
        stems = [word for word in self.kinds if token.startswith(word) and len(token) - len(word) <= 6]
        return self.kinds[max(stems, key=len)] if stems else None

    def _number(self, token: str, printed: str) -> str:
        """A number without its ordinal ending, a numeral in digits; letters stay those that are printed."""
        for ending in self.endings:
            if token.endswith(ending) and token[: -len(ending)][-1:].isdigit():
                return plain(printed[: -len(ending)]).lower()
        return str(self.numerals.get(token, "")) or plain(printed).lower()


def _own_words(conventions: Conventions) -> Iterable[tuple[str, Kind]]:
    for heading in conventions.headings:
        for word in heading.words:
            yield word.split()[-1], heading.kind
    for note in conventions.notes:
        yield note, Kind.NOTE
    for kind, cited in conventions.citation.kinds.items():
        words = re.sub(r"\{[a-z]+\}", "", cited.alone).split()
        if len(words) == 1 and len(words[0]) > 2:
            yield words[0], kind


PLAIN = CitationWords()
