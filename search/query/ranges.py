"""The provisions of a range: of "7.3 to 7.6" also 7.4 and 7.5, of "12.1.a–12.1.d" 12.1.b and 12.1.c."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from search.query.cited import Citation
from search.query.ordinals import romans_between

MAX_CITATIONS = 40  # provisions that are searched for at once
_MOST_BARE = 10
_SURE_PARTS = 20  # of the article in which a range begins: how many it has nobody says
_HYPHENED = re.compile(r"((?:[a-z]+\.)?)(\d{1,4})-(\d{1,4})")
_OF_PARTS = re.compile(r"\((\d{1,3})-(\d{1,3})\)$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "abcçdeəfgğhxıijkqlmnoöprsştuüvyz",
    "абвгдежзиклмнопрстуфхцчшщэюя",
)


def between(first: Citation, last: Citation) -> list[Citation] | None:
    """The provisions between two of one level, of letters those of each alphabet; None where the two make no range.

    Of a long range there is one more than is searched for at once, which is told as left out.
    """
    above, _, start = first.key.rpartition(".")
    other, _, end = last.key.rpartition(".")
    if other == first.key and end.isdecimal():  # 19 to 19.3
        return [_beside(last, str(number)) for number in range(1, int(end))][: MAX_CITATIONS + 1]
    if above != other:
        return _over_articles(first, last)
    inner = _inner(start, end)
    is_range = bool(inner) or (start.isdecimal() and end.isdecimal() and int(start) < int(end))
    return [_beside(first, number) for number in inner] if is_range else None


def within(citation: Citation, *, has_unit: bool) -> Iterator[Citation]:
    """The provisions of a range with a hyphen: "12-15" names 12 to 15, though there may be an Article 12-15.

    Without "Articles", a longer one is rather the number of a file, and two years are no provisions.
    """
    ends = _HYPHENED.fullmatch(citation.key)
    if not ends and (parts := _OF_PARTS.search(citation.path)) and parts.start():  # "parts 1-3 of Article 12"
        first, last = parts.groups()
        for number in (first, *_inner(first, last), last) if int(first) < int(last) else ():
            yield replace(_beside(citation, number), is_followed=number != last)
        return
    if not ends or all(map(_YEAR.fullmatch, ends.groups()[1:])):
        return
    unit, *between = ends.groups()
    first, last = map(int, between)
    if 0 < last - first <= (math.inf if has_unit else _MOST_BARE):
        for number in (f"{first}", *_inner(f"{first}", f"{last}"), f"{last}"):
            yield Citation(
                f"{unit}{number}", (), "" if unit else f"({number})", is_followed=int(number) != last
            )


def _over_articles(first: Citation, last: Citation) -> list[Citation] | None:
    """Of "7.3 to 9.2", the parts behind 7.3 as far as there is room, Article 8 and part 9.1."""
    (article, _, start), (other, _, end) = first.key.partition("."), last.key.partition(".")
    if not all(number.isdecimal() for number in (article, start, other, end)):
        return None
    if not 0 < int(other) - int(article) <= MAX_CITATIONS:  # «ч. 3 ст. 30 – ч. 1 ст. 105» are two
        return None
    inner = _inner(article, other)
    others = 2 + len(inner) + int(end) - 1
    behind = range(int(start) + 1, max(_SURE_PARTS, int(start) + MAX_CITATIONS - others) + 1)
    parts = chain(
        (replace(_beside(first, str(number)), is_guess=number > _SURE_PARTS) for number in behind),
        (Citation(number, (), f"({number})", is_followed=True) for number in inner),
        (_beside(last, str(number)) for number in range(1, int(end))),
    )
    return list(islice(parts, MAX_CITATIONS + 1))


def _beside(citation: Citation, number: str) -> Citation:
    """The provision with this number beside a cited one."""
    above, _, own = citation.key.rpartition(".")
    path = f"{citation.path[: -len(own) - 1]}{number})" if citation.path.endswith(f"{own})") else ""
    return Citation(f"{above}.{number}".removeprefix("."), (), path, is_followed=True)


def _inner(start: str, end: str) -> Sequence[str]:
    if start.isdecimal() and end.isdecimal():
        first = int(start) + 1
        return [str(number) for number in range(first, min(int(end), first + MAX_CITATIONS))]
    if romans := romans_between(start, end):
        return romans
    if start[:-1].isdecimal() and start[:-1] == end[:-1]:  # 5A to 5C
        return [start[:-1] + letter for letter in _inner(start[-1], end[-1]) if letter.isascii()]
    if len(start) == len(end) == 1:
        letters = (
            every[every.index(start) + 1 : every.index(end)]
            for every in _ALPHABETS
            if start in every and end in every
        )
        return list(dict.fromkeys("".join(letters)))
    return []
