"""Changes an operation of an amendment."""

from amendments.actions.drafting.instruction_base import InstructionAction, check_revision
from amendments.audit.actor import Actor
from amendments.instructions.operations import Operation
from amendments.models import Instruction


class EditInstruction(InstructionAction[Instruction]):
    """An operation that cannot be carried out is refused, and so is a change of a row that somebody else changed meanwhile."""

    action_name = "amendments.edit_instruction"

    def __init__(
        self,
        instruction: Instruction,
        operation: Operation,
        *,
        actor: Actor,
        reason: str = "",
        seen_revision: int | None = None,
    ) -> None:
        super().__init__(instruction.amended_act, actor=actor)
        self.pk = instruction.pk
        self.operation = operation
        self.reason = reason
        self.seen_revision = seen_revision

    def perform(self) -> Instruction:
        """Write the new operation; provisions that it still creates keep their identity."""
        row = Instruction.objects.select_for_update().get(pk=self.pk)
        check_revision(row, self.seen_revision)
        row.reason = self.reason or row.reason
        row.revision += 1
        return self.save(self.write(row, self.operation))
