"""What one instruction adds must be of one kind and stand at one place: only so can a sentence name it."""

from amendments.instructions.citations import steps
from amendments.instructions.execution.renumbering import redesignation
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, Operation
from amendments.instructions.wording import carried, outermost
from amendments.provisions.messages import message as _


def check_announced(operation: Operation) -> None:
    """Refuse new provisions of several kinds before they are saved: no language has a wording for them."""
    chains = [steps(number) for number in _announced(operation)]
    if not all(chains) or len({(*chain[:-1], chain[-1].kind) for chain in chains}) < 2:
        return
    raise Refused(
        "not_worded",
        _("Provisions of different kinds cannot be named together. Write one instruction for each kind."),
    )


def _announced(operation: Operation) -> tuple[str, ...]:
    if operation.op is Op.RENUMBER_AND_ADD:
        return outermost([each.number for each in redesignation(operation)[1]])
    return carried(operation) if operation.op in (Op.INSERT_ELEMENT, Op.APPEND_ELEMENT) else ()
