"""Whether an instruction of a list speaks of the text in force, and alone of its words."""

from collections.abc import Sequence
from dataclasses import replace

from amendments.instructions.errors import Refused
from amendments.instructions.execute import execute
from amendments.instructions.execution.word_operations import quoted, spots_in
from amendments.instructions.folding.edits import says_words
from amendments.instructions.folding.items import Item
from amendments.instructions.folding.ledger import ledger_of
from amendments.instructions.operations import Operation
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Tree


def stands(
    base: Tree, items: Sequence[Item], key: str, scheme: Scheme | None = None, *, alone: bool = True
) -> bool:
    """Whether the list can be carried out with this item as it is; with `alone` no other one changes its words."""
    operation = next(item.operation for item in items if item.key == key)
    if absent_words(base, operation) or not _is_understood(base, operation, scheme):
        return False
    try:
        ledger = ledger_of(base, items, scheme)
    except Refused:
        return False
    mades = (made for patch in ledger.patches.values() for made in patch.mades)
    return not alone or not any(len(made.owners) > 1 and key in made.owners for made in mades)


def absent_words(base: Tree, operation: Operation) -> str:
    """The words that an operation quotes and that do not stand in its targets in the text in force; "" if all do."""
    if not says_words(operation):
        return ""
    try:
        found = [spots_in(base, operation, target) for target in operation.all_targets]
    except Refused:
        return quoted(operation)
    return "" if all(found) else quoted(operation)


def _is_understood(base: Tree, operation: Operation, scheme: Scheme | None) -> bool:
    """Whether the operation can be carried out on the text in force alone: it counts the sentences of that text.

    A new provision may stand after one that another instruction brings.
    """
    try:
        execute(base, [replace(operation, after="")], scheme)
    except Refused:
        return False
    return True
