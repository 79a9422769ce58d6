"""What an amending act quotes below an instruction: its lines are words of the instruction, not provisions of the act."""

from collections.abc import Iterator, Sequence

from amendments.provisions.recognising.lines import Line

_OPENING = "“«„"
_CLOSING = "”»"
_AFTER_CLOSING = ".;, )*"
_BOLD = "*"  # in Markdown
_MOST_LINES = 2_000


def quoted_lines(lines: Sequence[Line]) -> Iterator[int]:
    """Lines inside a quotation that begins on a line of its own after a colon or a dash and ends at the end of a later line."""
    index = 1
    while index < len(lines):
        end = _end(lines, index) if _opens(lines, index) else index
        yield from range(index, end + 1 if end > index else index)
        index = end + 1


def _opens(lines: Sequence[Line], index: int) -> bool:
    is_announced = lines[index - 1].content.endswith((":", "—", "–"))
    return is_announced and lines[index].content.lstrip(_BOLD)[:1] in tuple(_OPENING)


def _end(lines: Sequence[Line], start: int) -> int:
    """The line with which the quotation ends; the first line again when it does not end, or ends at once."""
    depth = 0
    for index in range(start, min(start + _MOST_LINES, len(lines))):
        content = lines[index].content
        depth += sum(content.count(mark) for mark in _OPENING) - sum(content.count(mark) for mark in _CLOSING)
        if depth <= 0 and content.rstrip(_AFTER_CLOSING).endswith(tuple(_CLOSING)):
            return index
        if depth <= 0:
            return start
    return start
