"""The redline of one text: a heading, a paragraph, the wording of one provision."""

from collections.abc import Iterable, Iterator, Sequence

from amendments.redline.difference import Region, differing_regions
from amendments.redline.reading import for_readers
from amendments.redline.redline import Mark, Span
from amendments.redline.words import split_words


def diff_text(before: str, after: str) -> tuple[Span, ...]:
    """Spans from one wording to the other: KEPT and DELETED give `before`, KEPT and INSERTED give `after`."""
    if before == after:
        return (Span(Mark.KEPT, before),) if before else ()
    words_before, words_after = split_words(before), split_words(after)
    regions = for_readers(words_before, words_after, differing_regions(words_before, words_after))
    return tuple(_spans(words_before, words_after, regions))


def _spans(before: Sequence[str], after: Sequence[str], regions: Iterable[Region]) -> Iterator[Span]:
    kept = 0
    for region in regions:
        if kept < region.b0:
            yield Span(Mark.KEPT, "".join(before[kept : region.b0]))
        if region.b0 < region.b1:
            yield Span(Mark.DELETED, "".join(before[region.b0 : region.b1]))
        if region.a0 < region.a1:
            yield Span(Mark.INSERTED, "".join(after[region.a0 : region.a1]))
        kept = region.b1
    if kept < len(before):
        yield Span(Mark.KEPT, "".join(before[kept:]))
