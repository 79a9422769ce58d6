"""Lines that are printed twice: a table of contents names the headings of its act once more.

Two lines are twins if their words are the same, one of them perhaps longer, and their numbers do not speak against it;
or if they are headings of one kind with one number, of which a line has no words or other words.
"""

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from amendments.provisions.recognising.labels import Form, Label

_NO_LETTER = re.compile(r"[\W\d_]+")
# Chosen on the real acts of docs/fidelity.md, so that every number there is read or counted.
_READ = 400  # characters of a line that are compared: a heading has no more
_FEWEST = 8  # letters that tell two lines apart; shorter lines are the same only as a whole
_SHORTEST = 4
_MOST_ADDED = 1.4  # times the letters: the longer of two lines without a number to tell them apart
_NEAREST = 25  # lines above and below, of those printed alike: no act in docs/fidelity.md needs more than 20
_ANY, _UNNUMBERED = "any", "unnumbered"


class Twins:
    """Finds the other places where a line of an act is printed."""

    def __init__(self, labels: Sequence[Label | None], folded: Sequence[str]) -> None:
        self._labels = labels
        own = [self._own_words(index, line) for index, line in enumerate(folded)]
        self._words = [self._with_line_below(index, own) for index in range(len(own))]
        looks = [_look(label, words) for label, words in zip(labels, self._words, strict=True)]
        numbers: dict[Hashable, int] = {}
        self._looks = [
            numbers.setdefault(look, len(numbers)) for look in looks
        ]  # lines that are alike have one
        self._by_words: dict[tuple[str, Hashable], list[int]] = defaultdict(list)
        self._by_number: dict[Hashable, list[int]] = defaultdict(list)
        for index, words in enumerate(self._words):
            for name in _names(labels[index]) if words else ():
                self._by_words[words[:_FEWEST], name].append(index)
            if number := _number(labels[index]):
                self._by_number[number].append(index)

    def by_words(self, index: int) -> Iterator[int]:
        """The other lines with these words, in the order of the act."""
        start = self._words[index][:_FEWEST]
        alike = (self._by_words.get((start, name), ()) for name in _names_of_twins(self._labels[index]))
        are_one: dict[int, bool] = {}
        for other in sorted({line for lines in alike for line in _nearest(lines, index)}):
            if abs(other - index) <= 1:  # a label has the words of the line below it
                continue
            if (look := self._looks[other]) not in are_one:
                are_one[look] = self._are_one(index, other)
            if are_one[look]:
                yield other

    def by_number(self, index: int) -> Iterator[int]:
        """The other headings of this kind with this number, in the order of the act."""
        number = _number(self._labels[index])
        lines = self._by_number.get(number, ()) if number else ()
        return (other for other in _nearest(lines, index) if other != index)

    def differ(self, lines: Iterable[int]) -> bool:
        """Whether not all lines have the same words, as repealed provisions have."""
        return len({self._words[index] for index in lines}) > 1

    def of(self, index: int) -> list[int]:
        """Both, in the order of the act."""
        return sorted({*self.by_words(index), *self.by_number(index)})

    def _own_words(self, index: int, folded: str) -> str:
        label = self._labels[index]
        start = label.end if label and label.readings else 0
        return _NO_LETTER.sub("", folded[start : start + _READ])

    def _with_line_below(self, index: int, own: Sequence[str]) -> str:
        """The words of a heading that stands below its label."""
        is_bare = self._labels[index] is not None and not own[index]
        follows = is_bare and index + 1 < len(own) and self._labels[index + 1] is None
        return own[index + 1] if follows else own[index]

    def _are_one(self, index: int, other: int) -> bool:
        """Whether two lines are one heading; “5. Fees” may stand as “5. Fees.—Fees are …”, which begins with it."""
        shorter, longer = sorted((self._words[index], self._words[other]), key=len)
        if not longer.startswith(shorter) or (len(shorter) < _FEWEST and shorter != longer):
            return False
        one, two = self._labels[index], self._labels[other]
        is_about_as_long = len(longer) <= _MOST_ADDED * len(shorter)
        if one is None or two is None or not one.value or not two.value:
            return is_about_as_long and len(shorter) >= _SHORTEST
        if one.form is Form.HEADING and two.form is Form.HEADING:
            return one.kind is two.kind and one.value == two.value
        return one.value == two.value or (
            is_about_as_long and {one.form, two.form} == {Form.HEADING, Form.ITEM}
        )


def _look(label: Label | None, words: str) -> Hashable:
    """All that is asked of a line when it is compared."""
    return (words, label.form, label.kind, label.value) if label else words


def _names(label: Label | None) -> tuple[Hashable, ...]:
    """The groups in which a line is looked for, besides its words."""
    if label is None or not label.value:
        return _ANY, _UNNUMBERED
    return _ANY, label.form, label.value


def _names_of_twins(label: Label | None) -> tuple[Hashable, ...]:
    """The groups in which the twins of a line may be. A line without a number may have any line as its twin."""
    if label is None or not label.value:
        return (_ANY,)
    partner = {Form.HEADING: Form.ITEM, Form.ITEM: Form.HEADING}.get(label.form)
    return (_UNNUMBERED, label.value, *([partner] if partner else []))


def _number(label: Label | None) -> tuple[Hashable, ...]:
    return (label.kind, label.value) if label and label.form is Form.HEADING and label.value else ()


def _nearest(lines: Sequence[int], index: int) -> Sequence[int]:
    """The lines of a group that stand nearest to a line."""
    if len(lines) <= _NEAREST:
        return lines
    at = bisect(lines, index)
    return lines[max(at - _NEAREST, 0) : at + _NEAREST]
