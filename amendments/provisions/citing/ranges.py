"""The numbers of a range: of "7.1 to 7.4" also 7.2 and 7.3, of "44-47-ci maddələr" 45 and 46."""

import re

_MOST = 100  # numbers between two
_MOST_PARTS = 20  # behind the first one in its article: how many it has nobody says
_NUMBER = r"\d{1,4}(?:\.\d{1,3})*"
_HYPHENED = re.compile(rf"({_NUMBER})-({_NUMBER})")
_SAID = re.compile(rf"(?<![\w.])({_NUMBER})(?:-[^\W\d_]{{1,3}})?\s*(?:to|по|[–—-])\s*({_NUMBER})")
_PLURAL = re.compile(r".+(?:l[əa]r\w*|[a-z]s|ями|ях|ям|ами|ах|ам|ов|ы|(?<!ь)ей)")  # not "статьей"


def is_plural(word: str) -> bool:
    """Whether a word beside numbers surely speaks of several: "maddələr", not "статьи"."""
    return bool(_PLURAL.fullmatch(word.lower()))


def between(first: str, last: str) -> list[str]:
    """What may stand between two numbers: of "18.1 to 19.1" the parts or articles behind 18.1, and 19."""
    above, point, start = first.rpartition(".")
    other, _, end = last.rpartition(".")
    if not (start.isdecimal() and end.isdecimal()):
        return []
    if above != other:
        return _over_articles(first, last)
    return [f"{above}{point}{number}" for number in _numbers(int(start) + 1, int(end))]


def hyphened(number: str) -> list[str]:
    """What a number with a hyphen names beside a plural: "44-47" a range, "44-1" the article inserted behind 44."""
    found = _HYPHENED.fullmatch(number)
    if not found or _order(found[1]) >= _order(found[2]):
        return [number]
    return [found[1], *between(found[1], found[2]), found[2]]


def ranges_in(said: str) -> list[tuple[str, list[str], str]]:
    """The ranges that words name, with what may stand between."""
    return [(one[1], between(one[1], one[2]), one[2]) for one in _SAID.finditer(said.lower())]


def _over_articles(first: str, last: str) -> list[str]:
    (article, *start), (other, *end) = map(_order, (first, last))
    if article >= other or len(start) > 1 or len(end) > 1:
        return []
    behind = _numbers(start[0] + 1, _MOST_PARTS + 1) if start else range(0)
    articles = _numbers(article + 1, other + bool(end))
    return [
        *(f"{article}.{number}" for number in behind),
        *map(str, articles),
        *(f"{other}.{number}" for number in _numbers(1, end[0] if end else 1)),
    ]


def _numbers(first: int, stop: int) -> range:
    return range(first, min(stop, first + _MOST))


def _order(number: str) -> list[int]:
    return [int(level) for level in number.split(".") if level.isdecimal()]
