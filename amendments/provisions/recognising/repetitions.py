"""Numbers that are printed twice for one article: "5. Fees" as a heading, and below it "5.—(1) The fee …"."""

import re
from collections.abc import Callable, Sequence

from amendments.provisions.recognising.bare_numbers import BARE, NUMBERED
from amendments.provisions.recognising.labels import Form, Label
from amendments.provisions.recognising.lines import Line
from amendments.provisions.tree import Kind

_BETWEEN = re.compile(r"[ \xa0*.—–-]*")


def repeats_article(labels: Sequence[Label | None], own: Label | None, index: int) -> bool:
    """Whether a line begins with the number of the article whose heading stands right above it."""
    above = labels[index - 1] if index else None
    if own is None or above is None or own.form is not Form.ITEM or own.readings[0].style != "arabic.":
        return False
    is_bare = (
        above.form is Form.HEADING
        and above.kind is Kind.ARTICLE
        and above.readings[0].style in {BARE, NUMBERED}
    )
    return is_bare and above.value == own.value and not _goes_on(labels, own, index)


def _goes_on(labels: Sequence[Label | None], own: Label, index: int) -> bool:
    """Whether "2." of the same list follows before the next heading: then "1." is the first part of article 1."""
    for label in labels[index + 1 :]:
        if label is not None and label.form is Form.HEADING:
            return False
        if label is not None and label.readings[:1] and label.readings[0].style == own.readings[0].style:
            return label.value > own.value
    return False


def without_repetitions(
    labels: Sequence[Label | None], lines: Sequence[Line], read: Callable[[str], Label | None]
) -> list[Label | None]:
    """The labels. In place of a repeated number stands the number behind it, or nothing if words follow."""
    return [
        _behind(label, lines[index].content, read)
        if label and repeats_article(labels, label, index)
        else label
        for index, label in enumerate(labels)
    ]


def _behind(label: Label, content: str, read: Callable[[str], Label | None]) -> Label | None:
    between = _BETWEEN.match(content, label.end)
    start = between.end() if between else label.end
    inner = read(content[start:])
    return inner.shifted(start) if inner and inner.form is Form.ITEM else None
