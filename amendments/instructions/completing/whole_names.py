"""The names of provisions with every level, whatever levels were left out when they were typed."""

from contextlib import suppress
from dataclasses import replace

from amendments.instructions.citations import parent_number
from amendments.instructions.derivation.names_in_text import COUNTED_IN_ANNEXES
from amendments.instructions.designations import shown_name
from amendments.instructions.execution.placing import locate_previous
from amendments.instructions.following import number_of, renamed
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, Operation
from amendments.instructions.touches import named
from amendments.instructions.wording import number_before
from amendments.provisions.tree import Element, Kind, Tree

_INSERTIONS = frozenset({Op.INSERT_ELEMENT, Op.APPEND_ELEMENT})


def with_whole_names(tree: Tree, operation: Operation) -> Operation:
    """The operation with the whole path of each provision that it names: "4(c)" is 4(2)(3)(c) where c stands there.

    Official wording would else say that the point is one of the article. What was created before keeps its name.
    """
    is_known = operation.target in operation.creates
    new = {operation.after, *(() if is_known else (parent_number(operation.target),))}
    names = new if operation.op in _INSERTIONS else {*operation.all_targets}
    operation = renamed(operation, {name: _whole(tree, name) for name in names})
    if operation.op is Op.APPEND_ELEMENT and not (operation.after or number_before(operation.target)):
        return replace(operation, after=_before(tree, operation.target))
    return operation


def _before(tree: Tree, number: str) -> str:
    """The name of what an appended provision follows, whose full stop changes: 3(c) of 3(d). "" if none does."""
    with suppress(Refused):
        previous = locate_previous(tree, number)
        if previous is not None and previous.number:
            return number_of(tree, previous)
    return ""


def _is_counted_in_annex(tree: Tree, element: Element) -> bool:
    """Whether a number alone would name a provision of an annex as one of the law."""
    return element.kind in COUNTED_IN_ANNEXES and any(each.kind is Kind.ANNEX for each in tree.above(element))


def _whole(tree: Tree, name: str) -> str:
    """The name of a provision with those of all that hold it; as it is where it names none."""
    element, parent = named(tree, name), parent_number(name)
    if element is not None and _is_counted_in_annex(tree, element):
        return shown_name(number_of(tree, element)) or name
    own = name.removeprefix(parent)
    if element is not None and name.startswith(("row ", "table ")):
        return shown_name(number_of(tree, element)) or name
    if element is None or not parent or not own.startswith(("(", " note")):
        return name
    holder = next((above for above in tree.above(element) if above.kind is not Kind.PARAGRAPH), None)
    above = _whole(tree, parent)
    if holder is None or named(tree, above) is holder:
        return f"{above}{own}"
    whole = f"{number_of(tree, holder)}{own}"
    return whole if "_" not in whole and named(tree, whole) is element else name
