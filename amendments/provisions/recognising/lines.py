"""An act as an alternation of gaps and contents: what stands between two printed lines, and the lines themselves.

A gap holds the line break, blank lines and indentation, so gaps and contents together are the text, byte for byte.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

BLANK = "\\s\\xad\\u200b-\\u200f\\u2060\\ufeff"  # also what Word and web pages leave between words
_UNUSUAL = "\n\r\u1680\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\x0b\x0c\x85" + "".join(
    map(chr, range(0x2000, 0x2010))
)
_UNUSUAL_SPACE = re.compile(f"[{_UNUSUAL}]")  # inside a line
_CONTENT = re.compile(f"[^{BLANK}](?:.*[^{BLANK}])?")
ROW_BREAK = re.compile(r"\n(?:\r?\n){3,}")  # after a row of a table whose cells stand on lines of their own
_TAB_LINE = re.compile(r"\n[ \xa0]*\t[ \xa0\t]*\r?(?=\n)")
_TAB_LINE_NEXT = re.compile(r"\r?\n(?:\r?\n)?[ \xa0]*\t[ \xa0\t]*\r?\n")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line without the white space around it; `number` counts all lines of the source from 1."""

    number: int
    gap: str
    content: str

    @property
    def follows_cell_border(self) -> bool:
        """Whether a line with nothing but a tab stands before it: the border of two table cells of one row."""
        return "\t" in self.gap and _TAB_LINE.search(ROW_BREAK.split(self.gap)[-1]) is not None

    @property
    def follows_cell(self) -> bool:
        """Whether that border comes right after the line before, so that this line was the cell before it."""
        return "\t" in self.gap and _TAB_LINE_NEXT.match(self.gap) is not None


def split_lines(text: str) -> tuple[list[Line], str]:
    """The lines that hold something, and the blank rest after the last of them."""
    lines: list[Line] = []
    gap_start = line_start = 0
    line_end = "\n" if "\n" in text else "\r"
    for number, raw in enumerate(text.split(line_end), start=1):
        if content := _CONTENT.search(raw):
            lines.append(Line(number, text[gap_start : line_start + content.start()], content[0]))
            gap_start = line_start + content.end()
        line_start += len(raw) + 1
    return lines, text[gap_start:]


def plain_spaces(printed: str) -> str:
    """The words with a usual space for each unusual one. Positions stay the same."""
    return _UNUSUAL_SPACE.sub(" ", printed)


def with_plain_spaces(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines as they are read: an en space after a number is a space like any other."""
    printed = "".join(line.content for line in lines)
    if not any(space in printed for space in _UNUSUAL):
        return lines
    return [replace(line, content=plain_spaces(line.content)) for line in lines]
