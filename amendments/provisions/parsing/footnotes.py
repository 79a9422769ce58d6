"""Finds footnote marks in printed lines, takes them out of the words and remembers their places."""

import re

from amendments.provisions.tree import LiftedMark

MARK = re.compile(r"\s*\[(?P<number>[0-9]{1,4})\]")


def lift_marks(printed: str, field: str, start: int = 0) -> tuple[str, list[LiftedMark]]:
    """The words without footnote marks, and the marks by their place in a field of which the words begin at `start`.

    The space before a mark goes with it; at the beginning of the words the space after it does.
    """
    if "[" not in printed:
        return printed, []
    kept: list[str] = []
    length = position = 0
    marks: list[LiftedMark] = []
    while match := MARK.search(printed, position):
        kept.append(printed[position : match.start()])
        length += match.start() - position
        position = match.end()
        if length == 0:
            position += len(printed[position:]) - len(printed[position:].lstrip())
        marks.append(LiftedMark(match["number"], field, start + length, printed[match.start() : position]))
    kept.append(printed[position:])
    return "".join(kept), marks
