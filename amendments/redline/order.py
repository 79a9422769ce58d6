"""Which of the matched provisions kept their place, and the reading order of the merged document."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence


def longest_rising(values: Sequence[int]) -> list[int]:
    """Indexes of a longest rising run of values: what has to stay so that least is said to have moved."""
    tails: list[int] = []
    at: list[int] = []
    previous: list[int] = []
    for index, value in enumerate(values):
        place = bisect_left(tails, value)
        previous.append(at[place - 1] if place else -1)
        if place == len(tails):
            tails.append(value)
            at.append(index)
        else:
            tails[place] = value
            at[place] = index
    chain: list[int] = []
    index = at[-1] if at else -1
    while index >= 0:
        chain.append(index)
        index = previous[index]
    return chain[::-1]


def merged_order(before: int, after: int, fixed: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """(old index, new index) in reading order, -1 for none; between two fixed pairs the old stands first."""
    b = a = 0
    for b_fixed, a_fixed in [*fixed, (before, after)]:
        yield from ((i, -1) for i in range(b, b_fixed))
        yield from ((-1, j) for j in range(a, a_fixed))
        if b_fixed < before and a_fixed < after:
            yield b_fixed, a_fixed
        b, a = b_fixed + 1, a_fixed + 1
