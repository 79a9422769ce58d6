"""A letter behind a dot, beneath points with letters, names the point: "12.1.e" is 12.1(e)."""

from collections.abc import Iterator
from dataclasses import replace

from amendments.instructions.citations import is_letter, parent_number
from amendments.instructions.designations import Designation, is_eid
from amendments.instructions.execution.tree_edits import find
from amendments.instructions.operations import Operation
from amendments.provisions.numbers import letter_apart
from amendments.provisions.tree import Element, Kind, Tree


def with_points(tree: Tree, operation: Operation) -> Operation:
    """The operation with every point named as one; a number that the act prints with a letter behind a dot stays."""
    names = [operation.after, *operation.all_targets, *(child.number for child in operation.children)]
    points = {name: point for name in names if (point := _point(tree, name)) != name}
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


def _items(tree: Tree, owner: Element) -> Iterator[Element]:
    """What stands directly below, also below a paragraph, which has no number of its own."""
    for child in tree.children(owner.key):
        yield child
        if child.kind is Kind.PARAGRAPH:
            yield from tree.children(child.key)
