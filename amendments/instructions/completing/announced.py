"""What one instruction adds must be of one kind and stand at one place, unless the language can name it all together."""

from amendments.instructions.citations import steps
from amendments.instructions.execution.renumbering import redesignation
from amendments.instructions.instruction_errors import InstructionError, Refused
from amendments.instructions.operations import Op, Operation
from amendments.instructions.wording import Mood, Wording, carried, outermost
from amendments.provisions.messages import message as _
from amendments.provisions.tree import Kind


def check_announced(operation: Operation, wording: Wording | None) -> None:
    """Refuse new provisions of several kinds or places before they are saved, where a wording cannot say them again."""
    numbers = _announced(operation)
    chains = [steps(number) for number in numbers]
    if not all(chains) or len({(*chain[:-1], chain[-1].kind) for chain in chains}) < 2:
        return
    first, *others = (chain[-1].kind for chain in chains)
    is_bare = (
        first is not Kind.ARTICLE and Kind.ARTICLE in others
    )  # "4. …" beside a new part is hardly an article
    if wording is not None and not is_bare and _is_read_back(operation, numbers, wording):
        return
    raise Refused(
        "not_worded",
        _(
            "Provisions of different kinds or places cannot be named together. Write one instruction for each kind "
            "and place."
        ),
    )


def _is_read_back(operation: Operation, numbers: tuple[str, ...], wording: Wording) -> bool:
    """Whether the sentence of a wording announces the same provisions when it is read."""
    try:
        read = wording.parse(wording.word(operation, Mood.IMPERATIVE))
        return [_announced(each) for each in read] == [numbers]
    except InstructionError:
        return False


def _announced(operation: Operation) -> tuple[str, ...]:
    if operation.op is Op.RENUMBER_AND_ADD:
        return outermost([each.number for each in redesignation(operation)[1]])
    return carried(operation) if operation.op in (Op.INSERT_ELEMENT, Op.APPEND_ELEMENT) else ()
