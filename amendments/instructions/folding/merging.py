"""Puts two changes of one operation together, as long as they are about different words."""

from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import pairwise

from amendments.instructions.execution.spacing import Edit
from amendments.instructions.folding.operation_edits import refined
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.provisions.sentences import sentences

_WORDS = frozenset({"new", "heading"})


class Conflicting(Exception):
    """Both changes are about the same words."""


def merged(common: Operation, one: Operation, other: Operation) -> Operation:
    """The operation with what each of two others changed of a common one."""
    values: dict[str, object] = {}
    for item in fields(Operation):
        was, a, b = (getattr(operation, item.name) for operation in (common, one, other))
        if item.name in _WORDS:
            left = _without_sentences(was, a, b) if common.op is Op.ADD_SENTENCE else None
            values[item.name] = merged_words(was, a, b) if left is None else left
        elif item.name == "children":
            values[item.name] = _children(was, a, b)
        elif item.name == "creates":
            values[item.name] = _mapping(was, a, b)
        else:
            values[item.name] = _one_of(was, a, b)
    return Operation(**values)  # type: ignore[arg-type]  # each value has the type of its field


def merged_words(common: str, one: str, other: str) -> str:
    """The text with both changes; where they meet, `Conflicting`."""
    if one in (common, other):
        return other
    if other == common:
        return one
    edits = sorted([*_edits(common, one), *_edits(common, other)], key=lambda edit: (edit.start, edit.end))
    for before, after in pairwise(edits):
        if after.start <= before.end:
            raise Conflicting
    text = common
    for edit in reversed(edits):
        text = edit.apply(text)
    return text


def _without_sentences(common: str, one: str, other: str) -> str | None:
    """The other's sentences without those that the one lacks, even between new ones; None where that is not all."""
    was, a, b = ([text[start:end] for start, end in sentences(text)] for text in (common, one, other))
    gone = [sentence for sentence in was if sentence not in a]
    is_rest = [sentence for sentence in was if sentence in a] == a
    if not gone or not is_rest or any(b.count(sentence) != 1 for sentence in gone):
        return None
    return " ".join(sentence for sentence in b if sentence not in gone)


def _edits(text: str, new: str) -> Iterator[Edit]:
    yield from refined(text, Edit(0, len(text), new))


def _one_of(common: object, one: object, other: object) -> object:
    if one in (common, other):
        return other
    if other == common:
        return one
    raise Conflicting


def _mapping(common: dict[str, str], one: dict[str, str], other: dict[str, str]) -> dict[str, str]:
    keys = dict.fromkeys([*other, *one])
    values = {key: _one_of(common.get(key), one.get(key), other.get(key)) for key in keys}
    return {key: str(value) for key, value in values.items() if value is not None}


def _children(
    common: tuple[NewElement, ...], one: tuple[NewElement, ...], other: tuple[NewElement, ...]
) -> tuple[NewElement, ...]:
    """The further elements by their numbers, in the order of the other with those of the one among them."""
    if one in (common, other):
        return other
    if other == common:
        return one
    was, a, b = ({child.number: child for child in some} for some in (common, one, other))
    numbers = [child.number for child in other]
    for index, child in enumerate(one):
        if child.number not in numbers:
            numbers.insert(min(index, len(numbers)), child.number)
    found = (_child(was.get(number), a.get(number), b.get(number)) for number in numbers)
    return tuple(child for child in found if child is not None)


def _child(common: NewElement | None, one: NewElement | None, other: NewElement | None) -> NewElement | None:
    if common is not None and one is not None and other is not None:
        heading = merged_words(common.heading, one.heading, other.heading)
        return replace(other, heading=heading, text=merged_words(common.text, one.text, other.text))
    chosen = _one_of(common, one, other)
    return chosen if isinstance(chosen, NewElement) else None
