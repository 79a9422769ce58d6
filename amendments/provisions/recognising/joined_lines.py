"""Lines that the print or a copy joined: "1.1. First. 1.2. Second.", "… of the Law. Article 5. Fees".

A line is cut before a number that comes next, stands behind a sentence, and begins no other line of the law or annex.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from amendments.provisions.numbers import Component
from amendments.provisions.recognising.labels import Form, Label
from amendments.provisions.recognising.lines import Line
from amendments.provisions.tree import Kind

_SENTENCE = re.compile(r"[.;:!?»”\]][ \xa0\t]+")
_WORD = re.compile(r"[ \xa0\t]+")
_LAST_NUMBER = re.compile(r"[0-9]{1,5}$")
_MOST_MISSING = 20  # articles in a row that are looked for

Value = tuple[Component, ...]
Reader = Callable[[str], Label | None]


def following(number: str) -> str:
    """The number after this one: 5.2 → 5.3; "" after letters."""
    last = _LAST_NUMBER.search(number)
    return f"{number[: last.start()]}{int(last[0]) + 1}" if last else ""


def parted(lines: Sequence[Line], labels: Sequence[Label | None], read: Reader) -> list[Line]:
    """The lines. Those with a further provision in them are cut before its number."""
    parting = _Parting(lines, labels, read)
    return [piece for index in range(len(lines)) for piece in parting.pieces(index)]


class _Parting:
    def __init__(self, lines: Sequence[Line], labels: Sequence[Label | None], read: Reader) -> None:
        self._lines = lines
        self._labels = labels
        self._read = read
        # How many begin above a line
        self._annexes = list(accumulate(int(_is_annex(label)) for label in labels))
        self._decimals = {
            (annex, label.number)
            for annex, label in zip(self._annexes, labels, strict=True)
            if label and label.form is Form.DECIMAL
        }
        self._missing = missing_articles(labels)

    def pieces(self, index: int) -> Iterator[Line]:
        """One line, or its parts. The blank between two parts belongs to the second."""
        line, label = self._lines[index], self._labels[index]
        while cut := self._cut(index, line, label):
            before = line.content[: cut.place].rstrip()
            yield Line(line.number, line.gap, before)
            gap = line.content[len(before) : cut.place]
            line, label = Line(line.number, gap, line.content[cut.place :]), cut.label
        yield line

    def _cut(self, index: int, line: Line, label: Label | None) -> "_Cut | None":
        found = [cut for cut in (self._decimal(index, line, label), self._article(index, line, label)) if cut]
        return min(found, key=lambda cut: cut.place, default=None)

    def _decimal(self, index: int, line: Line, label: Label | None) -> "_Cut | None":
        """The next decimal number, or the first one below, of a line that begins with an article or such a number."""
        if label is None or not self._decimals or not (_is_article(label) or label.form is Form.DECIMAL):
            return None
        before = _WORD if _is_article(label) else _SENTENCE
        for wanted in (following(label.number) if label.form is Form.DECIMAL else "", f"{label.number}.1"):
            if (
                not wanted
                or (self._annexes[index], wanted) in self._decimals
                or f"{wanted}." not in line.content
            ):
                continue
            for cut in self._places(line, label.end, before):
                if cut.label.form is Form.DECIMAL and cut.label.number == wanted and cut.label.is_marked:
                    return cut
        return None

    def _article(self, index: int, line: Line, label: Label | None) -> "_Cut | None":
        """An article that begins no line between the one before and the one after it."""
        wanted = self._missing.get(index)
        if not wanted:
            return None
        start = label.end if label else 0
        for cut in self._places(line, start, _WORD):
            is_wanted = _is_article(cut.label) and cut.label.value in wanted and cut.label.is_marked
            ends_sentence = _SENTENCE.search(line.content, max(cut.place - 3, 0), cut.place) is not None
            if is_wanted and (ends_sentence or self._has_parts(index, cut.label)):
                return cut
        return None

    def _has_parts(self, index: int, article: Label) -> bool:
        """Whether the first number below goes on from that of the article."""
        below = next((label for label in self._labels[index + 1 :] if label is not None), None)
        return below is not None and below.form is Form.DECIMAL and below.value[:1] == article.value

    def _places(self, line: Line, start: int, before: re.Pattern[str]) -> Iterator["_Cut"]:
        for match in before.finditer(line.content, start):
            if label := self._read(line.content[match.end() :]):
                yield _Cut(match.end(), label)


@dataclass(frozen=True, slots=True)
class _Cut:
    place: int
    label: Label  # its positions count from there


def missing_articles(labels: Sequence[Label | None]) -> dict[int, frozenset[Value]]:
    """By line, the numbers of articles that are left out between the article above it and the one below."""
    articles = [(index, label.value) for index, label in enumerate(labels) if label and _is_article(label)]
    found: dict[int, frozenset[Value]] = {}
    for (start, before), (stop, after) in pairwise(articles):
        between = range(before[0].value + 1, min(after[0].value, before[0].value + _MOST_MISSING))
        if len(before) == 1 and between:
            wanted = frozenset((Component(number),) for number in between)
            found.update(dict.fromkeys(range(start, stop), wanted))
    return found


def _is_annex(label: Label | None) -> bool:
    return label is not None and label.kind is Kind.ANNEX


def _is_article(label: Label) -> bool:
    return label.form is Form.HEADING and label.kind is Kind.ARTICLE and bool(label.value)
