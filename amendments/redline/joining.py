"""Recognises a provision that was split into several or several that were merged into one."""

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from amendments.redline.align import Pair
from amendments.redline.blocks import Block
from amendments.redline.difference import Region

_LEAST_WORDS = 4  # a part with fewer words of the other side is chance
_EXPLAINED = 0.6  # share of a part's words that must come from the other side


def groups(
    before: Sequence[Block], after: Sequence[Block], fixed: Sequence[Pair], taken: set[Pair]
) -> list[Region]:
    """The pairs that kept their order as ranges of blocks, grown over the parts of a split or merged provision.

    `taken` holds (0, old index) and (1, new index) of blocks that moved: they are explained already.
    """
    found: list[Region] = []
    b_free = a_free = 0
    for k, (i, j) in enumerate(fixed):
        b_end, a_end = fixed[k + 1] if k + 1 < len(fixed) else (len(before), len(after))
        region = Region(i, i + 1, j, j + 1)
        if before[i].whole != after[j].whole:
            region = _grown(before, after, region, Region(b_free, b_end, a_free, a_end), taken)
        found.append(region)
        b_free, a_free = region.b1, region.a1
    return found


def _grown(
    before: Sequence[Block], after: Sequence[Block], region: Region, room: Region, taken: set[Pair]
) -> Region:
    """The region with every neighbouring open block that explains more of the other side."""
    b0, b1, a0, a1 = region
    while a1 < room.a1 and (1, a1) not in taken and _explains(before[b0], after[a0:a1], after[a1], last=True):
        a1 += 1
    while (
        a0 > room.a0
        and (1, a0 - 1) not in taken
        and _explains(before[b0], after[a0:a1], after[a0 - 1], last=False)
    ):
        a0 -= 1
    if a1 - a0 > 1:
        return Region(b0, b1, a0, a1)
    while (
        b1 < room.b1 and (0, b1) not in taken and _explains(after[a0], before[b0:b1], before[b1], last=True)
    ):
        b1 += 1
    while (
        b0 > room.b0
        and (0, b0 - 1) not in taken
        and _explains(after[a0], before[b0:b1], before[b0 - 1], last=False)
    ):
        b0 -= 1
    return Region(b0, b1, a0, a1)


def _explains(whole: Block, parts: Sequence[Block], part: Block, *, last: bool) -> bool:
    """Whether `part`, put after (or before) the parts found so far, says more of what `whole` says."""
    known = [word for block in parts for word in block.words]
    more = [*known, *part.words] if last else [*part.words, *known]
    gain = LCSseq.similarity(whole.words, more) - LCSseq.similarity(whole.words, known)
    return gain >= max(_LEAST_WORDS, _EXPLAINED * len(part.words))
