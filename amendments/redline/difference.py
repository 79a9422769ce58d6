"""Finds the regions in which two lists of pieces differ. Each piece is compared as one code point."""

from array import array
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import Indel, LCSseq

from amendments.redline.alignment.fixed_points import unique_common
from amendments.redline.engine import runs
from amendments.redline.region import Region, touching_joined
from amendments.redline.vocabulary import Vocabulary

# Chosen for time and memory on the growth cases of docs/benchmarks.md; the quality hardly depends on them.
_ANCHOR_LENGTHS = (12, 4, 1)  # pieces that must agree before a place counts as found again
_LONG = 600  # pieces; shorter gaps are compared at once, because looking for anchors would cost more
_MANY_CHANGES = 60  # pieces; the work of diff-match-patch grows with their square
_WINDOW = 8_000  # pieces a side for the bit-parallel method, whose memory grows with the product


def differing_regions(before: Sequence[str], after: Sequence[str]) -> list[Region]:
    """The regions where the two sides differ, in order. Spaces are matched with the words around them."""
    whole = _trim(before, after, Region(0, len(before), 0, len(after)))
    if whole.is_empty():
        return []
    old, new = before[whole.b0 : whole.b1], after[whole.a0 : whole.a1]
    if {piece for piece in old if not piece.isspace()}.isdisjoint(new):
        return [whole]
    return [region.shifted(whole.b0, whole.a0) for region in _among_common_words(old, new)]


def _among_common_words(before: Sequence[str], after: Sequence[str]) -> Iterator[Region]:
    seen_before = array("q", (i for i, piece in enumerate(before) if not piece.isspace()))
    seen_after = array("q", (i for i, piece in enumerate(after) if not piece.isspace()))
    vocabulary = Vocabulary()
    coded_before, coded_after = (
        vocabulary.coded([before[i] for i in seen_before]),
        vocabulary.coded([after[i] for i in seen_after]),
    )
    if vocabulary.is_full:
        yield Region(0, len(before), 0, len(after))
        return
    seen_before.append(len(before))
    seen_after.append(len(after))
    for gap in _gaps(before, after, seen_before, seen_after, _coded_regions(coded_before, coded_after)):
        trimmed = _trim(before, after, gap)
        if not trimmed.is_empty():
            yield trimmed


def _coded_regions(before: str, after: str) -> list[Region]:
    """The regions of two coded texts. A long gap is first cut at places that occur once on both sides."""
    regions: list[Region] = []
    open_gaps = [(Region(0, len(before), 0, len(after)), 0)]
    while open_gaps:
        gap, step = open_gaps.pop()
        gap = _trim(before, after, gap)
        b0, b1, a0, a1 = gap
        if b0 == b1 or a0 == a1:
            regions += [gap] if b0 < b1 or a0 < a1 else []
        elif b1 - b0 + a1 - a0 <= _LONG or step == len(_ANCHOR_LENGTHS):
            regions += _bounded(before, after, gap)
        else:
            open_gaps += [
                (part, step + 1) for part in _between_anchors(before, after, gap, _ANCHOR_LENGTHS[step])
            ]
    return touching_joined(sorted(regions))


def _between_anchors(before: str, after: str, gap: Region, length: int) -> list[Region]:
    """The gaps between runs of pieces that occur once on each side."""
    b0, b1, a0, a1 = gap
    places_before = _sampled(before, b0, b1, length)
    places_after = _sampled(after, a0, a1, length)
    parts: list[Region] = []
    for k, m in unique_common(
        [before[i : i + length] for i in places_before], [after[j : j + length] for j in places_after]
    ):
        i, j = places_before[k], places_after[m]
        if i >= gap.b0 and j >= gap.a0 and (i, j) != (gap.b0, gap.a0):
            parts.append(Region(gap.b0, i, gap.a0, j))
            gap = Region(i, b1, j, a1)
    return [*parts, gap]


def _sampled(coded: str, start: int, end: int, length: int) -> Sequence[int]:
    """Where anchors may begin. Runs of pieces begin at one word in eight only, which saves memory."""
    places = range(start, end - length + 1)
    return places if length == 1 else [i for i in places if not ord(coded[i]) & 7]


