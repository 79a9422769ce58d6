"""Which sentences or paragraphs of a text stay, which go and which are new when it is worded anew."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
# Two parts are the same one in other words if they share so much of their words: 0 is nothing, 1 all. It goes with
# the share of changed words above which a text is restated as a whole.
_SAME_FROM = 0.4
_MOST_COMPARED = 10_000  # pairs of parts; longer texts are changed paragraph by paragraph or restated


@dataclass(frozen=True, slots=True)
class Counterparts:
    """Parts by their places from 0: `kept` stay in the same or in other words, `gone` and `new` have no counterpart."""

    kept: tuple[tuple[int, int], ...]
    gone: tuple[int, ...]
    new: tuple[int, ...]

    @property
    def is_in_place(self) -> bool:
        """Whether each part stays where it is."""
        return not self.gone and not self.new

    def runs(self) -> Iterator[tuple[int, int]]:
        """The first and the last of the new parts that stand together."""
        for place in self.new:
            if place - 1 not in self.new:
                last = place
                while last + 1 in self.new:
                    last += 1
                yield place, last


def counterparts(old: Sequence[str], new: Sequence[str]) -> Counterparts | None:
    """The pairs in order that share the most words; None where no part of the old text stays.

    Between two pairs, parts that share nothing with any other are taken for one another.
    """
    if len(old) * len(new) > _MOST_COMPARED:
        return None
    alike = _alike(old, new)
    if not alike:
        return None
    kept: list[tuple[int, int]] = []
    last = (-1, -1)
    for pair in [*alike, (len(old), len(new))]:
        kept += zip(range(last[0] + 1, pair[0]), range(last[1] + 1, pair[1]), strict=False)
        kept.append(pair)
        last = pair
    kept.pop()
    stay, stand = {pair[0] for pair in kept}, {pair[1] for pair in kept}
    gone = tuple(place for place in range(len(old)) if place not in stay)
    return Counterparts(tuple(kept), gone, tuple(place for place in range(len(new)) if place not in stand))


def _alike(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs of like parts in order with the most words in common."""
    likeness = [[_likeness(one, other) for other in new] for one in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], likeness[i][j] + best[i + 1][j + 1])
    found: list[tuple[int, int]] = []
    i = j = 0
    while i < len(old) and j < len(new):
        if likeness[i][j] and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _likeness(one: str, other: str) -> float:
    """How alike two parts are; equal ones count twice as much as those with the same words."""
    if one == other:
        return 2.0
    mine, theirs = Counter(_WORD.findall(one)), Counter(_WORD.findall(other))
    shared = 2 * (mine & theirs).total() / max(mine.total() + theirs.total(), 1)
    return shared if shared >= _SAME_FROM else 0.0
