"""Finds each provision of one state again in the other: by identity, else wording, else likeness.

Pairs in the same order come first: a provision is called moved only when nothing nearer explains it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from amendments.redline.anchors import equal_in_order
from amendments.redline.blocks import Block
from amendments.redline.order import heaviest_rising, longest_rising
from amendments.redline.similarity import Candidate, candidates, rate

_ALIKE = 0.5  # likeness from which a block at the same place is the same one
_ALIKE_ELSEWHERE = 0.6  # the same for one found at another place
_ALIKE_BESIDE = 0.3  # the same for the neighbour of one found at another place
_FEW = 900  # blocks of one side times blocks of the other that are all compared
_LEAST_WORDS = 4  # an equal but shorter wording elsewhere is chance
_LEAST_WORDS_CHANGED = 8  # the same for a changed wording elsewhere

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs of indexes: those that kept their order and those that moved, sorted by the old place."""

    fixed: list[Pair]
    moved: list[Pair]


def align(before: Sequence[Block], after: Sequence[Block], *, find_moves: bool = True) -> Alignment:
    """What of `before` is found again where in `after`."""
    matching = _Matching(before, after)
    matching.by_identity()
    matching.by_equality(lambda block: block.whole)
    if matching.is_open():
        matching.by_equality(lambda block: block.title)
        matching.by_equality(lambda block: block.body)
        likely = matching.likely()
        matching.by_likeness(likely)
        matching.by_number()
        if find_moves:
            matching.elsewhere(likely)
    return Alignment(sorted(matching.fixed), sorted(matching.moved))


class _Matching:
    """The pairs found so far; each step only fills what the steps before left open."""

    def __init__(self, before: Sequence[Block], after: Sequence[Block]) -> None:
        self.before = before
        self.after = after
        self.fixed: list[Pair] = []
        self.moved: list[Pair] = []
        self.open_old = [True] * len(before)
        self.open_new = [True] * len(after)

    def is_open(self) -> bool:
        """Whether both sides still have blocks without a partner, one of them without identity."""
        return any(self.open_old) and any(self.open_new)

    def by_identity(self) -> None:
        """Blocks of one key; their order says which of them moved."""
        places = {block.key: i for i, block in enumerate(self.before) if block.key}
        pairs = sorted((places[b.key], j) for j, b in enumerate(self.after) if b.key in places)
        fixed = {pairs[k] for k in longest_rising([j for _, j in pairs])}
        for pair in pairs:
            self._take(pair, self.fixed if pair in fixed else self.moved)

    def by_equality(self, aspect: Callable[[Block], str]) -> None:
        """Blocks that are equal in an aspect, in order, gap by gap."""
        for old, new in self._gaps():
            old = [i for i in old if aspect(self.before[i])]
            new = [j for j in new if aspect(self.after[j])]
            pairs = equal_in_order(
                [aspect(self.before[i]) for i in old], [aspect(self.after[j]) for j in new]
            )
            for i, j in pairs:
                self._take((old[i], new[j]), self.fixed)

    def likely(self) -> list[Candidate]:
        """Pairs anywhere in the act that share rare words."""
        old = [i for i, is_open in enumerate(self.open_old) if is_open]
        new = [j for j, is_open in enumerate(self.open_new) if is_open]
        return candidates(self.before, self.after, old, new, _ALIKE)

    def by_likeness(self, likely: Sequence[Candidate]) -> None:
        """In every gap the pairs in order that share most."""
        elsewhere = {(c.before, c.after): c for c in likely}
        by_old: dict[int, list[Candidate]] = {}
        for candidate in likely:
            by_old.setdefault(candidate.before, []).append(candidate)
        for old, new in self._gaps():
            if len(old) * len(new) <= _FEW:
                rated = [
                    elsewhere.get((i, j)) or rate(self.before, self.after, i, j, _ALIKE)
                    for i in old
                    for j in new
                ]
                found = [c for c in rated if c]
            else:
                inside = set(new)
                found = [c for i in old for c in by_old.get(i, ()) if c.after in inside]
            pairs = [(c.before, c.after) for c in found]
            for k in heaviest_rising(pairs, [c.score * (c.shared + 1) for c in found]):
                self._take(pairs[k], self.fixed)

    def by_number(self) -> None:
        """Lines that hold only a number follow the wording below them: "Article 12" → "Article 13"."""
        for old, new in self._gaps():
            while old and new and self.before[old[-1]].is_bare and self.after[new[-1]].is_bare:
                self._take((old.pop(), new.pop()), self.fixed)

    def elsewhere(self, likely: Sequence[Candidate]) -> None:
        """Open blocks found at another place, best first, with their neighbours."""
        found = [c for c in likely if c.score >= _ALIKE_ELSEWHERE and c.shared >= self._least_words(c)]
        for candidate in sorted(found, key=lambda c: (-c.score, -c.shared, abs(c.before - c.after), c)):
            pair = (candidate.before, candidate.after)
            if self._is_open(pair):
                self._take(pair, self.moved)
                self._follow(pair, 1)
                self._follow(pair, -1)

    def _least_words(self, candidate: Candidate) -> int:
        return _LEAST_WORDS if candidate.score >= 1 else _LEAST_WORDS_CHANGED

    def _follow(self, pair: Pair, step: int) -> None:
        """The neighbours of a moved block move with it, even when they are too short to be found alone."""
        i, j = pair[0] + step, pair[1] + step
        while self._is_open((i, j)):
            is_bare = self.before[i].is_bare and self.after[j].is_bare
            if not is_bare and not rate(self.before, self.after, i, j, _ALIKE_BESIDE):
                return
            self._take((i, j), self.moved)
            i, j = i + step, j + step

    def _is_open(self, pair: Pair) -> bool:
        i, j = pair
        return (
            0 <= i < len(self.before) and 0 <= j < len(self.after) and self.open_old[i] and self.open_new[j]
        )

    def _take(self, pair: Pair, pairs: list[Pair]) -> None:
        pairs.append(pair)
        self.open_old[pair[0]] = self.open_new[pair[1]] = False

    def _gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        """The open blocks of both sides between two pairs that kept their order, where both sides have some."""
        b = a = 0
        self.fixed.sort()
        for b_fixed, a_fixed in [*self.fixed, (len(self.before), len(self.after))]:
            if b < b_fixed and a < a_fixed:
                old = [i for i in range(b, b_fixed) if self.open_old[i]]
                new = [j for j in range(a, a_fixed) if self.open_new[j]]
                if old and new:
                    yield old, new
            b, a = b_fixed + 1, a_fixed + 1
