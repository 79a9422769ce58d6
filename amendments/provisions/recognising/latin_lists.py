"""Lists that count with Latin letters in an act of another script: "a)", "b)" in the Russian text of a Moldovan code."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from amendments.provisions.numbers import LATIN, Component
from amendments.provisions.recognising.labels import Form, Label, NumberReading
from amendments.provisions.recognising.lines import Line
from amendments.provisions.tree import Kind

_ITEM = re.compile(r"(?P<open>\()?(?P<letter>[a-z])\)[ \xa0\t]+(?=\S)")


def with_latin_lists(
    labels: Sequence[Label | None], lines: Sequence[Line], alphabet: str
) -> list[Label | None]:
    """The labels, and those of such lines if "b)" follows "a)" and no list counts with the letters of the language."""
    found = list(labels)
    if alphabet[1] in LATIN or any(label is not None and _counts(label, alphabet) for label in labels):
        return found
    items = {
        index: match
        for index, label in enumerate(labels)
        if label is None and (match := _ITEM.match(lines[index].content))
    }
    letters = [match["letter"] for match in items.values()]
    if ("a", "b") in pairwise(letters):
        for index, match in items.items():
            found[index] = _label(match)
    return found


def _counts(label: Label, alphabet: str) -> bool:
    """Whether it is the second letter of the language, which is like no Latin one."""
    return label.form is Form.ITEM and label.number == alphabet[1]


def _label(match: re.Match[str]) -> Label:
    style = "small latin letter" + (match["open"] or "") + ")"
    reading = NumberReading(style, (Component(LATIN.index(match["letter"]) + 1),))
    label = Label(Form.ITEM, Kind.POINT, match["letter"], 0, match.end(), (reading,))
    return replace(label, start=match.start("letter"))
