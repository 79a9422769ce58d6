"""The redline of two plain texts without a tree: their lines stand for provisions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from amendments.redline.align import Pair, align
from amendments.redline.blocks import Block, lines
from amendments.redline.difference import Region
from amendments.redline.joining import groups
from amendments.redline.redline import Mark, Span
from amendments.redline.spans import coalesced
from amendments.redline.text import diff_group


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
    runs = _runs(alignment.moved)
    taken = {(0, i) for i, _ in alignment.moved} | {(1, j) for _, j in alignment.moved}
    numbers_old = {i: number for number, run in runs.items() for i in range(run.b0, run.b1)}
    numbers_new = {j: number for number, run in runs.items() for j in range(run.a0, run.a1)}
    passages: list[Passage] = []
    b = a = 0
    for group in [*groups(old, new, alignment.fixed, taken), Region(len(old), len(old), len(new), len(new))]:
        passages += [
            Passage(Span(Mark.DELETED, old[i].whole), numbers_old.get(i)) for i in range(b, group.b0)
        ]
        passages += [
            Passage(Span(Mark.INSERTED, new[j].whole), numbers_new.get(j)) for j in range(a, group.a0)
        ]
        passages += [Passage(span) for span in diff_group(old, new, group)]
        b, a = group.b1, group.a1
    return PlainRedline(
        tuple(_joined(passages)), {number: _inner(old, new, run) for number, run in runs.items()}
    )


def _runs(moved: Sequence[Pair]) -> dict[int, Region]:
    """Neighbouring blocks that moved together, numbered in reading order of the old text."""
    runs: list[Region] = []
    for i, j in moved:
        if runs and runs[-1].b1 == i and runs[-1].a1 == j:
            runs[-1] = runs[-1]._replace(b1=i + 1, a1=j + 1)
        else:
            runs.append(Region(i, i + 1, j, j + 1))
    return dict(enumerate(runs, start=1))


def _inner(old: Sequence[Block], new: Sequence[Block], run: Region) -> tuple[Span, ...]:
    pairs = zip(range(run.b0, run.b1), range(run.a0, run.a1), strict=True)
    return tuple(
        coalesced(span for i, j in pairs for span in diff_group(old, new, Region(i, i + 1, j, j + 1)))
    )


def _joined(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Passages of one move as one, the others as runs."""
    for move, group in groupby(passages, key=lambda passage: passage.move):
        for span in coalesced(passage.span for passage in group):
            yield Passage(span, move)
