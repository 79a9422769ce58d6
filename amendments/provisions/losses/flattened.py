"""Finds numbers whose raised figure a copy flattened: "Статья 12 2. …" and "Статья 12 <1>." for 12² and 12¹, "1 1. …" for 1¹."""

import re
from collections.abc import Callable, Iterator, Sequence

from amendments.provisions.losses.foreign_headings import ALL_WORDS, shape
from amendments.provisions.losses.read_act import ReadAct, chain

_FIGURE = r"[ \xa0]+(?:[1-9][0-9]?|<[1-9][0-9]?>)[ \xa0]*"
_NUMBER = rf"(?P<number>[0-9]{{1,4}}[⁰¹²³⁴⁵⁶⁷⁸⁹]*(?:[.-][0-9]{{1,3}})*){_FIGURE}"
_HEADING = re.compile(rf"(?P<word>[^\W\d_]{{2,24}})\.?[ \xa0]+{_NUMBER}(?P<after>\.(?![0-9])|)")
_OWN = re.compile(rf"{_NUMBER}[.)][ \xa0]*[^\W\d_]")


def flattened(read: ReadAct, plain: Sequence[int], is_free: Callable[[int], bool]) -> Iterator[int]:
    """The lines among those that are words of the text; `is_free` says whether the line above has ended."""
    holders = read.holders()
    for index in plain:
        content = read.act.content(index)
        heading, own = _HEADING.match(content), _OWN.match(content)
        if heading and content[0].isupper() and shape(heading["word"]) in ALL_WORDS:
            if heading["after"] or heading.end() == len(content) or content[heading.end()].isupper():
                yield index
        elif own and is_free(index) and any(owner.number == own["number"] for owner in chain(holders[index])):
            yield index
