"""Finds each provision of one state again in the other: by identity, else wording, else likeness.

Pairs in the same order come first: a provision is called moved only when nothing nearer explains it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from amendments.redline.alignment.blocks import Block, Blocks
from amendments.redline.alignment.fixed_points import equal_in_order
from amendments.redline.alignment.kept_order import heaviest_rising, longest_rising
from amendments.redline.alignment.matching import Matching, Pair
from amendments.redline.alignment.moving import LEAST_WORDS, match_elsewhere, same_wording
from amendments.redline.alignment.similarity import Candidate, candidates, rate
from amendments.redline.region import Region, touching_joined

# These values gave the least effort and the most moves found on the real pairs of docs/benchmarks.md.
_ALIKE = 0.5  # likeness from which a block at the same place is the same one
_CHANCE = 0.4  # likeness of different provisions: one good pair outweighs two that share the law's phrases
_FEW = 900  # blocks of one side times blocks of the other that are all compared


@dataclass(frozen=True, slots=True)
class Alignment:
    """`fixed` regions kept their order, block by block; `moves` are regions found elsewhere, `moved` their pairs."""

    fixed: list[Region]
    moves: list[Region]
    moved: list[Pair]


def align(before: Blocks, after: Blocks, *, find_moves: bool = True) -> Alignment:
    """What of `before` is found again where in `after`."""
    matching = Matching(before, after)
    _by_identity(matching)
    if not _is_settled(matching):
        _by_wording(matching)
        _release_bare_numbers(matching)
        if before.are_provisions:
            _by_aspect(matching, lambda block: block.title)
        _by_aspect(matching, lambda block: block.body)
        twins = _moved_as_they_were(matching) if find_moves else set()
        _by_likeness_in_small_gaps(matching, twins)
        old = [i for i in matching.open_old() if (0, i) not in twins]
        new = [j for j in matching.open_new() if (1, j) not in twins]
        likely = candidates(before, after, old, new, _ALIKE)
        _by_likeness(matching, likely)
        _by_wording(matching)
        _by_number(matching)
        if find_moves:
            match_elsewhere(matching, likely)
        if before.are_provisions:
            _by_aspect(matching, lambda block: block.place)
    moves = touching_joined(sorted(matching.moves))
    moved = [pair for move in moves for pair in _pairs_within(before, after, move)]
    return Alignment(sorted(matching.fixed), moves, moved)


def _is_settled(matching: Matching) -> bool:
    """Whether identity has spoken: a block whose key has no partner is new or gone, whatever it says."""
    if not matching.fixed:
        return False
    keys_old, keys_new = matching.before.keys, matching.after.keys
    return all(keys_old[i] for i in matching.open_old()) and all(keys_new[j] for j in matching.open_new())


def _by_identity(matching: Matching) -> None:
    """Blocks of one key; their order says which of them moved."""
    places = {key: i for i, key in enumerate(matching.before.keys) if key}
    pairs = sorted((places[key], j) for j, key in enumerate(matching.after.keys) if key in places)
    stayed = {pairs[k] for k in longest_rising([j for _, j in pairs])}
    for pair in pairs:
        if pair in stayed:
            matching.fix_pair(pair)
        else:
            matching.move(Region(pair[0], pair[0] + 1, pair[1], pair[1] + 1))


def _by_wording(matching: Matching) -> None:
    """Blocks that stand as they stood."""
    old_wholes, new_wholes = matching.before.wholes, matching.after.wholes
    for old, new in matching.gaps():
        for run in equal_in_order([old_wholes[i] for i in old], [new_wholes[j] for j in new]):
            for region in _consecutive(old, new, run):
                matching.fix(region)


def _release_bare_numbers(matching: Matching) -> None:
    """A line that holds only a number proves nothing when the wording below it changed: it may have moved on."""
    for place, fixed in enumerate(matching.fixed):
        i, j = fixed.b1 - 1, fixed.a1 - 1
        if matching.is_open((i + 1, j + 1)) and matching.before[i].is_bare and not matching.before.keys:
            matching.fixed[place] = Region(fixed.b0, i, fixed.a0, j)
            matching.reopen((i, j))
    matching.fixed = [fixed for fixed in matching.fixed if not fixed.is_empty()]


def _consecutive(old: Sequence[int], new: Sequence[int], run: Region) -> Iterator[Region]:
    """A run of open blocks as regions of the whole, which other blocks may interrupt."""
    if old[run.b1 - 1] - old[run.b0] == new[run.a1 - 1] - new[run.a0] == run.b1 - run.b0 - 1:
        yield Region(old[run.b0], old[run.b1 - 1] + 1, new[run.a0], new[run.a1 - 1] + 1)
        return
    for k, m in zip(run.old, run.new, strict=True):
        yield Region(old[k], old[k] + 1, new[m], new[m] + 1)


def _by_aspect(matching: Matching, aspect: Callable[[Block], str]) -> None:
    """Blocks that are equal in an aspect, in order, gap by gap."""
    for old, new in matching.gaps():
        aspects_old = [(i, value) for i in old if (value := aspect(matching.before[i]))]
        aspects_new = [(j, value) for j in new if (value := aspect(matching.after[j]))]
        for run in equal_in_order([value for _, value in aspects_old], [value for _, value in aspects_new]):
            for k, m in zip(run.old, run.new, strict=True):
                matching.fix_pair((aspects_old[k][0], aspects_new[m][0]))


def _moved_as_they_were(matching: Matching) -> set[Pair]:
    """(0, old place) and (1, new place) of long blocks that stand elsewhere word for word: no likeness is stronger."""
    twins = [twin for twin in same_wording(matching) if twin.shared >= LEAST_WORDS]
    return {(0, twin.before) for twin in twins} | {(1, twin.after) for twin in twins}


def _by_likeness_in_small_gaps(matching: Matching, twins: set[Pair]) -> None:
    """Where few blocks stand against few, all are compared."""
    for old, new in matching.gaps():
        blocks_old = [(i, matching.before[i]) for i in old if (0, i) not in twins]
        blocks_new = [(j, matching.after[j]) for j in new if (1, j) not in twins]
        if len(blocks_old) * len(blocks_new) <= _FEW:
            rated = [rate(b, a, (i, j), _ALIKE) for i, b in blocks_old for j, a in blocks_new]
            _fix_heaviest(matching, [candidate for candidate in rated if candidate])


def _by_likeness(matching: Matching, likely: Iterable[Candidate]) -> None:
    """In large gaps only blocks that share rare words are compared."""
    by_old: dict[int, list[Candidate]] = {}
    for candidate in likely:
        by_old.setdefault(candidate.before, []).append(candidate)
    for old, new in matching.gaps():
        inside = set(new)
        _fix_heaviest(matching, [c for i in old for c in by_old.get(i, ()) if c.after in inside])


def _fix_heaviest(matching: Matching, found: Sequence[Candidate]) -> None:
    """Match the pairs that keep their order and share most words."""
    if len(found) == 1:
        matching.fix_pair((found[0].before, found[0].after))
        return
    pairs = [(c.before, c.after) for c in found]
    for k in heaviest_rising(pairs, [(c.score - _CHANCE) * (c.shared + 1) for c in found]):
        matching.fix_pair(pairs[k])


def _by_number(matching: Matching) -> None:
    """Match lines that hold only a number by the wording below them: "Article 12" → "Article 13"."""
    for old, new in matching.gaps():
        for i, j in zip(reversed(old), reversed(new), strict=False):
            if not (matching.before[i].is_bare and matching.after[j].is_bare):
                break
            matching.fix_pair((i, j))


def _pairs_within(before: Blocks, after: Blocks, move: Region) -> Iterator[Pair]:
    """The pairs of blocks within a moved region."""
    if len(move.old) == len(move.new) == 1:
        yield move.b0, move.a0
        return
    inner = align(before.part(move.b0, move.b1), after.part(move.a0, move.a1), find_moves=False)
    for region in inner.fixed:
        for i, j in zip(region.old, region.new, strict=True):
            yield move.b0 + i, move.a0 + j
