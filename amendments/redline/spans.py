"""Joins the spans of neighbouring words and lines into the runs that a reader sees."""

from collections.abc import Iterable

from amendments.redline.provision_redline import Mark, Span
from amendments.redline.tokens import ends_line, is_small

_EDITS = (Mark.DELETED, Mark.INSERTED)


def coalesced(spans: Iterable[Span]) -> list[Span]:
    """Runs without empty spans and without kept crumbs between two edits; what was deleted stands first."""
    runs = _runs(spans)
    crumbs = {k for k in range(1, len(runs) - 1) if _is_crumb(runs, k)}
    if not crumbs:
        return runs
    return _runs(
        Span(mark, span.text)
        for k, span in enumerate(runs)
        for mark in (_EDITS if k in crumbs else (span.mark,))
    )


def within(spans: Iterable[Span], start: int, end: int) -> list[Span]:
    """The part of the spans between two places of their joined text."""
    part: list[Span] = []
    at = 0
    for span in spans:
        text = span.text[max(start - at, 0) : max(end - at, 0)]
        part += [Span(span.mark, text)] if text else []
        at += len(span.text)
    return part


def _is_crumb(runs: list[Span], k: int) -> bool:
    """Whether a kept run is too short to help a reader. The end of a line before new lines is kept."""
    return runs[k].mark is Mark.KEPT and is_small(runs[k].text) and not ends_line(runs[k + 1].text)


def _runs(spans: Iterable[Span]) -> list[Span]:
    """Neighbouring spans of one mark as one; of edits between two kept runs, what was deleted stands first."""
    runs: list[Span] = []
    kept: list[str] = []
    deleted: list[str] = []
    inserted: list[str] = []
    for mark, text in (span for span in spans if span.text):
        if mark is Mark.KEPT:
            _close(runs, deleted, inserted)
            kept.append(text)
            continue
        if kept:
            runs.append(Span(Mark.KEPT, "".join(kept)))
            kept.clear()
        if mark is Mark.DELETED and inserted and inserted[-1][-1] in "\r\n":
            # Whole inserted lines stay before the line that was changed after them
            _close(runs, deleted, inserted)
        (deleted if mark is Mark.DELETED else inserted).append(text)
    _close(runs, deleted, inserted)
    return [*runs, Span(Mark.KEPT, "".join(kept))] if kept else runs


def _close(runs: list[Span], deleted: list[str], inserted: list[str]) -> None:
    """Add the edits that were collected."""
    for mark, texts in ((Mark.DELETED, deleted), (Mark.INSERTED, inserted)):
        if texts:
            runs.append(Span(mark, "".join(texts)))
            texts.clear()
