"""Equal items of two sequences in order, found from the items that stand once on each side.

Unlike a shortest edit script this never ties a provision to a chance repetition of the same line elsewhere.
"""

from collections.abc import Hashable, Sequence

from amendments.redline.engine import runs
from amendments.redline.order import longest_rising

_FIRST_CODE = 0xE000  # beyond the surrogates, room for a million distinct items
_SMALL = 250_000  # items of one side times items of the other that the engine answers at once


def unique_common(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Where the items that stand once on each side are, as far as their order agrees."""
    once_before, once_after = _once(before), _once(after)
    pairs = [
        (i, once_after[item]) for item, i in once_before.items() if i >= 0 and once_after.get(item, -1) >= 0
    ]
    return [pairs[k] for k in longest_rising([j for _, j in pairs])]


def _once(items: Sequence[Hashable]) -> dict[Hashable, int]:
    """Item → its place, or -1 when it stands more than once."""
    places: dict[Hashable, int] = {}
    for index, item in enumerate(items):
        places[item] = -1 if item in places else index
    return places


def equal_in_order(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Pairs of equal items, rising on both sides."""
    pairs: list[tuple[int, int]] = []
    open_gaps = [(0, len(before), 0, len(after))]
    while open_gaps:
        b0, b1, a0, a1 = open_gaps.pop()
        while b0 < b1 and a0 < a1 and before[b0] == after[a0]:
            pairs.append((b0, a0))
            b0, a0 = b0 + 1, a0 + 1
        while b0 < b1 and a0 < a1 and before[b1 - 1] == after[a1 - 1]:
            b1, a1 = b1 - 1, a1 - 1
            pairs.append((b1, a1))
        if b0 == b1 or a0 == a1:
            continue
        anchors = unique_common(before[b0:b1], after[a0:a1])
        if not anchors:
            pairs += _repeated(before[b0:b1], after[a0:a1], b0, a0)
            continue
        b, a = b0, a0
        for i, j in [*anchors, (b1 - b0, a1 - a0)]:
            open_gaps.append((b, b0 + i, a, a0 + j))
            b, a = b0 + i, a0 + j
    return sorted(pairs)


def _repeated(
    before: Sequence[Hashable], after: Sequence[Hashable], b0: int, a0: int
) -> list[tuple[int, int]]:
    """Pairs among items that all repeat: the shortest script, when it is cheap."""
    if len(before) * len(after) > _SMALL or not set(before) & set(after):
        return []
    codes: dict[Hashable, str] = {}
    coded = [
        "".join([codes.setdefault(x, chr(_FIRST_CODE + len(codes))) for x in side])
        for side in (before, after)
    ]
    pairs = []
    b, a = b0, a0
    for operation, length in runs(coded[0], coded[1]):
        if operation == 0:
            pairs += [(b + k, a + k) for k in range(length)]
        b += length * (operation <= 0)
        a += length * (operation >= 0)
    return pairs
