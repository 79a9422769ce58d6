"""Reads lists and ranges of provision numbers: "21.1-ci və 21.2-ci", "13.2.72 – 13.2.80-ci", "91-1-91-3-cü"."""

import re

from amendments.instructions.instruction_errors import Unread
from amendments.provisions.messages import message as _

_LONGEST_RANGE = 200
_SHAPE = re.compile(r"(?P<head>.*?)(?P<last>\d+)\Z")


def expand(number: str, *, plural: bool) -> list[str]:
    """The numbers that one printed number means; with a plural noun, "98.2-98.6" is a range."""
    if plural:
        for match in re.finditer("-", number):
            numbers = span(number[: match.start()], number[match.end() :])
            if len(numbers) > 1:
                return numbers
    return [number]


def span(first: str, last: str) -> list[str]:
    """The numbers from `first` to `last`; [] if the two differ in more than their last figure."""
    one, other = _SHAPE.fullmatch(first), _SHAPE.fullmatch(last)
    if not one or not other or one["head"] != other["head"]:
        return []
    start, end = int(one["last"]), int(other["last"])
    if not start < end <= start + _LONGEST_RANGE:
        return []
    return [f"{one['head']}{n}" for n in range(start, end + 1)]


def spanned(first: str, last: str) -> list[str]:
    """The numbers of a range that is printed as two numbers with a dash between them."""
    numbers = span(first, last)
    if not numbers:
        raise Unread(_("%(first)s – %(last)s is not a range of provisions.", first=first, last=last))
    return numbers
