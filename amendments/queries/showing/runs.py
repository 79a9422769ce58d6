"""Runs of words and footnote marks, and cutting them."""

from collections.abc import Iterable
from dataclasses import dataclass

from amendments.redline.provision_redline import Span


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    """A footnote mark among the words; `anchor` is where the page prints the footnote, "" where it does not."""

    number: str
    anchor: str
    is_new: bool = False  # of the later text alone


Run = Span | FootnoteMark


def paragraphs(runs: Iterable[Run]) -> list[list[Run]]:
    """Runs cut at line feeds, so that a paragraph is a block of its own."""
    return [paragraph for paragraph in split(runs, "\n") if paragraph]


def split(runs: Iterable[Run], separator: str) -> list[list[Run]]:
    """Runs cut at a character, which belongs to none of the pieces."""
    pieces: list[list[Run]] = [[]]
    for run in runs:
        if isinstance(run, FootnoteMark):
            pieces[-1].append(run)
            continue
        head, *rest = run.text.split(separator)
        if head:
            pieces[-1].append(Span(run.mark, head))
        pieces += [[Span(run.mark, piece)] if piece else [] for piece in rest]
    return pieces


def words_of(runs: Iterable[Run]) -> str:
    """All words, those that go and those that come."""
    return "".join(run.text for run in runs if isinstance(run, Span))


def part_of(runs: Iterable[Run], start: int, end: int) -> list[Run]:
    """The runs between two places of their words, with the footnote marks that stand there."""
    part: list[Run] = []
    at = 0
    for run in runs:
        if isinstance(run, FootnoteMark):
            if start <= at <= end:
                part.append(run)
            continue
        words = run.text[max(start - at, 0) : max(end - at, 0)]
        if words:
            part.append(Span(run.mark, words))
        at += len(run.text)
    return part
