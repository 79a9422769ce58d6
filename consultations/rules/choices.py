"""The passages of a provision that can be chosen: sentences of the draft, and words of the base that it strikes out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from amendments.provisions.sentences import sentences
from amendments.redline.provision_redline import Mark, Span
from amendments.redline.text_redline import diff_text


@dataclass(frozen=True, slots=True)
class Range:
    """A range in code points of the draft; for struck-out words, of the base."""

    start: int
    end: int
    in_base: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a redline with its offset `at`, which counts in the base for deleted words, else in the draft."""

    mark: Mark
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A sentence of the draft, or words that it strikes out, with the runs to show."""

    range: Range
    runs: tuple[Run, ...]


def choices(base: str, draft: str) -> list[Choice]:
    """The choices in reading order. Struck-out words are shown in their sentence and follow it as a separate choice."""
    runs = list(_placed(diff_text(base, draft)))
    found: list[Choice] = []
    places = sentences(draft)
    edges = [0, *(start for start, _ in places[1:]), len(draft)]
    for index, place in enumerate(places):
        is_last = index == len(places) - 1
        shown = list(_within(runs, edges[index], edges[index + 1], is_last=is_last))
        found.append(Choice(Range(*place), tuple(run for run, _ in shown)))
        found += _struck(run for run, _ in shown)
    if not places:
        found += _struck(run for run, _ in runs)
    return found


def _placed(spans: Iterable[Span]) -> Iterator[tuple[Run, int]]:
    """Runs with the offset in the draft at which each is shown."""
    old = new = 0
    for span in spans:
        if span.mark is Mark.DELETED:
            yield Run(span.mark, span.text, old), new
            old += len(span.text)
            continue
        yield Run(span.mark, span.text, new), new
        new += len(span.text)
        old += len(span.text) if span.mark is Mark.KEPT else 0


def _within(
    runs: Iterable[tuple[Run, int]], start: int, end: int, *, is_last: bool
) -> Iterator[tuple[Run, int]]:
    for run, shown_at in runs:
        if run.mark is Mark.DELETED:
            if start <= shown_at < end or (is_last and shown_at == end):
                yield run, shown_at
            continue
        low, high = max(start, run.at), min(end, run.at + len(run.text))
        if low < high:
            yield Run(run.mark, run.text[low - run.at : high - run.at], low), low


def _struck(runs: Iterable[Run]) -> Iterator[Choice]:
    for run in runs:
        words = run.text.strip()
        if run.mark is Mark.DELETED and any(character.isalnum() for character in words):
            start = run.at + run.text.index(words)
            yield Choice(Range(start, start + len(words), in_base=True), (Run(Mark.DELETED, words, start),))


def joined(ranges: Iterable[Range], base: str, draft: str) -> list[Range]:
    """Join ranges that have only spaces between them. An empty range or one outside the text is left out."""
    merged: list[Range] = []
    for item in sorted(set(ranges), key=lambda r: (r.in_base, r.start, r.end)):
        text = base if item.in_base else draft
        if not 0 <= item.start < item.end <= len(text):
            continue
        last = merged[-1] if merged else None
        if last and last.in_base == item.in_base and not text[last.end : item.start].strip():
            merged[-1] = Range(last.start, max(last.end, item.end), item.in_base)
        else:
            merged.append(item)
    return merged
