"""Puts the text that an amending act quotes below an instruction into the operation that needs it."""

from dataclasses import replace

from amendments.instructions.instruction_errors import Unread
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.instructions.prose import quoting
from amendments.provisions.messages import message as _
from azerbaijan.wordings.saying import LABELS

_WANT_TEXT = frozenset(
    {
        Op.RESTATE,
        Op.RESTATE_HEADING,
        Op.RESTATE_SENTENCE,
        Op.ADD_SENTENCE,
        Op.INSERT_ELEMENT,
        Op.APPEND_ELEMENT,
        Op.RENUMBER_AND_ADD,
    }
)


def with_block(operations: list[Operation], block: str) -> list[Operation]:
    """The operations with the quoted text. Raises `Unread` unless exactly one of them needs it."""
    wanting = [index for index, operation in enumerate(operations) if operation.op in _WANT_TEXT]
    if len(wanting) != 1:
        raise Unread(_("It is not certain which operation the quoted text belongs to."))
    index = wanting[0]
    return [*operations[:index], _filled(operations[index], block.strip()), *operations[index + 1 :]]


def _filled(operation: Operation, block: str) -> Operation:
    if operation.op in (Op.INSERT_ELEMENT, Op.APPEND_ELEMENT):
        numbers = [operation.target, *(child.number for child in operation.children)]
        elements = quoting.read(block, quoting.as_quoted(numbers, block, LABELS), LABELS)
        return _with_elements(replace(operation, target=elements[0].number), elements)
    if operation.op is Op.RENUMBER_AND_ADD:
        announced = [child.number for child in operation.children[1:]]
        return replace(operation, children=(operation.children[0], *quoting.read(block, announced, LABELS)))
    if operation.op is Op.RESTATE and operation.level in ("", "text"):
        return _restated(operation, block)
    return replace(operation, new=block)


def _restated(operation: Operation, block: str) -> Operation:
    """The operation with the new text of its provision, which may begin with the number of the provision."""
    try:
        elements = quoting.read(block, operation.all_targets, LABELS)
    except Unread:
        if operation.targets:
            raise
        return replace(operation, new=block)
    if operation.targets:
        return replace(operation, children=tuple(elements))
    return _with_elements(operation, elements)


def _with_elements(operation: Operation, elements: list[NewElement]) -> Operation:
    first = elements[0]
    return replace(operation, new=first.text, heading=first.heading, children=tuple(elements[1:]))
