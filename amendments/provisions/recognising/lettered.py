"""Lists of letters with a full stop: "A.", "B." or "a.", "b." or "i.", "ii.", also behind bullets and in "Section 1. A. …".

The initials of a person look the same, so that such a letter counts only in a run from the first one on, most of whose
lines say more than a name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from amendments.provisions.conventions import Conventions
from amendments.provisions.numbers import Component, letter_value, roman_value
from amendments.provisions.recognising.labels import Form, Label, NumberReading
from amendments.provisions.recognising.lines import Line
from amendments.provisions.tree import Kind

_ITEM = re.compile(r"(?P<bullet>[-*•][ \xa0]+)?(?P<number>[^\W\d_]{1,5})\.[ \xa0\t]+(?=\S)")
# Chosen on the real acts of docs/fidelity.md, so that every number there is read or counted.
_AS_FAR_AS = 200  # lines from one letter to the next, with the lists below it
_FEWEST = 2
_LONGEST_ROMAN_LIST = 50
_LONGEST_NAME = 6  # words

_AFTER_HEADING = re.compile(r"[.—–:] *(?=(?:\((?:a|A|1)\)|[aA1]\.) )")


class _Candidate(NamedTuple):
    line: int
    place: int  # in the line: not 0 behind another label
    reading: NumberReading


def may_hold_list(label: Label) -> bool:
    """Whether the first number of a list may stand behind this label, in the same line."""
    is_article = label.kind in {Kind.ARTICLE, Kind.PART} or label.may_be_article
    return label.form in {Form.ITEM, Form.DECIMAL} or (label.form is Form.HEADING and is_article)


def places_inside(form: Form, content: str, end: int) -> Iterator[int]:
    """Where in a line the first number of a list may stand: behind the label, which ends here, or behind a heading."""
    yield end
    heading = _AFTER_HEADING.search(content, end) if form is Form.HEADING else None
    if heading:
        yield heading.end()


def first_letter(content: str, conventions: Conventions) -> Label | None:
    """The label with which such a list opens."""
    first = (reading for reading in _readings(content, conventions) if reading.value[0].value == 1)
    reading = next(first, None)
    return _label(None, content, reading) if reading else None


def with_lettered_lists(
    labels: Sequence[Label | None], lines: Sequence[Line], conventions: Conventions
) -> list[Label | None]:
    """The labels, and those of lines that begin with a letter of such a list."""
    found = list(labels)
    for run in _runs(labels, lines, conventions):
        worded = [_says_more_than_a_name(lines[index].content[place:]) for index, place, __ in run]
        if len(run) >= _FEWEST and 2 * sum(worded) >= len(run):
            for index, place, reading in run:
                if not place:
                    found[index] = _label(found[index], lines[index].content, reading)
    return found


def _runs(
    labels: Sequence[Label | None], lines: Sequence[Line], conventions: Conventions
) -> Iterator[list[_Candidate]]:
    """Letters that go on one by one in one style, as far as the next heading."""
    open_runs: dict[str, list[_Candidate]] = {}
    for index, label in enumerate(labels):
        if label is not None and label.form in {Form.HEADING, Form.UNTITLED}:
            yield from open_runs.values()
            open_runs = {}
        for candidate in _candidates(index, label, lines[index].content, conventions):
            run = open_runs.get(candidate.reading.style, [])
            if run and not candidate.place and _follows(run[-1], candidate):
                run.append(candidate)
            elif candidate.reading.value[0].value == 1 and not (run and candidate.place):
                yield run
                open_runs[candidate.reading.style] = [candidate]
    yield from open_runs.values()


def _candidates(
    index: int, label: Label | None, content: str, conventions: Conventions
) -> Iterator[_Candidate]:
    """The letter at the beginning of a line, or the first of a list behind another label."""
    if label is None or (label.form is Form.ITEM and "roman." in label.readings[0].style):
        yield from (_Candidate(index, 0, reading) for reading in _readings(content, conventions))
    if label is not None and may_hold_list(label):
        for place in places_inside(label.form, content, label.end):
            if first := first_letter(content[place:], conventions):
                yield _Candidate(index, place, first.readings[0])


def _readings(content: str, conventions: Conventions) -> Iterator[NumberReading]:
    match = _ITEM.match(content)
    if match is None:
        return
    printed = match["number"]
    size = "large" if printed.isupper() else "small"
    if (
        letter := letter_value(printed.replace("İ", "i").lower(), conventions.alphabet)
        if len(printed) == 1
        else 0
    ):
        yield NumberReading(f"{size} letter.", (Component(letter),))
    roman = roman_value(printed.upper())
    if printed.islower() and 0 < roman < _LONGEST_ROMAN_LIST and conventions.small_roman_lists:
        yield NumberReading("small roman.", (Component(roman),))


def _follows(last: _Candidate, here: _Candidate) -> bool:
    is_next = here.reading.value[0].value == last.reading.value[0].value + 1
    return is_next and here.line - last.line <= _AS_FAR_AS


def _says_more_than_a_name(content: str) -> bool:
    match = _ITEM.match(content)
    words = content[match.end() if match else 0 :].split()
    return (
        len(words) > _LONGEST_NAME
        or any(word[0].islower() for word in words)
        or words[-1].endswith((".", ";", ":"))
    )


def _label(known: Label | None, content: str, reading: NumberReading) -> Label:
    """The label with this reading before the others that it has."""
    if known is not None:
        return replace(known, kind=Kind.POINT, readings=(reading, *known.readings))
    match = _ITEM.match(content)
    lead, end, number = (match.start("number"), match.end(), match["number"]) if match else (0, 0, "")
    label = Label(Form.ITEM, Kind.POINT, number, 0, end - lead, (reading,))
    return label.shifted(lead) if lead else label
