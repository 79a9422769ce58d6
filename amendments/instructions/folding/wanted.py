"""The text that a new instruction asks for, and what must leave the list before it can be carried out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from amendments.instructions.execute import execute
from amendments.instructions.folding.items import CannotFold
from amendments.instructions.folding.ledger import Ledger, found
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import WHOLE_ACT, Op, Operation
from amendments.provisions.messages import message as _
from amendments.provisions.tree import Element, Tree

_NO_EDIT = frozenset({Op.INSERT_ELEMENT, Op.APPEND_ELEMENT, Op.RENUMBER_AND_ADD, Op.REPEAL, Op.COMMENCEMENT})


@dataclass(frozen=True, slots=True)
class Wanted:
    """The wanted text; `operation` is what is left of the new one on provisions of the base, None for nothing."""

    tree: Tree
    operation: Operation | None


def wanted(ledger: Ledger, operation: Operation) -> Wanted:
    """The working text after the operation; repealing what an instruction brought takes it out again."""
    if operation.op is not Op.REPEAL or operation.level not in ("", "text"):
        return Wanted(execute(ledger.tree, [operation], ledger.scheme), operation)
    tree = execute(ledger.tree, [operation], ledger.scheme)
    members = [
        member
        for target in operation.all_targets
        for member in tree.family(_located(tree, target))
        if member.key not in ledger.base.by_key
    ]
    for member in members:
        if member.key not in ledger.brought:
            said = _(
                "An instruction gives text in force the number %(target)s. Withdraw that instruction first.",
                target=member.number,
            )
            raise CannotFold("moved_words", said)
    gone = {member.key for member in members}
    rest = tuple(t for t in operation.all_targets if _located(tree, t).key not in gone)
    return Wanted(tree.without(members), with_targets(operation, rest) if rest else None)


def repealed_targets(ledger: Ledger, operation: Operation) -> dict[str, Element]:
    """The targets that the list repeals, by the item that does it; the operation is about what they said before."""
    if operation.op in _NO_EDIT or WHOLE_ACT in operation.all_targets:
        return {}
    elements = (found(ledger.tree, target) for target in operation.all_targets)
    return {
        ledger.repealed[element.key]: element
        for element in elements
        if element is not None and element.repealed and element.key in ledger.repealed
    }


def with_targets(operation: Operation, targets: Iterable[str]) -> Operation:
    """An operation on several targets on some of them only; of a restatement each keeps its wording."""
    kept = tuple(targets)
    children = tuple(child for child in operation.children if child.number in kept)
    if len(kept) > 1 or not operation.children:
        one = kept[0] if len(kept) == 1 else ""
        return replace(operation, target=one, targets=() if one else kept, children=children)
    worded = next(child for child in children if child.number == kept[0])
    return replace(
        operation, target=kept[0], targets=(), heading=worded.heading, new=worded.text, children=()
    )


def _located(tree: Tree, target: str) -> Element:
    element = found(tree, target)
    if element is None:
        raise Refused("missing_target", _("There is no provision %(number)s.", number=target))
    return element
