"""An operation that knows of which kinds the provisions are that it names by numbers in brackets.

Its name alone does not say it: 12(1) is a part in one act, in another a point that lies in the article itself.
"""

from dataclasses import replace
from itertools import takewhile

from amendments.instructions.citations import CitationInText, steps
from amendments.instructions.completing.new_numbers import with_new_numbers
from amendments.instructions.execution.tree_edits import find
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, Operation
from amendments.provisions.tree import Element, Kind, Tree

_ITEMS = frozenset({Kind.PART, Kind.POINT, Kind.SUBPOINT})
_INSERTIONS = frozenset({Op.INSERT_ELEMENT, Op.APPEND_ELEMENT})


def names_items(operation: Operation) -> bool:
    """Whether an operation names anything whose kind only a text tells, or a number whose place only a text tells."""
    if operation.op is Op.RENUMBER_AND_ADD:
        return True
    named = (*operation.all_targets, operation.after, *(each.number for each in operation.children))
    return any("(" in name for name in named)


def in_text(operation: Operation, tree: Tree, before: Tree | None = None) -> Operation:
    """The operation with the names that it has, which know their kinds in a text.

    With the text `before` it, what it changes is called as it is there, and only what it brings as it is in `tree`.
    Names that know their kinds already stay.
    """
    if not names_items(operation):
        return operation
    old = tree if before is None else before
    operation = with_new_numbers(old, operation)
    return replace(
        operation,
        target=_in_text(operation.target, tree if operation.op in _INSERTIONS else old),
        targets=tuple(_in_text(target, old) for target in operation.targets),
        after=_in_text(operation.after, old),
        children=tuple(replace(each, number=_in_text(each.number, tree)) for each in operation.children),
    )


def _in_text(name: str, tree: Tree) -> str:
    if isinstance(name, CitationInText):
        return name
    kinds = _kinds(name, tree) if name.endswith(")") else []
    if not kinds:
        return name
    known = CitationInText(name)
    known.kinds = tuple(kinds)
    return known


def _kinds(name: str, tree: Tree) -> list[Kind]:
    """The kinds of what the numbers in brackets name, the outermost first. What lies in a note is called its point."""
    cited = steps(name)
    items = list(takewhile(lambda step: step.kind in _ITEMS, reversed(cited)))
    element = _found(name, tree)
    if element is None or any(step.kind is Kind.NOTE for step in cited):
        return []
    named = [each.kind for each in (element, *tree.above(element)) if each.number][: len(items)]
    return named[::-1] if _ITEMS.issuperset(named) else []


def _found(name: str, tree: Tree) -> Element | None:
    try:
        return find(tree, name)
    except Refused:
        return None
