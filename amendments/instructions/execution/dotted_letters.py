"""A letter behind a dot, beneath points with letters, names the point: "12.1.e" is 12.1(e)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from amendments.instructions.citations import is_letter, parent_number
from amendments.instructions.designations import Designation, is_eid
from amendments.instructions.execution.placing import new_elements
from amendments.instructions.execution.tree_edits import find
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.provisions.numbers import letter_apart
from amendments.provisions.tree import Element, Kind, Tree

_INSERTIONS = frozenset({Op.INSERT_ELEMENT, Op.APPEND_ELEMENT})
_TYPED_LETTER = re.compile(r"\(?(?P<letter>[^\s()]+)\)\s")


def with_typed_points(tree: Tree, operation: Operation) -> Operation:
    """The same for what is typed: "6.a" with the words "a) rafts;" is a new point of 6, also where it is the first one.

    Beside a 6.b that the act prints so it stays 6.a.
    """
    operation = with_points(tree, operation)
    if operation.op not in _INSERTIONS:
        return operation
    new = new_elements(operation)
    owners = {parent_number(letter_apart(each.number)) for each in new if _is_typed_as_point(tree, each)}
    points = {
        each.number: Designation(apart)
        for each in new
        if (apart := letter_apart(each.number)) and parent_number(apart) in owners
    }
    return _renamed(operation, points)


def with_points(tree: Tree, operation: Operation) -> Operation:
    """The operation with every point named as one; a number that the act prints with a letter behind a dot stays."""
    names = [operation.after, *operation.all_targets, *(child.number for child in operation.children)]
    points = {name: point for name in names if (point := _point(tree, name)) != name}
    return _renamed(operation, points)


def _renamed(operation: Operation, points: Mapping[str, str]) -> Operation:
    if not points:
        return operation
    return replace(
        operation,
        target=points.get(operation.target, operation.target),
        targets=tuple(points.get(target, target) for target in operation.targets),
        after=points.get(operation.after, operation.after),
        children=tuple(replace(c, number=points.get(c.number, c.number)) for c in operation.children),
        creates={points.get(number, number): key for number, key in operation.creates.items()},
    )


def _point(tree: Tree, name: str) -> str:
    apart = letter_apart(name)
    if not apart or is_eid(name) or tree.numbered(name):
        return name
    owner = find(tree, parent_number(apart))
    is_lettered = owner is not None and any(is_letter(each.number) for each in _items(tree, owner))
    return Designation(apart) if is_lettered else name


def _is_typed_as_point(tree: Tree, new: NewElement) -> bool:
    """Whether the words of a new provision begin with its letter, and nothing beside it has one behind a dot."""
    apart, typed = letter_apart(new.number), _TYPED_LETTER.match(new.text)
    if not apart or is_eid(new.number) or typed is None or not apart.endswith(f"({typed['letter']})"):
        return False
    owner = find(tree, parent_number(apart))
    return owner is not None and not any(letter_apart(each.number) for each in _items(tree, owner))


def _items(tree: Tree, owner: Element) -> Iterator[Element]:
    """What stands directly below, also below a paragraph, which has no number of its own."""
    for child in tree.children(owner.key):
        yield child
        if child.kind is Kind.PARAGRAPH:
            yield from tree.children(child.key)
