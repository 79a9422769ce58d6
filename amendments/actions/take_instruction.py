"""Takes a proposed or withdrawn operation into the draft."""

from amendments.actions.instruction_base import InstructionAction
from amendments.actor import Actor
from amendments.instructions.operations import from_json
from amendments.models import Instruction


class TakeInstruction(InstructionAction[Instruction]):
    """Refused when the operation no longer fits the working text."""

    action_name = "amendments.take_instruction"

    def __init__(self, instruction: Instruction, *, actor: Actor) -> None:
        super().__init__(instruction.amendment, actor=actor)
        self.pk = instruction.pk

    def perform(self) -> Instruction:
        """Carry it out with the others and mark it taken."""
        row = Instruction.objects.select_for_update().get(pk=self.pk)
        row.status = Instruction.Status.TAKEN
        row.revision += 1
        return self.save(self.write(row, from_json(row.operation)))
