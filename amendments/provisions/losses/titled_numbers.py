"""Finds articles that are printed as a number and a title among others that are called by a word: "3  Object", "2A\tFees".

Two blanks or a tab set the number apart, whatever the line above ends with. Behind one blank only the title tells it.
"""

import re
from collections.abc import Iterator, Sequence

from amendments.provisions.losses.read_act import ReadAct
from amendments.provisions.recognising.basics import FARTHEST
from amendments.provisions.recognising.labels import Form
from amendments.provisions.tree import Kind

_TITLED = re.compile(
    r"(?P<number>[0-9]{1,4})(?P<added>[A-Z]{0,2})(?P<gap>[ \xa0\t]+)(?P<title>[“«\"'‘]?[^\W\d_a-zа-яёəğıöşüç].*)"
)
_LONGEST_TITLE = 100
_SENTENCE_END = (".", ";", ":", ",", "—")

Number = tuple[int, str]


def titled_numbers(read: ReadAct, plain: Sequence[int]) -> Iterator[int]:
    """The lines among those that are words of the text, whose number comes between the articles around them."""
    articles = _articles(read)
    known, following = set(articles.values()), _following(read, articles)
    candidates = frozenset(plain)
    last: Number | None = None
    for index in range(len(read.act)):
        if read.act.is_annex(index):
            return  # an annex counts for itself
        last = articles.get(index, last)
        number = _titled(read.act.content(index)) if index in candidates else None
        if number and number not in known and _is_between(number, last, following[index]):
            last = number
            yield index


def _articles(read: ReadAct) -> dict[int, Number]:
    """The numbers of the articles that are called so, by line."""
    found: dict[int, Number] = {}
    for index in read.opening:
        label = read.act.label(index)
        if label and label.form is Form.HEADING and label.kind is Kind.ARTICLE and label.value:
            found[index] = (label.value[0].value, label.number.lstrip("0123456789").upper())
    return found


def _following(read: ReadAct, articles: dict[int, Number]) -> list[Number | None]:
    """By line, the number of the next article."""
    found: list[Number | None] = [None] * len(read.act)
    after: Number | None = None
    for index in reversed(range(len(found))):
        found[index] = after
        after = articles.get(index, after)
    return found


def _titled(content: str) -> Number | None:
    """The number of a line that has a title behind it."""
    match = _TITLED.match(content)
    if match is None or len(content) > _LONGEST_TITLE:
        return None
    is_apart = len(match["gap"]) > 1 or "\t" in match["gap"]
    is_title = not content.endswith(_SENTENCE_END) and not any(map(str.isdecimal, match["title"]))
    return (int(match["number"]), match["added"]) if is_apart or is_title else None


def _is_between(number: Number, before: Number | None, after: Number | None) -> bool:
    """Whether the number comes soon after the article above it, and before the one below it."""
    if (after is not None and number >= after) or (before is None and after is None):
        return False
    if before is None:
        return after is not None and after[0] - FARTHEST <= number[0]
    return before < number and number[0] - before[0] <= FARTHEST
