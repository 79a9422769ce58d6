"""The redline of two plain texts without a tree: their lines stand for provisions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from amendments.redline.align import align
from amendments.redline.blocks import lines
from amendments.redline.difference import Region
from amendments.redline.joining import groups
from amendments.redline.redline import Mark, Span
from amendments.redline.spans import coalesced
from amendments.redline.text import diff_blocks, diff_group


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text in reading order of the merged document; `move` counts from 1 and joins its two places."""

    span: Span
    move: int | None = None


@dataclass(frozen=True, slots=True)
class PlainRedline:
    """KEPT and DELETED passages give the old text, KEPT and INSERTED ones the new; `moves` are the inner redlines."""

    passages: tuple[Passage, ...]
    moves: dict[int, tuple[Span, ...]]


def compare_plain(before: str, after: str) -> PlainRedline:
    """The redline from one text to another, moved lines included."""
    old, new = lines(before), lines(after)
    alignment = align(old, new)
    runs = dict(enumerate(alignment.moves, start=1))
    from_move = {i: number for number, run in runs.items() for i in range(run.b0, run.b1)}
    to_move = {j: number for number, run in runs.items() for j in range(run.a0, run.a1)}
    taken = {(0, i) for i in from_move} | {(1, j) for j in to_move}
    passages: list[Passage] = []
    b = a = 0
    for group in [*groups(old, new, alignment.fixed, taken), Region(len(old), len(old), len(new), len(new))]:
        passages += [Passage(Span(Mark.DELETED, old[i].whole), from_move.get(i)) for i in range(b, group.b0)]
        passages += [Passage(Span(Mark.INSERTED, new[j].whole), to_move.get(j)) for j in range(a, group.a0)]
        passages += [Passage(span) for span in diff_group(old, new, group)]
        b, a = group.b1, group.a1
    return PlainRedline(
        tuple(_joined(passages)),
        {n: tuple(coalesced(diff_blocks(old[r.b0 : r.b1], new[r.a0 : r.a1]))) for n, r in runs.items()},
    )


def _joined(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Passages of one move as one, the others as runs."""
    for move, group in groupby(passages, key=lambda passage: passage.move):
        for span in coalesced(passage.span for passage in group):
            yield Passage(span, move)
