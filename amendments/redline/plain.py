"""The redline of two plain texts without a tree: their lines stand for provisions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from amendments.redline.alignment.align import align
from amendments.redline.alignment.blocks import lines
from amendments.redline.ends import shared_lines
from amendments.redline.provision_redline import Mark, Span
from amendments.redline.spans import coalesced
from amendments.redline.text_redline import diff_paragraph, diff_text, steps
from amendments.redline.vocabulary import Vocabulary


class Passage(NamedTuple):
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
    start, end = shared_lines(before, after)
    vocabulary = Vocabulary()
    old = lines(before[start : len(before) - end], vocabulary)
    new = lines(after[start : len(after) - end], vocabulary)
    alignment = align(old, new)
    moves = dict(enumerate(alignment.moves, start=1))
    from_move = {i: number for number, move in moves.items() for i in move.old}
    to_move = {j: number for number, move in moves.items() for j in move.new}
    passages = [Passage(Span(Mark.KEPT, before[:start]))]
    for gap, group in steps(old, new, alignment):
        passages += [Passage(Span(Mark.DELETED, old.wholes[i]), from_move.get(i)) for i in gap.old]
        passages += [Passage(Span(Mark.INSERTED, new.wholes[j]), to_move.get(j)) for j in gap.new]
        passages += map(Passage, diff_paragraph(old.text(group.b0, group.b1), new.text(group.a0, group.a1)))
    passages.append(Passage(Span(Mark.KEPT, before[len(before) - end :])))
    inner = {
        number: diff_text(old.text(move.b0, move.b1), new.text(move.a0, move.a1))
        for number, move in moves.items()
    }
    return PlainRedline(tuple(_joined(passages)), inner)


def _joined(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The passages, with those of one move joined, and neighbours of one mark joined."""
    for move, group in groupby(passages, key=lambda passage: passage.move):
        for span in coalesced(passage.span for passage in group):
            yield Passage(span, move)
