"""Finds numbers after the end of the law that continue it. They are a sign that law was read as a list."""

from collections.abc import Iterable, Iterator

from amendments.provisions.losses.read_act import ReadAct
from amendments.provisions.numbers import Component
from amendments.provisions.recognising.labels import Form, Label

Value = tuple[Component, ...]


def goes_on(read: ReadAct, lines: Iterable[int]) -> Iterator[int]:
    """The lines whose number follows that of the last provision above them that is numbered in the same way.

    Sources are numbered and footnotes quote former parts, so that such numbers count only right below the law.
    """
    wanted = frozenset(lines)
    last: dict[tuple[object, ...], Value] = {}
    follows_law = False
    for index in range(len(read.act)):
        label = read.begins_numbered(index)
        if label is None:
            continue
        if index in read.opening:
            last[_series(label)] = label.value
            follows_law = True
        elif index in wanted:
            may_be = follows_law or label.form is Form.HEADING
            follows_law = False
            if may_be and is_next(label.value, last.get(_series(label), ())):
                last[_series(label)] = label.value
                follows_law = True
                yield index


def is_next(value: Value, last: Value) -> bool:
    """12 → 13 or 12-1; 5.2 → 5.3 or 5.2-1."""
    if not last or len(value) != len(last) or value[:-1] != last[:-1]:
        return False
    step = value[-1].value - last[-1].value
    return step == 1 or (step == 0 and value[-1].inserted > last[-1].inserted)


def _series(label: Label) -> tuple[object, ...]:
    """What is numbered alike: articles, chapters, "a)", numbers of three levels."""
    if label.form is Form.HEADING:
        return label.form, label.kind
    return label.form, label.readings[0].style.rstrip(".)"), len(label.value)
