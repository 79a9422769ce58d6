"""Recognises a provision that was split into several or several that were merged into one."""

from collections.abc import Sequence
from itertools import pairwise

from amendments.redline.alignment.align import Alignment
from amendments.redline.alignment.blocks import Block, Blocks
from amendments.redline.alignment.similarity import shared_words
from amendments.redline.region import Region

# These values gave the least effort and the most moves found on the real pairs of docs/benchmarks.md.
_LEAST_WORDS = 4  # fewer words of the other side are chance, unless they are all there is
_EXPLAINED = 0.6  # share of a part's words that must come from the other side


def groups(before: Blocks, after: Blocks, alignment: Alignment) -> list[Region]:
    """The regions that kept their order. A region covers all parts of a split or merged provision."""
    moved_old = {i for move in alignment.moves for i in move.old}
    moved_new = {j for move in alignment.moves for j in move.new}
    found: list[Region] = []
    b_free = a_free = 0
    end = Region(len(before), len(before), len(after), len(after))
    for region, following in pairwise([*alignment.fixed, end]):
        b0, b1, a0, a1 = region
        if before.wholes[b0] != after.wholes[a0]:
            a0, a1 = _grown(
                before[b0], after, region.new, [j for j in range(a_free, following.a0) if j not in moved_new]
            )
            if a1 - a0 == 1:
                b0, b1 = _grown(
                    after[a0],
                    before,
                    region.old,
                    [i for i in range(b_free, following.b0) if i not in moved_old],
                )
        found.append(Region(b0, b1, a0, a1))
        b_free, a_free = b1, a1
    return found


def _grown(whole: Block, parts: Blocks, found: range, room: Sequence[int]) -> tuple[int, int]:
    """The part that was found, together with every free neighbour that also comes from `whole`."""
    start, end = found.start, found.stop
    if len(room) == 1 or not _says_more(whole, parts, range(0), found):
        return start, end
    free = set(room)
    while end in free and _says_more(whole, parts, range(start, end), range(start, end + 1)):
        end += 1
    while start - 1 in free and _says_more(whole, parts, range(start, end), range(start - 1, end)):
        start -= 1
    return start, end


def _says_more(whole: Block, parts: Blocks, found: range, grown: range) -> bool:
    """Whether the part that was added comes from `whole`."""
    known = "".join([parts[k].words for k in found])
    more = "".join([parts[k].words for k in grown])
    added = len(more) - len(known)
    gain = shared_words(whole.words, more) - shared_words(whole.words, known)
    return added > 0 and gain >= max(min(_LEAST_WORDS, added), _EXPLAINED * added)
