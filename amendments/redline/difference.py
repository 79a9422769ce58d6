"""The regions in which two lists of pieces differ, found with diff-match-patch over one code point a piece.

The engine's own time limit is off: the same input always gives the same regions.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from diff_match_patch import diff_match_patch

_SURROGATES = range(0xD800, 0xE000)


class Region(NamedTuple):
    """Pieces before[b0:b1] became after[a0:a1]; everything between two regions stands on both sides."""

    b0: int
    b1: int
    a0: int
    a1: int


class Engine(Protocol):
    """A build of diff-match-patch: runs of (operation -1, 0, 1, length) for two strings."""

    def __call__(self, before: str, after: str) -> list[tuple[int, int]]:
        """The runs in order."""
        ...


def python_engine(before: str, after: str) -> list[tuple[int, int]]:
    """The reference build."""
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    return [(operation, len(run)) for operation, run in engine.diff_main(before, after, False)]


def differing_regions(before: Sequence[str], after: Sequence[str]) -> list[Region]:
    """Where the two sides differ, in order; spaces follow the words that they stand between."""
    seen_before = [i for i, piece in enumerate(before) if not piece.isspace()]
    seen_after = [i for i, piece in enumerate(after) if not piece.isspace()]
    codes: dict[str, str] = {}
    coded_before = "".join([_code(codes, before[i]) for i in seen_before])
    coded_after = "".join([_code(codes, after[i]) for i in seen_after])
    seen_before.append(len(before))
    seen_after.append(len(after))
    regions: list[Region] = []
    for gap in _gaps(before, after, seen_before, seen_after, _coded_regions(coded_before, coded_after)):
        trimmed = _trim(before, after, gap)
        if trimmed.b0 < trimmed.b1 or trimmed.a0 < trimmed.a1:
            regions.append(trimmed)
    return regions


def _code(codes: dict[str, str], piece: str) -> str:
    """One code point for each distinct piece; surrogates are no characters and are skipped."""
    known = codes.get(piece)
    if known is None:
        point = len(codes) + 1
        known = codes[piece] = chr(point if point < _SURROGATES.start else point + len(_SURROGATES))
    return known


def _coded_regions(before: str, after: str) -> list[Region]:
    regions: list[Region] = []
    b = a = b0 = a0 = 0
    for operation, length in python_engine(before, after):
        if operation == 0:
            if b > b0 or a > a0:
                regions.append(Region(b0, b, a0, a))
            b0 = b = b + length
            a0 = a = a + length
        elif operation < 0:
            b += length
        else:
            a += length
    if b > b0 or a > a0:
        regions.append(Region(b0, b, a0, a))
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
