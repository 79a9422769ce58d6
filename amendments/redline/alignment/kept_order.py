"""Which of the matched provisions kept their order."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import lt


def longest_rising(values: Sequence[int]) -> list[int]:
    """The indexes of a longest rising run of values. All other values are called moved, so that few are."""
    if all(map(lt, values, values[1:])):
        return list(range(len(values)))
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


def heaviest_rising(pairs: Sequence[tuple[int, int]], weights: Sequence[float]) -> list[int]:
    """Indexes of the pairs, sorted by old place, that rise on both sides and weigh most together."""
    ranks = {place: rank for rank, place in enumerate(sorted({j for _, j in pairs}), start=1)}
    # A Fenwick tree of (weight so far, last pair)
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(ranks) + 1)
    previous: list[int] = []
    waiting: list[tuple[int, float, int]] = []
    for index, (i, j) in enumerate(pairs):
        if waiting and pairs[waiting[0][2]][0] != i:
            _record(best, waiting)
            waiting = []
        weight, last = _best_below(best, ranks[j])
        previous.append(last)
        waiting.append((ranks[j], weight + weights[index], index))
    _record(best, waiting)
    chain: list[int] = []
    index = _best_below(best, len(ranks) + 1)[1]
    while index >= 0:
        chain.append(index)
        index = previous[index]
    return chain[::-1]


def _best_below(best: Sequence[tuple[float, int]], rank: int) -> tuple[float, int]:
    found = best[0]
    rank -= 1
    while rank > 0:
        if best[rank][0] > found[0]:
            found = best[rank]
        rank &= rank - 1
    return found


def _record(best: list[tuple[float, int]], chains: Sequence[tuple[int, float, int]]) -> None:
    for rank, weight, index in chains:
        while rank < len(best):
            if weight > best[rank][0]:
                best[rank] = (weight, index)
            rank += rank & -rank
