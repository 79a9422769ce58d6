"""A restatement names what it words: official wording takes away what a restated provision does not say again."""

from collections.abc import Iterator
from dataclasses import replace

from amendments.instructions.execution.tree_edits import rows_of
from amendments.instructions.operations import Op, Operation
from amendments.instructions.touches import named
from amendments.provisions.tree import CELL_BORDER, Element, Kind, Tree


def narrowed(tree: Tree, operation: Operation) -> Operation:
    """The operation; one that words a heading or a text alone, or the words before points that stay, names these."""
    element = named(tree, operation.all_targets[0]) if operation.all_targets else None
    is_whole = operation.op is Op.RESTATE and operation.level in ("", "text") and not operation.children
    if not is_whole or len(operation.all_targets) > 1 or element is None or element.repealed:
        return operation
    if operation.takes_what_lies_under:
        return replace(operation, level="")
    if (of_heading := as_of_heading(operation)) != operation:
        return of_heading
    if element.heading and not (operation.heading or _has_standing(tree, element)):
        return replace(operation, level="text")
    is_one_paragraph = bool(element.text) and "\n" not in element.text
    has_cells = element.kind is Kind.TABLE or CELL_BORDER in f"{element.text}{operation.new}"
    if operation.heading or not is_one_paragraph or has_cells or not _has_standing(tree, element):
        return operation
    return replace(operation, level="paragraph:1")


def as_of_heading(operation: Operation) -> Operation:
    """The operation; a restatement that words nothing but a heading is one of that heading."""
    is_bare = operation.op is Op.RESTATE and not (operation.new or operation.level or operation.children)
    if not (is_bare and operation.heading) or operation.takes_what_lies_under:
        return operation
    return replace(operation, op=Op.RESTATE_HEADING, new=operation.heading, heading="")


def kept_beside(tree: Tree, operation: Operation) -> Iterator[str]:
    """The targets of a restatement under which something stays that the act, as it is worded, takes away."""
    if operation.op is not Op.RESTATE or operation.level not in ("", "text"):
        return
    targets = operation.all_targets
    for target in () if operation.children and len(targets) == 1 else targets:
        element = named(tree, target)
        if element is None:
            continue
        gone = tree.family(element) if operation.takes_what_lies_under else []
        if any(each not in gone for each in _standing(tree, element)):
            yield target


def _has_standing(tree: Tree, element: Element) -> bool:
    """Whether something under a provision is law."""
    return any(_standing(tree, element))


def _standing(tree: Tree, element: Element) -> Iterator[Element]:
    """What under a provision is law; the rows of a table may go on from an article instead."""
    rows = rows_of(tree, element) if element.kind is Kind.TABLE else []
    return (each for each in (*tree.children(element.key), *rows) if not each.repealed)
