"""Finds blocks that moved to another place, together with what stands below and beside them."""

from collections import Counter
from collections.abc import Sequence

from amendments.redline.alignment.blocks import Blocks
from amendments.redline.alignment.fixed_points import once
from amendments.redline.alignment.matching import Matching, Pair
from amendments.redline.alignment.similarity import Candidate, rate
from amendments.redline.region import Region

# These values gave the least effort and the most moves found on the real pairs of docs/benchmarks.md.
_ALIKE_ELSEWHERE = 0.6  # likeness from which a block at another place is the same one
_ALIKE_BESIDE = 0.3  # the same for the neighbour of one found at another place
_AGREEING = 0.5  # share of common words of two headings with all that stands below them
LEAST_WORDS = 4  # an equal but shorter wording elsewhere is chance
_LEAST_WORDS_CHANGED = 8  # the same for a changed wording


def match_elsewhere(matching: Matching, likely: Sequence[Candidate]) -> None:
    """Match the blocks that are found at another place. The most alike are matched first."""
    seeds = [c for c in likely if c.score >= _ALIKE_ELSEWHERE and c.shared >= LEAST_WORDS]
    seeds += same_wording(matching)
    for seed in sorted(seeds, key=lambda c: (-c.score, -c.shared, abs(c.before - c.after), c)):
        if matching.is_open((seed.before, seed.after)):
            region = _with_what_follows(matching, seed)
            if region:
                matching.move(region)
    for region in list(matching.moves):
        _take_along(matching, (region.b1, region.a1), 1)
        _take_along(matching, (region.b0 - 1, region.a0 - 1), -1)


def same_wording(matching: Matching) -> list[Candidate]:
    """Open blocks of equal words that stand once on each side."""
    old = _bodies(matching.before, matching.open_old())
    new = _bodies(matching.after, matching.open_new())
    return [
        Candidate(i, new[body], 1.0, len(matching.before[i].words)) for body, i in old.items() if body in new
    ]


def _bodies(blocks: Blocks, places: Sequence[int]) -> dict[str, int]:
    return {body: places[k] for body, k in once([blocks[i].body for i in places]).items() if body}


def _with_what_follows(matching: Matching, seed: Candidate) -> Region | None:
    """The seed with the open blocks below it, as far as they agree. Without agreement it moves alone, if it is long enough."""
    before, after = matching.before, matching.after
    kind_old, kind_new = before[seed.before].kind_of_number, after[seed.after].kind_of_number
    b1, a1 = seed.before + 1, seed.after + 1
    while kind_old and matching.is_open_old(b1) and before[b1].kind_of_number != kind_old:
        b1 += 1
    while kind_new and matching.is_open_new(a1) and after[a1].kind_of_number != kind_new:
        a1 += 1
    old, new = before.bag(seed.before, b1), after.bag(seed.after, a1)
    if old.total() > new.total():
        b1 = _end_of_agreement(before, range(seed.before, b1), new)
    else:
        a1 = _end_of_agreement(after, range(seed.after, a1), old)
    if (old & new).total() >= max(_LEAST_WORDS_CHANGED, _AGREEING * min(old.total(), new.total())):
        return Region(seed.before, b1, seed.after, a1)
    if seed.shared >= (LEAST_WORDS if seed.score >= 1 else _LEAST_WORDS_CHANGED):
        return Region(seed.before, seed.before + 1, seed.after, seed.after + 1)
    return None


def _end_of_agreement(longer: Blocks, run: range, shorter: Counter[str]) -> int:
    """Where the longer side stops agreeing: behind its last block whose words mostly stand on the shorter side."""
    end = run.start + 1
    if len(run) == 1:
        return end
    missing = Counter(shorter)
    for index in run:
        own = Counter(longer[index].words)
        found = own & missing
        missing -= found
        if not own or 2 * found.total() >= own.total():
            end = index + 1 if own else end
    return end


def _take_along(matching: Matching, pair: Pair, step: int) -> None:
    """The neighbours of moved blocks move with them, even when they are too short to be found alone."""
    i, j = pair
    while matching.is_open((i, j)):
        old, new = matching.before[i], matching.after[j]
        if not (old.is_bare and new.is_bare) and not rate(old, new, (i, j), _ALIKE_BESIDE):
            return
        matching.move(Region(i, i + 1, j, j + 1))
        i, j = i + step, j + step
