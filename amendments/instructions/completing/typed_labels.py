"""The labels that were typed before new provisions, kept where the law would print others."""

from collections.abc import Sequence
from dataclasses import replace

from amendments.instructions.execute import execute
from amendments.instructions.execution.counted_neighbours import has_digits
from amendments.instructions.execution.placing import new_elements, with_elements
from amendments.instructions.operations import Op, Operation
from amendments.instructions.touches import named
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Element, Kind, Tree

_ITEMS = frozenset({Kind.PART, Kind.POINT, Kind.SUBPOINT})
_INSERTIONS = frozenset({Op.INSERT_ELEMENT, Op.APPEND_ELEMENT})


def without_usual_labels(tree: Tree, operation: Operation, scheme: Scheme) -> Operation:
    """The operation with the label of each new provision only where another one, or another kind, would come without it."""
    elements = new_elements(operation)
    plain = [replace(each, label="") for each in elements]
    if plain == elements:
        return operation
    printed = [_printed(tree, with_elements(operation, some), scheme) for some in (plain, elements)]
    kept = [
        usual if one == other else each
        for usual, each, one, other in zip(plain, elements, *printed, strict=True)
    ]
    return with_elements(operation, kept)


def with_typed_labels(
    before: Tree, after: Tree, operations: Sequence[Operation], scheme: Scheme
) -> list[Operation]:
    """Derived operations with the labels that the new provisions have in the text to which they lead."""
    if not any(operation.op in _INSERTIONS for operation in operations):
        return list(operations)
    labelled: list[Operation] = []
    for operation in operations:
        text = execute(before, [operation], scheme)
        items = _items(operation, after, scheme)
        if operation.op in _INSERTIONS and items != _items(operation, text, scheme):
            elements = new_elements(operation)
            typed = [replace(each, label=items.get(each.number, ("", ""))[1]) for each in elements]
            operation = without_usual_labels(before, with_elements(operation, typed), scheme)
            text = execute(before, [operation], scheme)
        before = text
        labelled.append(operation)
    return labelled


def _items(operation: Operation, text: Tree, scheme: Scheme) -> dict[str, tuple[str, str]]:
    """By its number, the kind and the label of each part and point that an operation creates in a text."""
    found = {number: text.by_key[key] for number, key in operation.creates.items()}
    return {
        number: (each.kind.value, _label(text, each, scheme))
        for number, each in found.items()
        if each.kind in _ITEMS
    }


def _printed(tree: Tree, operation: Operation, scheme: Scheme) -> list[tuple[str, str]]:
    """The kind and the label of each provision that an operation brings, as the text prints them."""
    text = execute(tree, [operation], scheme)
    found = [named(text, each.number) for each in new_elements(operation)]
    return [(each.kind.value, _label(text, each, scheme)) if each else ("", "") for each in found]


def _label(text: Tree, element: Element, scheme: Scheme) -> str:
    """The label of a new provision; "" where it has no form of its own and would take that of other numbers: 4.1 behind "1)"."""
    beside = (each for each in text.children(element.parent) if has_digits(each.number))
    is_lent = element.layout is None and any(each.layout and each.kind is element.kind for each in beside)
    return "" if is_lent else scheme.label(element)
