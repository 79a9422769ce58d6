"""What a hit shows: the passage that answers the query best, with the words of the query marked.

Works on the original text by the positions of its words, so that a mark covers the word as it is written.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from search.query.analysis import folded_word, written_words
from search.query.plan import Phrase, Plan
from search.query.stems import stems

_LONGEST_READ = (
    50_000  # letters of one text that are looked at: a table of many pages must not slow a page of hits
)
_LEAD = 60  # letters shown before the first mark


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the original text, marked or not."""

    text: str
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    term: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A text cut to what is shown; `weight` counts the different words of the query in it."""

    pieces: tuple[Piece, ...]
    weight: int


class Highlighter:
    """Marks the words of one query; what it found out about a written word it keeps, as texts repeat their words."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._known: dict[str, _Known] = {}

    def passage(self, text: str, language: str, length: int) -> Passage:
        """The best passage of about `length` letters."""
        marks = self._marks(text[:_LONGEST_READ], language)
        if len(text) <= length:
            start, end = 0, len(text)
        else:
            start, end = _window(text, marks, length)
        shown = [mark for mark in marks if mark.start >= start and mark.end <= end]
        return Passage(tuple(_pieces(text, shown, start, end)), len({mark.term for mark in shown}))

    def _marks(self, text: str, language: str) -> list[_Mark]:
        known = self._known.setdefault(language, _Known(self._plan, language))
        words = list(written_words(text))
        read = [known[word[0]] for word in words]
        marks = [
            _Mark(word.start(), word.end(), term) for word, (_, term) in zip(words, read, strict=True) if term
        ]
        if not self._plan.sequences:
            return marks
        folded = [word for word, _ in read]
        for sequence in self._plan.sequences:
            marks += _runs(words, folded, sequence)
        marks.sort(key=lambda mark: (mark.start, -mark.end))
        apart: list[_Mark] = []
        for mark in marks:
            if not apart or mark.start >= apart[-1].end:
                apart.append(mark)
        return apart


class _Known(dict[str, tuple[str, str]]):
    """Written words: each as folded, and the term of the plan that it is, "" for none."""

    def __init__(self, plan: Plan, language: str) -> None:
        super().__init__()
        self._marked, self._language = plan.marked, language

    def __missing__(self, written: str) -> tuple[str, str]:
        word = folded_word(written)
        terms = (*stems(word, self._language), word) if word else ()
        read = self[written] = word, next((term for term in terms if term in self._marked), "")
        return read


def _runs(words: list[re.Match[str]], folded: list[str], sequence: Phrase) -> Iterable[_Mark]:
    length = len(sequence)
    for index, word in enumerate(folded):
        if word == sequence[0] and tuple(folded[index : index + length]) == sequence:
            yield _Mark(words[index].start(), words[index + length - 1].end(), " ".join(sequence))


def _window(text: str, marks: list[_Mark], length: int) -> tuple[int, int]:
    """From where to where to show: around the mark followed by most different ones, cut between words."""
    best, most = 0, 0
    for index, mark in enumerate(marks):
        within = {
            other.term for other in marks[index : index + 50] if other.end <= mark.start + length - _LEAD
        }
        if len(within) > most:
            best, most = mark.start, len(within)
    start = max(0, min(best - _LEAD, len(text) - length))
    if start:
        start = text.find(" ", start, best) + 1 or start
    end = min(start + length, len(text))
    gap = text.rfind(" ", best, end) if end < len(text) else -1
    return start, gap if gap > best else end


def _pieces(text: str, marks: list[_Mark], start: int, end: int) -> Iterable[Piece]:
    if start:
        yield Piece("… ")
    at = start
    for mark in marks:
        if mark.start > at:
            yield Piece(text[at : mark.start])
        yield Piece(text[mark.start : mark.end], is_marked=True)
        at = mark.end
    if at < end:
        yield Piece(text[at:end])
    if end < len(text):
        yield Piece(" …")
