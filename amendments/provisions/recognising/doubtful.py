"""Decides numbers that can be read in several ways by the next number: "(i)" before "(ii)" is Roman."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from amendments.provisions.recognising.labels import Form, Label, NumberReading

_AS_FAR_AS = 60  # lines


def decided(labels: Sequence[Label | None]) -> list[Label | None]:
    """The labels. An "i" or "aa" that opens a list keeps only the reading in which the list continues."""
    return [_decided(label, labels, index) for index, label in enumerate(labels)]


def _decided(label: Label | None, labels: Sequence[Label | None], index: int) -> Label | None:
    if label is None or label.form is not Form.ITEM or len(label.readings) < 2:
        return label
    opening = [reading for reading in label.readings if _opens_list(reading)]
    for following in _items_after(labels, index) if opening else ():
        for own in opening:
            if any(_follows(reading, own) for reading in following.readings):
                return replace(label, readings=(own,))
        if any(_follows(reading, own) for reading in following.readings for own in label.readings):
            return label
    return label


def _opens_list(reading: NumberReading) -> bool:
    return reading.value[0].value == 1 and ("roman" in reading.style or reading.style.startswith("double"))


def _follows(reading: NumberReading, before: NumberReading) -> bool:
    return reading.style == before.style and reading.value[0].value == before.value[0].value + 1


def _items_after(labels: Sequence[Label | None], index: int) -> Iterator[Label]:
    """The numbers of lists that come next, as far as the next heading."""
    for label in labels[index + 1 : index + _AS_FAR_AS]:
        if label is not None and label.form is Form.HEADING:
            return
        if label is not None and label.form is Form.ITEM:
            yield label
