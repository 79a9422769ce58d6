"""What an amending act quotes in an instruction: its lines are words of the instruction, not provisions of the act.

A quotation begins on a line of its own below an instruction, or behind the colon of the instruction itself, and ends at the end
of a later line.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from amendments.provisions.recognising.labels import Form, Label
from amendments.provisions.recognising.lines import Line
from amendments.provisions.tree import Kind

_CLOSING = {
    "“": ("”", "»"),
    "«": ("»", "”"),
    "„": ("“", "”"),
    "‘": ("’",),
    "`": ("''",),
    '"': ('"',),
    "”": ("”",),
    "'": ("'",),
}
_NESTED = "“«„"  # each is closed by a mark of its own
_SINGLE = frozenset("‘'`")  # some of them are apostrophes
_EVEN = '"”'  # the same mark opens and closes
_MARK = "[“«„\"”‘'`]"
_FIRST = re.compile(rf"\**(?P<mark>{_MARK})(?=\S)")
_INSIDE = re.compile(
    rf"(?P<mark>{_MARK})(?=\S)(?:(?P<announced>(?<=[:—–].)|(?<=[:—–] .))|(?<=\w .)(?<=[“«„])(?=[^\W\d_]{{3,12}} [0-9IVX]|[0-9]))"
)
_ANNOUNCES = (":", "—", "–")
_AFTER_CLOSING = ".;, )*"
_REST = re.compile(r"[^0-9]{0,100}")  # what goes on from a quotation, without a further instruction
_NUMBER = re.compile(r"\(?[0-9a-z]{1,5}[.)]")
_MOST_LINES = 2_000
_MOST_UNNUMBERED = 100  # lines


@dataclass(frozen=True, slots=True)
class _Opening:
    line: int
    place: int
    mark: str
    first: int  # the first line that is nothing but quoted words
    is_announced: bool  # by a colon or dash, so that it may begin without a number


@dataclass(slots=True)
class Quotations:
    """The quotations of an act, each with its lines; and where one begins with a number and does not end."""

    ranges: list[range] = field(default_factory=list)
    unclosed: list[int] = field(default_factory=list)

    @property
    def lines(self) -> frozenset[int]:
        """The quoted lines."""
        return frozenset(line for lines in self.ranges for line in lines)


def find_quotations(lines: Sequence[Line], read: Callable[[str], Label | None]) -> Quotations:
    """The quotations that go on over the end of a line. One within another is part of it."""
    found = Quotations()
    index = 0
    while index < len(lines):
        stop = index + 1
        for opening in _openings(lines, index):
            label = read(lines[index].content[opening.place :].lstrip(opening.mark))
            is_numbered = label is not None and label.value != () and label.is_marked
            if not is_numbered and not opening.is_announced:
                continue
            end = _end(lines, opening)
            if end > index and (
                is_numbered or _may_be_unnumbered(lines, range(opening.first, end + 1), read)
            ):
                found.ranges.append(range(opening.first, end + 1))
                stop = end + 1
                break
            if end < 0 and is_numbered:
                found.unclosed.append(index)
        index = stop
    return found


def _may_be_unnumbered(lines: Sequence[Line], quoted: range, read: Callable[[str], Label | None]) -> bool:
    """Whether words that begin without a number are short and have no articles: else a mark is missing within them."""
    labels = (read(lines[index].content) for index in quoted)
    return len(quoted) <= _MOST_UNNUMBERED and not any(
        label and label.form is Form.HEADING and label.kind is Kind.ARTICLE for label in labels
    )


def _openings(lines: Sequence[Line], index: int) -> Iterator[_Opening]:
    """Where a quotation may begin in a line."""
    content = lines[index].content
    if index and (match := _FIRST.match(content)):
        mark = match["mark"]
        is_announced = lines[index - 1].content.endswith(_ANNOUNCES)
        if is_announced or mark in _NESTED:
            yield _Opening(index, match.start("mark"), mark, index, is_announced and mark not in _SINGLE)
    for match in _INSIDE.finditer(content):
        is_announced = match["announced"] is not None and match["mark"] not in _SINGLE
        yield _Opening(index, match.start(), match["mark"], index + 1, is_announced)


def _end(lines: Sequence[Line], opening: _Opening) -> int:
    """The line with which the quotation ends; that in which it begins if it ends there or within a line; -1 if it does not end."""
    if opening.mark in _NESTED:
        return _end_of_nested(lines, opening)
    closing, marks = _CLOSING[opening.mark], 0
    for index in range(opening.line, min(opening.line + _MOST_LINES, len(lines))):
        content = lines[index].content[opening.place if index == opening.line else 0 :]
        if index > opening.line and _begins_another(lines, index):
            return -1
        marks += content.count(opening.mark)
        is_closed = marks % 2 == 0 if opening.mark in _EVEN else len(content) > len(opening.mark)
        if is_closed and content.rstrip(_AFTER_CLOSING).endswith(closing):
            return index
        if is_closed and opening.mark in _EVEN:
            return opening.line if index == opening.line else -1
    return -1


def _begins_another(lines: Sequence[Line], index: int) -> bool:
    return lines[index - 1].content.endswith(_ANNOUNCES) and _FIRST.match(lines[index].content) is not None


def _end_of_nested(lines: Sequence[Line], opening: _Opening) -> int:
    closing, depth = _CLOSING[opening.mark], 0
    opens = "„" if opening.mark == "„" else _NESTED
    for index in range(opening.line, min(opening.line + _MOST_LINES, len(lines))):
        content = lines[index].content[opening.place if index == opening.line else 0 :]
        step = sum(map(content.count, opens)) - sum(map(content.count, closing))
        if depth == 1 and _repeats(lines, index, opening.mark):
            step -= 1
        depth += step
        if depth <= 0:
            rest = content[max(map(content.rfind, closing)) + 1 :]
            is_rest_of_sentence = index > opening.line and _REST.fullmatch(rest) is not None
            ends = is_rest_of_sentence or rest.strip(_AFTER_CLOSING) == ""
            return index if ends else opening.line if index == opening.line else -1
    return -1


def _repeats(lines: Sequence[Line], index: int, mark: str) -> bool:
    """Whether a line begins with the mark once more, as each numbered line of a quotation may."""
    is_numbered = lines[index].content.startswith(mark) and _NUMBER.match(lines[index].content, 1) is not None
    return is_numbered and not lines[index - 1].content.endswith(_ANNOUNCES)
