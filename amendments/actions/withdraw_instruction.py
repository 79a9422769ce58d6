"""Takes an operation out of the draft; it is kept and can be taken back."""

from amendments.actions.instruction_base import InstructionAction
from amendments.actor import Actor
from amendments.errors import ReasonNeeded
from amendments.models import Instruction


class WithdrawInstruction(InstructionAction[Instruction]):
    """The row stays, with the reason; sealed drafts still name it."""

    action_name = "amendments.withdraw_instruction"

    def __init__(self, instruction: Instruction, *, actor: Actor) -> None:
        super().__init__(instruction.amendment, actor=actor)
        self.pk = instruction.pk

    def perform(self) -> Instruction:
        """Mark it withdrawn."""
        if not self.actor.reason.strip():
            raise ReasonNeeded
        row = Instruction.objects.select_for_update().get(pk=self.pk)
        row.status = Instruction.Status.WITHDRAWN
        row.revision += 1
        return self.save(row)
