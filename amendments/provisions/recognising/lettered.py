"""Lists of letters with a full stop: "A.", "B." or "a.", "b." or "i.", "ii.", also behind bullets.

The initials of a person look the same, so that such a letter counts only in a run from the first one on, most of whose
lines say more than a name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

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

_Candidate = tuple[int, NumberReading]


def with_lettered_lists(
    labels: Sequence[Label | None], lines: Sequence[Line], conventions: Conventions
) -> list[Label | None]:
    """The labels, and those of lines that begin with a letter of such a list."""
    found = list(labels)
    for run in _runs(labels, lines, conventions):
        if len(run) >= _FEWEST and 2 * sum(_says_more_than_a_name(lines[index]) for index, __ in run) >= len(
            run
        ):
            for index, reading in run:
                found[index] = _label(found[index], lines[index], reading)
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
        elif label is None or (label.form is Form.ITEM and "roman." in label.readings[0].style):
            for reading in _readings(lines[index].content, conventions):
                run = open_runs.get(reading.style, [])
                if run and _follows(run[-1], index, reading):
                    run.append((index, reading))
                elif reading.value[0].value == 1:
                    yield run
                    open_runs[reading.style] = [(index, reading)]
    yield from open_runs.values()


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


def _follows(last: _Candidate, index: int, reading: NumberReading) -> bool:
    is_next = reading.value[0].value == last[1].value[0].value + 1
    return is_next and index - last[0] <= _AS_FAR_AS


def _says_more_than_a_name(line: Line) -> bool:
    match = _ITEM.match(line.content)
    words = line.content[match.end() if match else 0 :].split()
    return (
        len(words) > _LONGEST_NAME
        or any(word[0].islower() for word in words)
        or words[-1].endswith((".", ";", ":"))
    )


def _label(known: Label | None, line: Line, reading: NumberReading) -> Label:
    """The label with this reading before the others that it has."""
    if known is not None:
        return replace(known, kind=Kind.POINT, readings=(reading, *known.readings))
    match = _ITEM.match(line.content)
    lead, end, number = (match.start("number"), match.end(), match["number"]) if match else (0, 0, "")
    label = Label(Form.ITEM, Kind.POINT, number, 0, end - lead, (reading,))
    return label.shifted(lead) if lead else label
