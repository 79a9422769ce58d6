"""The numbers within a range of provisions: of "7.3 to 7.6" 7.4 and 7.5, of "12.1.a–12.1.d" 12.1.b and 12.1.c."""

import math
import re
from collections.abc import Iterator, Sequence

from search.query.plan import Citation

MAX_CITATIONS = 40  # provisions that are searched for at once
_MOST_BARE = 10
_HYPHENED = re.compile(r"(\d{1,4})-(\d{1,4})")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "abcçdeəfgğhxıijkqlmnoöprsştuüvyz",
    "абвгдежзиклмнопрстуфхцчшщэюя",
)


def between(first: Citation, last: Citation) -> Iterator[Citation]:
    """The provisions between two of one level, of letters those of each alphabet.

    Of a long range there is one more than is searched for at once, which is told as left out.
    """
    above, _, start = first.key.rpartition(".")
    other, _, end = last.key.rpartition(".")
    if above != other:
        return
    for number in _inner(start, end):
        path = f"{first.path[: -len(start) - 1]}{number})" if first.path.endswith(f"{start})") else ""
        yield Citation(f"{above}.{number}".removeprefix("."), (), path)


def within(key: str, *, has_unit: bool) -> Iterator[Citation]:
    """The provisions of a range with a hyphen: "12-15" names 12 to 15, though there may be an Article 12-15.

    Without "Articles", a longer one is rather the number of a file, and two years are no provisions.
    """
    ends = _HYPHENED.fullmatch(key)
    if not ends or all(map(_YEAR.fullmatch, ends.groups())):
        return
    if 0 < int(ends[2]) - int(ends[1]) <= (math.inf if has_unit else _MOST_BARE):
        first, last = (str(int(end)) for end in ends.groups())
        for number in (first, *_inner(first, last), last):
            yield Citation(number, (), f"({number})")


def _inner(start: str, end: str) -> Sequence[str]:
    if start.isdecimal() and end.isdecimal():
        first = int(start) + 1
        return [str(number) for number in range(first, min(int(end), first + MAX_CITATIONS))]
    if len(start) == len(end) == 1:
        letters = (
            every[every.index(start) + 1 : every.index(end)]
            for every in _ALPHABETS
            if start in every and end in every
        )
        return list(dict.fromkeys("".join(letters)))
    return []
