"""Finds equal items of two sequences in order, starting from items that occur once on each side.

A shortest edit script would sometimes match a provision with the same line elsewhere. This does not.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from rapidfuzz.distance import LCSseq

from amendments.redline.alignment.kept_order import longest_rising
from amendments.redline.region import Region, between, touching_joined
from amendments.redline.vocabulary import Vocabulary

Item = TypeVar("Item", bound=Hashable)

_SMALL = 250_000  # items of one side times items of the other that are compared at once


def once(items: Sequence[Item]) -> dict[Item, int]:
    """The items that occur once, in order, with their places."""
    last = dict(zip(items, range(len(items)), strict=True))
    if len(last) == len(items):
        return last
    first = dict(zip(reversed(items), reversed(range(len(items))), strict=True))
    return {item: place for item, place in last.items() if first[item] == place}


def unique_common(before: Sequence[Item], after: Sequence[Item]) -> list[tuple[int, int]]:
    """The places of items that occur once on each side, as far as their order is the same."""
    old, new = once(before), once(after)
    pairs = [(i, new[item]) for item, i in old.items() if item in new]
    return [pairs[k] for k in longest_rising([j for _, j in pairs])]


def equal_in_order(before: Sequence[Item], after: Sequence[Item]) -> list[Region]:
    """Runs of equal items, rising on both sides."""
    common = set(before).intersection(after)
    old = [i for i, item in enumerate(before) if item in common]
    new = [j for j, item in enumerate(after) if item in common]
    if [before[i] for i in old] == [after[j] for j in new]:
        return _consecutive(zip(old, new, strict=True))
    return _around_anchors(before, after)


def _consecutive(pairs: Iterable[tuple[int, int]]) -> list[Region]:
    runs_found: list[Region] = []
    b0 = b1 = a0 = a1 = 0
    for i, j in pairs:
        if i != b1 or j != a1:
            runs_found.append(Region(b0, b1, a0, a1))
            b0, a0 = i, j
        b1, a1 = i + 1, j + 1
    runs_found.append(Region(b0, b1, a0, a1))
    return [run for run in runs_found if run.b0 < run.b1]


def _around_anchors(before: Sequence[Item], after: Sequence[Item]) -> list[Region]:
    """Equal runs around items that occur once, for lines that moved or repeat."""
    found: list[Region] = []
    open_gaps = [Region(0, len(before), 0, len(after))]
    while open_gaps:
        b0, b1, a0, a1 = open_gaps.pop()
        starts = [(0, 0), *unique_common(before[b0:b1], after[a0:a1])] if b0 < b1 and a0 < a1 else []
        runs_found = list(_runs_from(before, after, Region(b0, b1, a0, a1), starts))
        found += runs_found
        if runs_found:
            open_gaps += between(runs_found, Region(b0, b1, a0, a1))
        elif starts:
            found += [run.shifted(b0, a0) for run in _repeated(before[b0:b1], after[a0:a1])]
    return touching_joined(sorted(found))


def _runs_from(
    before: Sequence[Item], after: Sequence[Item], room: Region, starts: Iterable[tuple[int, int]]
) -> Iterator[Region]:
    """The runs of equal items around places that are known to be the same, and at the end of the room."""
    b, a = room.b0, room.a0
    for i, j in starts:
        b_from, a_from = b_to, a_to = room.b0 + i, room.a0 + j
        if b_from < b:
            continue
        while b_from > b and a_from > a and before[b_from - 1] == after[a_from - 1]:
            b_from, a_from = b_from - 1, a_from - 1
        while b_to < room.b1 and a_to < room.a1 and before[b_to] == after[a_to]:
            b_to, a_to = b_to + 1, a_to + 1
        if b_from < b_to:
            yield Region(b_from, b_to, a_from, a_to)
            b, a = b_to, a_to
    b_from, a_from = room.b1, room.a1
    while b_from > b and a_from > a and before[b_from - 1] == after[a_from - 1]:
        b_from, a_from = b_from - 1, a_from - 1
    if b_from < room.b1:
        yield Region(b_from, room.b1, a_from, room.a1)


def _repeated(before: Sequence[Item], after: Sequence[Item]) -> list[Region]:
    """Runs among items that all repeat: a longest common run, where few stand against few."""
    if len(before) * len(after) > _SMALL or not set(before) & set(after):
        return []
    vocabulary = Vocabulary()
    found = LCSseq.opcodes(vocabulary.coded(before), vocabulary.coded(after))
    return [
        Region(code.src_start, code.src_end, code.dest_start, code.dest_end)
        for code in found
        if code.tag == "equal"
    ]
