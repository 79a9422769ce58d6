"""The redline of one text: a heading, a paragraph, the wording of one provision."""

from collections.abc import Iterator, Sequence

from amendments.redline.align import align
from amendments.redline.blocks import Block, joined, lines
from amendments.redline.difference import Region, differing_regions
from amendments.redline.joining import groups
from amendments.redline.reading import for_readers
from amendments.redline.redline import Mark, Span
from amendments.redline.spans import coalesced
from amendments.redline.words import split_words


def diff_text(before: str, after: str) -> tuple[Span, ...]:
    """Spans from one wording to the other: KEPT and DELETED give `before`, KEPT and INSERTED give `after`."""
    if before == after:
        return (Span(Mark.KEPT, before),) if before else ()
    old, new = lines(before), lines(after)
    if len(old) <= 1 and len(new) <= 1:
        return tuple(coalesced(diff_paragraph(before, after)))
    return tuple(coalesced(diff_blocks(old, new)))


def diff_blocks(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Span]:
    """Spans of lines whose order is the same on both sides."""
    b = a = 0
    fixed = align(old, new, find_moves=False).fixed
    for group in [*groups(old, new, fixed, set()), Region(len(old), len(old), len(new), len(new))]:
        yield Span(Mark.DELETED, joined(old[b : group.b0]))
        yield Span(Mark.INSERTED, joined(new[a : group.a0]))
        yield from diff_group(old, new, group)
        b, a = group.b1, group.a1


def diff_group(old: Sequence[Block], new: Sequence[Block], group: Region) -> Iterator[Span]:
    """Spans of the blocks that were found to be the same."""
    return diff_paragraph(joined(old[group.b0 : group.b1]), joined(new[group.a0 : group.a1]))


def diff_paragraph(before: str, after: str) -> Iterator[Span]:
    """Spans of one paragraph, by words."""
    if before == after:
        yield Span(Mark.KEPT, before)
        return
    words_before, words_after = split_words(before), split_words(after)
    kept = 0
    for region in for_readers(words_before, words_after, differing_regions(words_before, words_after)):
        yield Span(Mark.KEPT, "".join(words_before[kept : region.b0]))
        yield Span(Mark.DELETED, "".join(words_before[region.b0 : region.b1]))
        yield Span(Mark.INSERTED, "".join(words_after[region.a0 : region.a1]))
        kept = region.b1
    yield Span(Mark.KEPT, "".join(words_before[kept:]))
