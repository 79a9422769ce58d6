"""An instruction whose provisions bear other numbers in another text is worded with those numbers."""

from collections.abc import Mapping
from dataclasses import replace

from amendments.instructions.citations import cited, parent_number
from amendments.instructions.derivation.names_in_text import cite
from amendments.instructions.execution.placing import locate_previous
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, Operation
from amendments.instructions.touches import Touch, WrittenOn, named
from amendments.provisions.tree import Element, Tree

_INSERTIONS = frozenset({Op.INSERT_ELEMENT, Op.APPEND_ELEMENT})


def followed(operation: Operation, before: Tree, now: Tree) -> Operation:
    """The operation with every provision that it names in one text under the number that it bears in the other.

    New provisions keep their place in what they are counted in: "12.4" is "13.4" where 12 has become 13. Their own number
    is no name of what else prints it. A name that is of no provision of the first text, or of none that stands in the
    second, stays as it is.
    """
    targets = () if operation.op in _INSERTIONS else operation.all_targets
    names = {*targets, operation.after, parent_number(operation.target)} - {""}
    return renamed(operation, {name: _number_now(name, before, now) for name in names})


def renamed(operation: Operation, names: Mapping[str, str]) -> Operation:
    """The operation with other names of provisions, also for what lies under these."""
    moved = {name: number for name, number in names.items() if number != name}
    if not moved:
        return operation
    return replace(
        operation,
        target=_worded(operation.target, moved),
        targets=tuple(_worded(name, moved) for name in operation.targets),
        after=_worded(operation.after, moved),
        children=tuple(replace(child, number=_worded(child.number, moved)) for child in operation.children),
        creates={_worded(name, moved): key for name, key in operation.creates.items()},
    )


def number_of(tree: Tree, element: Element) -> str:
    """How a text cites a provision; by its eId where it has no number of its own."""
    try:
        return cite(tree, element)
    except Refused:
        return element.eid


def is_certain(written: WrittenOn, operation: Operation, now: Tree) -> bool:
    """Whether a provision under its new number is still where the operation, as it is followed, puts a new one.

    Where it is not, somebody must say which number the new provision gets.
    """
    match written.touch:
        case Touch.AFTER:
            try:
                found = locate_previous(now, operation.target)
            except Refused:
                return False
        case Touch.UNDER:
            found = named(now, parent_number(operation.target) or operation.after)
        case _:
            return True
    return found is not None and found.key == written.key


def _number_now(name: str, before: Tree, now: Tree) -> str:
    element, same = named(before, name), named(now, name)
    if element is None or element.key not in now.by_key or (same is not None and same.key == element.key):
        return name
    return number_of(now, now.by_key[element.key])


def _worded(name: str, moved: dict[str, str]) -> str:
    """A name with the number that it, or what it lies under, bears now."""
    above = name
    while above:
        if above in moved:
            is_number = above == name or "_" not in moved[above]  # no number is counted in an eId
            own, now = f"({cited(above).number}.", f"({cited(moved[above]).number}."
            rest = name[len(above) :]  # the 3.2 of 3(3.2) goes on from its number
            rest = rest.replace(own, now, 1) if rest.startswith(own) else rest
            return moved[above] + rest if is_number else name
        above = parent_number(above)
    return name
