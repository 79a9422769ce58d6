"""Finds contents before the law by nothing but their entries: each is printed again, in the same order and farther apart.

Their title, the signs at the end of an entry and what stands last in them do not matter.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Sequence

from amendments.provisions.recognising.labels import Form, Label
from amendments.provisions.recognising.lines import Line
from amendments.provisions.tree import Kind

_NO_LETTER = re.compile(r"[\W\d_]+")
# Chosen on the real acts of docs/fidelity.md, so that none of them has contents more than before.
_FEWEST = 8  # entries
_FEWEST_LETTERS = 6
_COMPARED = 16  # letters, before all of them are
_MOST_ALIKE = 200  # lines with the same first letters: the work grows with the act, not with its square
_LONGEST_ENTRY = 200  # characters, with the names of parts and chapters above it
_SHARE = 0.75  # of the numbered lines of the contents are entries
_FARTHER_APART = 3  # times, where they are law
_LONGEST_LAST = 400  # characters: the list of schedules, in one line


class ReturningEntries:
    """Looks for such contents in an act. `taken` are the lines of those that are known."""

    def __init__(
        self,
        lines: Sequence[Line],
        folded: Sequence[str],
        labels: Sequence[Label | None],
        taken: Collection[int],
    ) -> None:
        self._lines = lines
        self._folded = folded
        self._labels = labels
        self._taken = taken
        self._places: dict[str, list[int]] = defaultdict(list)

    def find(self) -> range:
        """The lines of the contents, none where there are no such contents."""
        front = [
            index
            for index, label in enumerate(self._labels)
            if index not in self._taken and _is_numbered(label)
        ]
        if len(front) < _FEWEST or not self._are_dense(front[:_FEWEST]):
            return range(0)
        for index in range(len(self._labels)):
            if index not in self._taken and (words := self._words(index)):
                self._places[words[:_COMPARED]].append(index)
        entries, again = self._entries(front)
        if len(entries) < _FEWEST or again[-1] - again[0] < _FARTHER_APART * (entries[-1] - entries[0]):
            return range(0)
        listed = [index for index in front if entries[0] <= index <= entries[-1] and self._words(index)]
        if len(entries) < _SHARE * len(listed) or not self._are_dense(listed):
            return range(0)
        start = self._start(entries[0])
        return range(start, self.stop(start, entries[-1] + 1, again[0]))

    def _are_dense(self, numbered: Sequence[int]) -> bool:
        """Whether numbered lines stand so close to one another that no text is between them."""
        length = sum(len(self._folded[index]) for index in range(numbered[0], numbered[-1] + 1))
        return length <= _LONGEST_ENTRY * len(numbered)

    def _entries(self, front: Sequence[int]) -> tuple[list[int], list[int]]:
        """The longest run of lines that are printed again in the same order, and where; the first one begins the law."""
        pairs: list[tuple[int, int]] = []
        for index in front:
            law = pairs[0][1] if pairs else index + 1
            if pairs and index >= law:
                break
            if (other := self._again(index, law)) > 0:
                pairs.append((index, other))
        run = _increasing(pairs)
        return [index for index, __ in run], [other for __, other in run]

    def _again(self, index: int, law: int) -> int:
        """The first line from the law on that begins with all the words of an entry; 0 for none."""
        own = self._words(index)
        alike = self._places.get(own[:_COMPARED], []) if own else []
        below = bisect_left(alike, law)
        likely = alike[below : below + _MOST_ALIKE]
        return next((other for other in likely if self._words(other).startswith(own)), 0)

    def _words(self, index: int) -> str:
        """The letters of a line behind its number; "" for too few, or for more than an entry has."""
        label = self._labels[index]
        start = label.end if label is not None and label.value else 0
        if len(self._folded[index]) > _LONGEST_ENTRY and label is None:
            return ""
        letters = _NO_LETTER.sub("", self._folded[index][start : start + _LONGEST_ENTRY])
        return letters if len(letters) >= _FEWEST_LETTERS else ""

    def _start(self, first: int) -> int:
        """The headings of the part and the chapter above the first entry belong to the contents."""
        start = first
        while start > 0 and start - 1 not in self._taken:
            above = self._labels[start - 1]
            if _is_heading(above):
                start -= 1
            elif above is None and start > 1 and _is_heading(self._labels[start - 2]):
                start -= 2
            else:
                break
        return start

    def stop(self, start: int, stop: int, law: int) -> int:
        """Behind the last entry, and behind further ones that the law does not print, schedules and numbers of pages."""
        while stop < law and not self._begins_law(start, stop):
            label, content = self._labels[stop], self._lines[stop].content
            is_entry = label is not None and len(content) <= _LONGEST_LAST
            is_name = len(content) <= _LONGEST_ENTRY and _is_heading(self._labels[stop - 1])
            if not is_entry and not is_name and not content.strip("- ").isdecimal():
                break
            stop += 1
        return stop

    def _begins_law(self, start: int, index: int) -> bool:
        """Whether the first heading of the contents stands here once more."""
        first, label = self._labels[start], self._labels[index]
        if first is None or label is None or not label.value:
            return False
        return label.form is first.form and label.kind is first.kind and label.value == first.value


def _increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs whose second members grow."""
    ends: list[int] = []  # the smallest second member with which a run of this length ends
    lengths: list[int] = []
    for __, other in pairs:
        place = bisect_left(ends, other)
        ends[place : place + 1] = [other]
        lengths.append(place)
    run: list[tuple[int, int]] = []
    wanted = len(ends) - 1
    for pair, length in zip(reversed(pairs), reversed(lengths), strict=True):
        if length == wanted and (not run or pair[1] < run[-1][1]):
            run.append(pair)
            wanted -= 1
    return run[::-1]


def _is_numbered(label: Label | None) -> bool:
    if label is None or not label.value:
        return False
    is_item = label.form is Form.ITEM and label.readings[0].style == "arabic."
    return is_item or label.form is Form.HEADING


def _is_heading(label: Label | None) -> bool:
    return label is not None and label.form is Form.HEADING and label.kind is not Kind.ANNEX