def _bounded(before: str, after: str, gap: Region) -> list[Region]:
    b0, b1, a0, a1 = gap
    old, new = before[b0:b1], after[a0:a1]
    if Indel.distance(old, new, score_cutoff=_MANY_CHANGES) <= _MANY_CHANGES:
        return _from_runs(runs(old, new), b0, a0)
    if max(len(old), len(new)) > _WINDOW:
        return [region for part in _windows(gap) for region in _bounded(before, after, part)]
    changes = [code for code in LCSseq.opcodes(old, new) if code.tag != "equal"]
    return [Region(b0 + c.src_start, b0 + c.src_end, a0 + c.dest_start, a0 + c.dest_end) for c in changes]


def _windows(gap: Region) -> list[Region]:
    """The gap, cut in proportion, because no place in it occurs once on both sides."""
    b0, b1, a0, a1 = gap
    count = max(b1 - b0, a1 - a0) // _WINDOW + 1
    cuts = [(b0 + (b1 - b0) * k // count, a0 + (a1 - a0) * k // count) for k in range(count + 1)]
    return [Region(b, b_to, a, a_to) for (b, a), (b_to, a_to) in pairwise(cuts)]


def _from_runs(found: list[tuple[int, int]], b: int, a: int) -> list[Region]:
    regions: list[Region] = []
    for operation, length in found:
        if operation < 0:
            regions.append(Region(b, b + length, a, a))
        elif operation > 0:
            regions.append(Region(b, b, a, a + length))
        b += length * (operation <= 0)
        a += length * (operation >= 0)
    return regions


def _gaps(
    before: Sequence[str],
    after: Sequence[str],
    seen_before: Sequence[int],
    seen_after: Sequence[int],
    coded: Sequence[Region],
) -> Iterator[Region]:
    """Regions of all pieces from regions of the visible ones, and the places where only the spacing differs."""
    ends = Region(len(seen_before) - 1, len(seen_before) - 1, len(seen_after) - 1, len(seen_after) - 1)
    edges = [Region(0, 0, 0, 0), *coded, ends]
    if coded and coded[0].b0 == 0:
        del edges[0]
    if coded and coded[-1].b1 == ends.b1:
        del edges[-1]
    b = a = 0
    for edge in edges:
        yield from _spacing(before, after, seen_before[b : edge.b0], seen_after[a : edge.a0])
        b_from = seen_before[edge.b0 - 1] + 1 if edge.b0 else 0
        a_from = seen_after[edge.a0 - 1] + 1 if edge.a0 else 0
        yield Region(b_from, seen_before[edge.b1], a_from, seen_after[edge.a1])
        b, a = edge.b1, edge.a1


def _spacing(
    before: Sequence[str], after: Sequence[str], kept_before: Sequence[int], kept_after: Sequence[int]
) -> Iterator[Region]:
    """Different spaces inside a run of kept words."""
    if not kept_before:
        return
    b0, b1, a0, a1 = kept_before[0], kept_before[-1], kept_after[0], kept_after[-1]
    if b1 - b0 == a1 - a0 and before[b0:b1] == after[a0:a1]:
        return
    for k in range(1, len(kept_before)):
        b_from, b_to = kept_before[k - 1] + 1, kept_before[k]
        a_from, a_to = kept_after[k - 1] + 1, kept_after[k]
        if before[b_from:b_to] != after[a_from:a_to]:
            yield Region(b_from, b_to, a_from, a_to)


def _trim(before: Sequence[str], after: Sequence[str], region: Region) -> Region:
    """A region without the pieces that both sides share at its ends."""
    b0, b1, a0, a1 = region
    while b0 < b1 and a0 < a1 and before[b0] == after[a0]:
        b0 += 1
        a0 += 1
    while b0 < b1 and a0 < a1 and before[b1 - 1] == after[a1 - 1]:
        b1 -= 1
        a1 -= 1
    return Region(b0, b1, a0, a1)
