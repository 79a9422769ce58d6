"""Headings numbered with capital letters: "Article A", "Article B", "Article C". C is Roman only where no B comes before."""

from collections.abc import Sequence
from dataclasses import replace

from amendments.provisions.numbers import Component, letter_value
from amendments.provisions.recognising.labels import Form, Label, NumberReading
from amendments.provisions.tree import Kind

STYLE = "letter"


def with_lettered_headings(labels: Sequence[Label | None], alphabet: str) -> list[Label | None]:
    """The labels. Headings of one rank whose letters go on from A are lettered; a letter that stands alone is no article."""
    found = list(labels)
    last: dict[tuple[Kind, int], list[int]] = {}  # the lines of the letters so far
    for index, label in enumerate(labels):
        value = _letter(label, alphabet)
        if label is None or not value:
            continue
        run = last.setdefault((label.kind, label.rank), [])
        if value == 1:
            run[:] = [index]
        elif run and value == len(run) + 1:
            run.append(index)
            found[index] = _lettered(label, value)
            first = labels[run[0]]
            found[run[0]] = first and _lettered(first, 1)
            continue
        if _needs_others(label):
            found[index] = None
    return found


def _letter(label: Label | None, alphabet: str) -> int:
    is_letter = label is not None and label.form is Form.HEADING and len(label.number) == 1
    if label is None or not is_letter or not label.number.isupper():
        return 0
    return letter_value(label.number.replace("İ", "i").lower(), alphabet)


def _lettered(label: Label, value: int) -> Label:
    return replace(label, readings=(NumberReading(STYLE, (Component(value),)),))


def _needs_others(label: Label) -> bool:
    """Whether a letter is a number only among others; “Part A” is one alone, as is what can be Roman."""
    return label.readings[0].style == STYLE and (label.kind is Kind.ARTICLE or label.number > "H")
