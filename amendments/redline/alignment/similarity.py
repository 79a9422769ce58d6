"""Measures how alike two blocks are, and chooses which blocks to compare."""

import sys
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from operator import add
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from amendments.redline.alignment.blocks import Block, Blocks

# These values gave the least effort and the most moves found on the real pairs of docs/benchmarks.md.
_RARE = 8  # a pair of words that stands in more blocks than this tells nothing
_LONG_BLOCKS = 50_000_000  # words of one times words of the other; counting in order costs their product
_CODES = sys.maxunicode + 1
_BEST = 4  # candidates kept for one block
_CONTAINED = 0.8  # share of the shorter block that must stand in the longer one when one outgrew the other
_SAME_NUMBER = 0.2  # a printed number that stayed counts for this much similarity


class Candidate(NamedTuple):
    """Two blocks that may be the same provision: similarity from 0 to 1, and how many words they share in order."""

    before: int
    after: int
    score: float
    shared: int


def rate(old: Block, new: Block, places: tuple[int, int], least: float) -> Candidate | None:
    """The pair as a candidate, None when it is less alike than `least`."""
    bonus = _SAME_NUMBER if old.number and old.number == new.number else 0.0
    if old.body == new.body:
        return Candidate(*places, 1.0 + bonus, len(old.words))
    shorter, longer = len(old.words), len(new.words)
    if shorter > longer:
        shorter, longer = longer, shorter
    if not shorter or bonus + _score(shorter, shorter, longer) < least:
        return None
    shared = shared_words(old.words, new.words)
    score = bonus + _score(shared, shorter, longer)
    return Candidate(*places, score, shared) if score >= least else None


def shared_words(old: str, new: str) -> int:
    """How many words two blocks share in order. In very long blocks the order is ignored."""
    if len(old) * len(new) > _LONG_BLOCKS:
        return (Counter(old) & Counter(new)).total()
    return LCSseq.similarity(old, new)


def _score(shared: int, shorter: int, longer: int) -> float:
    """The share of common words. A block counts as alike, too, if nearly all of it stands in a longer one."""
    alike = 2 * shared / (shorter + longer)
    contained = shared / shorter
    is_whole_phrase = shorter == shared > 1 and 4 * shorter >= longer
    if is_whole_phrase or (shorter >= 5 and contained >= _CONTAINED):
        return max(alike, contained * 0.75)
    return alike


def candidates(
    before: Blocks, after: Blocks, old: Sequence[int], new: Sequence[int], least: float
) -> list[Candidate]:
    """The pairs of blocks that share rare pairs of words and are at least this alike, in order."""
    if not old:
        return []
    first: dict[int, int] = {}
    more: dict[int, list[int]] = {}
    for j in new:
        for pair in _neighbours(after[j].words):
            if first.setdefault(pair, j) != j:
                more.setdefault(pair, []).append(j)
    found: list[Candidate] = []
    for i in old:
        votes: Counter[int] = Counter()
        for pair in _neighbours(before[i].words):
            if pair in first and len(more.get(pair, ())) < _RARE:
                votes[first[pair]] += 1
                votes.update(more.get(pair, ()))
        likely = sorted(votes.items(), key=lambda vote: (-vote[1], abs(vote[0] - i), vote[0]))[:_BEST]
        rated = [rate(before[i], after[j], (i, j), least) for j, _ in likely]
        found += [candidate for candidate in rated if candidate]
    return found


def _neighbours(words: str) -> set[int]:
    """Every two neighbouring words as one number: much smaller than their text."""
    codes = list(map(ord, words))
    return set(map(add, map(_CODES.__mul__, codes), islice(codes, 1, None)))
