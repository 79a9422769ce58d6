"""Lists typed with brackets in the lines of further provisions: "1) low;" behind a new point 5 is its 5(1)."""

from dataclasses import replace
from itertools import takewhile

from amendments.instructions.citations import bare_number, cited
from amendments.instructions.completing.typed_lines import is_inside
from amendments.instructions.execute import execute
from amendments.instructions.execution.placing import new_elements, with_elements
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.provisions.messages import message as _
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Tree


class TypedLabel(str):
    """A number in brackets, as typed before a provision of which only the text can say what it lies in."""

    __slots__ = ()


def is_listed(each: NewElement) -> bool:
    """Whether a further provision was typed as an item, "1)", without the name of what holds it."""
    return isinstance(each.label, TypedLabel) and bool(bare_number(each.number))


def without_typed_labels(operation: Operation) -> Operation:
    """The operation with each item as a provision of its number."""
    children = (
        replace(each, label="") if isinstance(each.label, TypedLabel) else each for each in operation.children
    )
    return replace(operation, children=tuple(children))


def with_lists(operation: Operation) -> Operation:
    """The operation with each item as a line in the words of the provision behind which it was typed."""
    holders: list[NewElement] = []
    for each in new_elements(operation):
        if holders and is_listed(each):
            words = "\n".join(filter(None, (holders[-1].text, f"{each.label} {each.text}")))
            holders[-1] = replace(holders[-1], text=words)
        else:
            holders.append(each)
    return with_elements(operation, holders)


def check_lists(tree: Tree, typed: Operation, read: Operation, scheme: Scheme) -> None:
    """Refuse lines that were not read as the provisions that were typed, none in the words of another."""
    execute(tree, [read], scheme)
    if _further(typed) != _further(read):
        raise unplaced(typed)


def stays_in_place(tree: Tree, typed: Operation, read: Operation, scheme: Scheme) -> bool:
    """Whether items can be provisions beside the one that is typed; a restatement brings none outside its own."""
    is_bracketed = any(each.label.startswith("(") for each in typed.children if is_listed(each))
    if is_bracketed and not typed.target.endswith(")"):
        return False
    try:
        after = execute(tree, [read], scheme)
    except Refused:
        return False
    return read.op is not Op.RESTATE or is_inside(tree, after, read.target)


def unplaced(operation: Operation) -> Refused:
    """Why the first item has no place."""
    holder, *further = new_elements(operation)
    number = next(each.number for each in further if is_listed(each))
    for each in takewhile(lambda each: not is_listed(each), further):
        holder = each
    said = _(
        "“%(number)s” alone beside %(target)s could be an article. Write %(whole)s if that is meant, or an "
        "instruction of its own.",
        number=number,
        target=holder.number,
        whole=f"{holder.number}({number})",
    )
    return Refused("not_worded", said)


def _further(operation: Operation) -> list[tuple[str, str, str]]:
    return [(cited(each.number).number, each.heading, each.text) for each in operation.children]
