"""Stands one character for each distinct word or line, for engines that compare strings."""

import sys
from collections.abc import Hashable, Iterable

_SURROGATES = range(0xD800, 0xE000)  # no characters: some engines refuse them
_ROOM = sys.maxunicode - len(_SURROGATES)  # about 1.1 million


class Vocabulary(dict[Hashable, str]):
    """Item → its character, given out in the order in which items are met.

    When all are given out, the items that follow share the last one: `is_full` says that equality is lost.
    """

    @property
    def is_full(self) -> bool:
        """Whether two different items may have the same character."""
        return len(self) >= _ROOM

    def __missing__(self, item: Hashable) -> str:
        point = min(len(self) + 1, _ROOM)
        if point >= _SURROGATES.start:
            point += len(_SURROGATES)
        character = self[item] = chr(point)
        return character

    def coded(self, items: Iterable[Hashable]) -> str:
        """The items as one string."""
        return "".join(map(self.__getitem__, items))
