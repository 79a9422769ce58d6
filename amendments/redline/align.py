"""Finds each provision of one state again in the other: by identity, else wording, else likeness.

Pairs in the same order come first: a provision is called moved only when nothing nearer explains it.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from amendments.redline.anchors import equal_in_order
from amendments.redline.blocks import Block, bag
from amendments.redline.difference import Region
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
    """Pairs of indexes that kept their order, and pairs that moved with the ranges of blocks that moved together."""

    fixed: list[Pair]
    moved: list[Pair]
    moves: list[Region]


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
    return Alignment(sorted(matching.fixed), sorted(matching.moved), _adjoining(sorted(matching.moves)))


def _adjoining(moves: Sequence[Region]) -> list[Region]:
    """Ranges that moved side by side as one."""
    joined: list[Region] = []
    for move in moves:
        if joined and (joined[-1].b1, joined[-1].a1) == (move.b0, move.a0):
            move = Region(joined[-1].b0, move.b1, joined.pop().a0, move.a1)
        joined.append(move)
    return joined


class _Matching:
    """The pairs found so far; each step only fills what the steps before left open."""

    def __init__(self, before: Sequence[Block], after: Sequence[Block]) -> None:
        self.before = before
        self.after = after
        self.fixed: list[Pair] = []
        self.moved: list[Pair] = []
        self.moves: list[Region] = []
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
            if pair in fixed:
                self._take(pair)
            else:
                self._move(Region(pair[0], pair[0] + 1, pair[1], pair[1] + 1))

    def by_equality(self, aspect: Callable[[Block], str]) -> None:
        """Blocks that are equal in an aspect, in order, gap by gap."""
        for old, new in self._gaps():
            old = [i for i in old if aspect(self.before[i])]
            new = [j for j in new if aspect(self.after[j])]
            pairs = equal_in_order(
                [aspect(self.before[i]) for i in old], [aspect(self.after[j]) for j in new]
            )
            for i, j in pairs:
                self._take((old[i], new[j]))

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
                self._take(pairs[k])

    def by_number(self) -> None:
        """Lines that hold only a number follow the wording below them: "Article 12" → "Article 13"."""
        for old, new in self._gaps():
            while old and new and self.before[old[-1]].is_bare and self.after[new[-1]].is_bare:
                self._take((old.pop(), new.pop()))

    def elsewhere(self, likely: Sequence[Candidate]) -> None:
        """Open blocks found at another place, best first, with what stands below them and beside them."""
        seeds = [c for c in likely if c.score >= _ALIKE_ELSEWHERE and c.shared >= _LEAST_WORDS]
        seeds += self._headings()
        for seed in sorted(seeds, key=lambda c: (-c.score, -c.shared, abs(c.before - c.after), c)):
            if not self._is_open((seed.before, seed.after)):
                continue
            region = self._with_what_follows(seed)
            if region:
                self._move(region)
                self._follow((region.b1, region.a1), 1)
                self._follow((region.b0 - 1, region.a0 - 1), -1)

    def _headings(self) -> list[Candidate]:
        """Open numbered lines of equal words that stand nowhere else: headings that may have taken their text along."""
        old = Counter(block.body for block in self.before)
        new = Counter(block.body for block in self.after)
        once = {
            b.body: j for j, b in enumerate(self.after) if self.open_new[j] and b.number and new[b.body] == 1
        }
        return [
            Candidate(i, once[block.body], 1.0, 0)
            for i, block in enumerate(self.before)
            if self.open_old[i] and block.number and block.body in once and old[block.body] == 1
        ]

    def _with_what_follows(self, seed: Candidate) -> Region | None:
        """A seed with the open blocks up to the next number of its kind, when these agree; alone, when it is long."""
        b1, a1 = (
            self._end(self.before, self.open_old, seed.before),
            self._end(self.after, self.open_new, seed.after),
        )
        old, new = bag(self.before[seed.before : b1]), bag(self.after[seed.after : a1])
        if (old & new).total() >= max(_LEAST_WORDS_CHANGED, _ALIKE * min(old.total(), new.total())):
            return Region(seed.before, b1, seed.after, a1)
        least = _LEAST_WORDS if seed.score >= 1 else _LEAST_WORDS_CHANGED
        if seed.shared >= least:
            return Region(seed.before, seed.before + 1, seed.after, seed.after + 1)
        return None

    def _end(self, blocks: Sequence[Block], is_open: Sequence[bool], start: int) -> int:
        end = start + 1
        kind = blocks[start].kind_of_number
        while kind and end < len(blocks) and is_open[end] and blocks[end].kind_of_number != kind:
            end += 1
        return end

    def _move(self, region: Region) -> None:
        """Blocks that moved together, matched among themselves."""
        b0, b1, a0, a1 = region
        if b1 - b0 == a1 - a0 == 1:
            inner = [(0, 0)]
        else:
            inner = align(self.before[b0:b1], self.after[a0:a1], find_moves=False).fixed
        self.moves.append(region)
        self.moved += [(b0 + i, a0 + j) for i, j in inner]
        self.open_old[b0:b1] = [False] * (b1 - b0)
        self.open_new[a0:a1] = [False] * (a1 - a0)

    def _follow(self, pair: Pair, step: int) -> None:
        """The neighbours of moved blocks move with them, even when they are too short to be found alone."""
        i, j = pair
        while self._is_open((i, j)):
            is_bare = self.before[i].is_bare and self.after[j].is_bare
            if not is_bare and not rate(self.before, self.after, i, j, _ALIKE_BESIDE):
                return
            self._move(Region(i, i + 1, j, j + 1))
            i, j = i + step, j + step

    def _is_open(self, pair: Pair) -> bool:
        i, j = pair
        return (
            0 <= i < len(self.before) and 0 <= j < len(self.after) and self.open_old[i] and self.open_new[j]
        )

    def _take(self, pair: Pair) -> None:
        self.fixed.append(pair)
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
