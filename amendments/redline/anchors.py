"""Equal items of two sequences in order, found from the items that stand once on each side.

Unlike a shortest edit script this never ties a provision to a chance repetition of the same line elsewhere.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence

from amendments.redline.engine import runs
from amendments.redline.order import longest_rising
from amendments.redline.region import Region, between, touching_joined

_FIRST_CODE = 0xE000  # beyond the surrogates, room for a million distinct items
_SMALL = 250_000  # items of one side times items of the other that the engine answers at once


def once(items: Iterable[tuple[int, Hashable]]) -> dict[Hashable, int]:
    """Item → its place, or -1 when it stands more than once."""
    places: dict[Hashable, int] = {}
    for place, item in items:
        places[item] = -1 if item in places else place
    return places


def unique_common(before: Iterable[Hashable], after: Iterable[Hashable]) -> list[tuple[int, int]]:
    """Where the items that stand once on each side are, as far as their order agrees."""
    old, new = once(enumerate(before)), once(enumerate(after))
    pairs = [(i, new[item]) for item, i in old.items() if i >= 0 and new.get(item, -1) >= 0]
    return [pairs[k] for k in longest_rising([j for _, j in pairs])]


def equal_in_order(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[Region]:
    """Runs of equal items, rising on both sides."""
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
    before: Sequence[Hashable], after: Sequence[Hashable], room: Region, starts: Iterable[tuple[int, int]]
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


def _repeated(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[Region]:
    """Runs among items that all repeat: the shortest script, when it is cheap."""
    if len(before) * len(after) > _SMALL or not set(before) & set(after):
        return []
    codes = {item: chr(_FIRST_CODE + k) for k, item in enumerate(dict.fromkeys([*before, *after]))}
    found = []
    b = a = 0
    for operation, length in runs("".join([codes[x] for x in before]), "".join([codes[x] for x in after])):
        if operation == 0:
            found.append(Region(b, b + length, a, a + length))
        b += length * (operation <= 0)
        a += length * (operation >= 0)
    return found
