"""Executing instructions on the text of one provision that stands alone, outside its act."""

from collections.abc import Sequence
from dataclasses import replace

from amendments.instructions.execute import execute
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import WHOLE_ACT, Op, Operation
from amendments.provisions.messages import message as _
from amendments.provisions.tree import Element, Kind, Tree

NUMBER = "1"  # the number of a text that nobody has numbered
_NEED_AN_ACT = frozenset({Op.INSERT_ELEMENT, Op.APPEND_ELEMENT, Op.RENUMBER_AND_ADD})


def text_as_tree(text: str, number: str = NUMBER, *, is_heading: bool = False) -> Tree:
    """A tree of one provision with the text, or with the text as its heading."""
    heading, body = (text, "") if is_heading else ("", text)
    return Tree((Element(number, Kind.ARTICLE, number, eid=number, heading=heading, text=body),))


def execute_on_text(text: str, operations: Sequence[Operation]) -> str:
    """The text of one provision after operations that all name it, under whatever number."""
    for index, operation in enumerate(operations):
        if operation.op in _NEED_AN_ACT:
            raise Refused("act_needed", _("A new provision has no place in the text of another one."), index)
    number = _common_target(operations)
    levels = {_is_on_heading(operation) for operation in operations if operation.op is not Op.COMMENCEMENT}
    if len(levels) > 1:
        raise Refused("act_needed", _("Some instructions are about the heading, some about the text."))
    is_heading = True in levels
    here = [replace(operation, target=number, targets=(), target_text_hash="") for operation in operations]
    element = execute(text_as_tree(text, number, is_heading=is_heading), here).elements[0]
    return element.heading if is_heading else element.text


def _common_target(operations: Sequence[Operation]) -> str:
    """The provision that every operation names."""
    named = [operation.all_targets for operation in operations if WHOLE_ACT not in operation.all_targets]
    if not named:
        return NUMBER
    common = [number for number in named[0] if all(number in others for others in named)]
    if not common:
        raise Refused("act_needed", _("The instructions name several provisions."))
    return common[0]


def _is_on_heading(operation: Operation) -> bool:
    return operation.level == "heading" or operation.op is Op.RESTATE_HEADING
