"""Finds the passage that answers the query best and marks the words of the query in it.

Works on the original text by the positions of its words, so that a mark covers the word as it is written.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, count, repeat
from operator import add
from typing import NamedTuple

from search.query.analysis import tokens
from search.query.cited import Phrase
from search.query.plan import Plan
from search.query.stems import stems

_LONGEST_READ = 50_000  # letters of one text: a table of many pages must not slow a page of hits
_LONGEST_KEPT = 60  # letters of a chunk: a text without spaces is one, and thousands of them fill the memory
_LEAD = 60  # letters shown before the first mark
# that begins a heading: "Article 12. ", "статья 48-1. "
_NUMBER = re.compile(r"[^\n]{0,40}?\d[^\s]{0,20}\.\s")


class Piece(NamedTuple):
    """A stretch of the original text, marked or not."""

    text: str
    is_marked: bool = False


class _Mark(NamedTuple):
    start: int
    end: int
    term: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A text cut to what is shown; `weight` counts the different words of the query in it."""

    pieces: tuple[Piece, ...]
    weight: int


class Highlighter:
    """Marks the words of one query."""

    def __init__(self, plan: Plan) -> None:
        self._marked, self._sequences = plan.marked, plan.sequences

    def passage(self, text: str, language: str, length: int) -> Passage:
        """The best passage of about `length` letters."""
        marks = self._marks(text[:_LONGEST_READ], language)
        if len(text) <= length:
            start, end = 0, len(text)
        else:
            start, end = _window(text, marks, length)
        shown = [
            mark if mark.end <= end else mark._replace(end=end) for mark in marks if start <= mark.start < end
        ]
        return Passage(tuple(_pieces(text, shown, start, end)), len({mark.term for mark in shown}))

    def heading(self, text: str, language: str, length: int) -> Passage:
        """The best passage behind the number with which a heading begins: without it nobody knows what was found."""
        number = _NUMBER.match(text) if len(text) > length else None
        if not number:
            return self.passage(text, language, length)
        first = self.passage(number[0], language, len(number[0]))
        rest = self.passage(text[number.end() :], language, length - len(number[0]))
        return Passage(first.pieces + rest.pieces, first.weight + rest.weight)

    def _marks(self, text: str, language: str) -> list[_Mark]:
        chunks = text.split(" ")
        lengths = list(map(len, chunks))
        read = list(map(_read if max(lengths) <= _LONGEST_KEPT else _chunk, chunks, repeat(language)))
        found = [index for index, (_, terms) in enumerate(read) if not self._marked.isdisjoint(terms)]
        if not (found or self._sequences):
            return []
        # a space stands before each but the first
        starts = list(map(add, accumulate(lengths, initial=0), count()))
        marks = [
            _Mark(start + word.start, start + word.end, next(filter(self._marked.__contains__, word.terms)))
            for index in found
            for start, word in ((starts[index], word) for word in read[index][0])
            if not self._marked.isdisjoint(word.terms)
        ]
        if not self._sequences:
            return marks
        for sequence in self._sequences:
            marks += _runs(starts, read, sequence)
        marks.sort(key=lambda mark: (mark.start, -mark.end))
        apart: list[_Mark] = []
        for mark in marks:
            if not apart or mark.start >= apart[-1].end:
                apart.append(mark)
        return apart


class _Word(NamedTuple):
    """A word of a chunk: as folded, and the terms that it is in an index."""

    start: int
    end: int
    folded: str
    terms: tuple[str, ...]


_Chunk = tuple[tuple[_Word, ...], tuple[str, ...]]
"""What stands between two spaces: its words, none of which reaches beyond it, and all their terms."""


@lru_cache(maxsize=30_000)
def _read(chunk: str, language: str) -> _Chunk:
    words = tuple(
        _Word(token.start, token.end, token.word, (*stems(token.word, language), token.word))
        for token in tokens(chunk)
    )
    return words, words[0].terms if len(words) == 1 else tuple(term for word in words for term in word.terms)


def _chunk(chunk: str, language: str) -> _Chunk:
    return (_read if len(chunk) <= _LONGEST_KEPT else _read.__wrapped__)(chunk, language)


def _runs(starts: list[int], read: list[_Chunk], sequence: Phrase) -> Iterable[_Mark]:
    folded = [word.folded for words, _ in read for word in words]
    if sequence[0] not in folded:
        return
    placed = [
        (start + word.start, start + word.end)
        for start, (words, _) in zip(starts, read, strict=False)
        for word in words
    ]
    length = len(sequence)
    for index, word in enumerate(folded):
        if word == sequence[0] and tuple(folded[index : index + length]) == sequence:
            yield _Mark(placed[index][0], placed[index + length - 1][1], " ".join(sequence))


def _window(text: str, marks: list[_Mark], length: int) -> tuple[int, int]:
    """From where to where to show: around the mark followed by most different ones, cut between words."""
    best, most = 0, 0
    for index, mark in enumerate(marks):
        room = max(mark.end, mark.start + length - _LEAD)  # a long quotation has all that there is
        within = {other.term for other in marks[index : index + 50] if other.end <= room}
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
