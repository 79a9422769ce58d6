"""The redline of one text: a heading, a paragraph, the wording of one provision."""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from amendments.provisions.tree import CELL_BORDER
from amendments.redline.alignment.align import Alignment, align
from amendments.redline.alignment.blocks import Blocks, lines
from amendments.redline.alignment.splits import groups
from amendments.redline.difference import differing_regions
from amendments.redline.ends import shared_words
from amendments.redline.legibility import for_readers
from amendments.redline.provision_redline import Mark, Span
from amendments.redline.region import Region
from amendments.redline.spans import coalesced
from amendments.redline.tokens import split_words
from amendments.redline.vocabulary import Vocabulary

_TELLING = 2  # words at the beginning of a new wording that are kept: one says nothing


def diff_text(before: str, after: str) -> tuple[Span, ...]:
    """Spans from one wording to the other: KEPT and DELETED give `before`, KEPT and INSERTED give `after`."""
    if before == after:
        return (Span(Mark.KEPT, before),) if before else ()
    vocabulary = Vocabulary()
    old, new = lines(before, vocabulary), lines(after, vocabulary)
    if len(old) <= 1 and len(new) <= 1:
        return tuple(coalesced(diff_paragraph(before, after)))
    return tuple(coalesced(diff_lines(old, new)))


def _diff_cells(before: str, after: str) -> Iterator[Span]:
    for place, (old, new) in enumerate(zip(before.split(CELL_BORDER), after.split(CELL_BORDER), strict=True)):
        if place:
            yield Span(Mark.KEPT, CELL_BORDER)
        yield from diff_paragraph(old, new) if old != new else (Span(Mark.KEPT, old),)


def diff_lines(old: Blocks, new: Blocks) -> Iterator[Span]:
    """Spans of lines whose order is the same on both sides. One line in the place of another is read as a paragraph is."""
    for gap, group in steps(old, new, align(old, new, find_moves=False)):
        if len(gap.old) == len(gap.new) == 1:
            yield from diff_paragraph(old.text(gap.b0, gap.b1), new.text(gap.a0, gap.a1))
        else:
            yield Span(Mark.DELETED, old.text(gap.b0, gap.b1))
            yield Span(Mark.INSERTED, new.text(gap.a0, gap.a1))
        yield from diff_paragraph(old.text(group.b0, group.b1), new.text(group.a0, group.a1))


def steps(old: Blocks, new: Blocks, alignment: Alignment) -> Iterator[tuple[Region, Region]]:
    """The unmatched blocks before a group of matched ones, and the group."""
    b = a = 0
    end = Region(len(old), len(old), len(new), len(new))
    for group in [*groups(old, new, alignment), end]:
        yield Region(b, group.b0, a, group.a0), group
        b, a = group.b1, group.a1


def diff_paragraph(before: str, after: str) -> Iterator[Span]:
    """Spans of one paragraph by words, of a row of a table cell by cell."""
    if before == after:
        yield Span(Mark.KEPT, before)
        return
    if CELL_BORDER in before and before.count(CELL_BORDER) == after.count(CELL_BORDER):
        yield from _diff_cells(before, after)
        return
    start, end = shared_words(before, after)
    old, new = split_words(before[start : len(before) - end]), split_words(after[start : len(after) - end])
    outside = len(before[:start].split()) + len(before[len(before) - end :].split())
    regions = for_readers(old, new, differing_regions(old, new), outside)
    if regions is None:
        yield from _rewritten(before, after)
        return
    yield Span(Mark.KEPT, before[:start])
    kept = 0
    for region in regions:
        yield Span(Mark.KEPT, "".join(old[kept : region.b0]))
        yield Span(Mark.DELETED, "".join(old[region.b0 : region.b1]))
        yield Span(Mark.INSERTED, "".join(new[region.a0 : region.a1]))
        kept = region.b1
    yield Span(Mark.KEPT, "".join(old[kept:]))
    yield Span(Mark.KEPT, before[len(before) - end :])


def _rewritten(before: str, after: str) -> Iterator[Span]:
    """A wholly new wording behind the old one, between the words with which both begin and end."""
    pieces = split_words(before), split_words(after)
    start = "".join(_shared(*pieces))
    start = start if len(start.split()) >= _TELLING else ""
    end = "".join(reversed(list(_shared(*(side[::-1] for side in pieces)))))
    end = end if start and len(start) + len(end) < min(len(before), len(after)) else ""
    yield Span(Mark.KEPT, start)
    yield Span(Mark.DELETED, before[len(start) : len(before) - len(end)])
    yield Span(Mark.INSERTED, after[len(start) : len(after) - len(end)])
    yield Span(Mark.KEPT, end)


def _shared(old: Iterable[str], new: Iterable[str]) -> Iterator[str]:
    """The pieces that are the same from the first on."""
    return (left for left, _right in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
