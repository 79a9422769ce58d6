"""A redline cut to the words near its changes."""

import re
from collections.abc import Iterable

from amendments.redline.provision_redline import Mark, Span

AROUND = 60  # letters that stay beside a change


def shortened(spans: Iterable[Span]) -> list[Span]:
    """The spans without the words far from a change. A text without a change is cut at its end."""
    spans = list(spans)
    last = len(spans) - 1
    return [
        span if span.mark is not Mark.KEPT else Span(span.mark, _cut(span.text, at == 0, at == last))
        for at, span in enumerate(spans)
    ]


def _cut(words: str, is_first: bool, is_last: bool) -> str:
    if is_first and is_last:
        return words if len(words) <= 4 * AROUND else f"{_whole(words[: 4 * AROUND], from_end=True)} …"
    if is_first:
        return words if len(words) <= 2 * AROUND else f"… {_whole(words[-AROUND:], from_end=False)}"
    if is_last:
        return words if len(words) <= 2 * AROUND else f"{_whole(words[:AROUND], from_end=True)} …"
    if len(words) <= 3 * AROUND:
        return words
    return f"{_whole(words[:AROUND], from_end=True)} … {_whole(words[-AROUND:], from_end=False)}"


def _whole(words: str, *, from_end: bool) -> str:
    """The piece without the part of a word at the end at which it was cut."""
    return re.sub(r"\s*\S*$", "", words, count=1) if from_end else re.sub(r"^\S*\s", "", words, count=1)
