"""Gives each distinct word or line one character, for methods that compare strings."""

import sys
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from itertools import chain, islice, repeat

_SURROGATES = range(0xD800, 0xE000)  # no characters: strings with them cannot be written
_ROOM = sys.maxunicode - len(_SURROGATES)  # about 1.1 million


class Vocabulary(defaultdict[Hashable, str]):
    """Item → its character, given out in the order in which items are met.

    When all are given out, the items that follow share the last one: `is_full` says that equality is lost.
    """

    def __init__(self) -> None:
        super().__init__(_characters(_ROOM).__next__)

    @property
    def is_full(self) -> bool:
        """Whether two different items may have the same character."""
        return len(self) >= _ROOM

    def coded(self, items: Iterable[Hashable]) -> str:
        """The items as one string."""
        return "".join(map(self.__getitem__, items))


def _characters(room: int) -> Iterator[str]:
    """This many different characters, then the last one for ever."""
    points = chain(range(1, _SURROGATES.start), range(_SURROGATES.stop, sys.maxunicode + 1))
    last = room if room < _SURROGATES.start else room + len(_SURROGATES)
    return map(chr, chain(islice(points, room), repeat(last)))
