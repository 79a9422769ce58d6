"""Takes a proposed or withdrawn operation into the draft."""

from amendments.actions.drafting.instruction_base import InstructionAction, check_revision
from amendments.audit.actor import Actor
from amendments.instructions.operations import from_json
from amendments.models import Instruction


class TakeInstruction(InstructionAction[Instruction]):
    """It is refused if the operation no longer fits the working text, or if somebody changed it after the drafter read it."""

    action_name = "amendments.take_instruction"

    def __init__(self, instruction: Instruction, *, actor: Actor, seen_revision: int | None = None) -> None:
        super().__init__(instruction.amended_act, actor=actor)
        self.pk = instruction.pk
        self.seen_revision = seen_revision

    def done(self) -> Instruction | None:
        """Whether it is in the draft already."""
        return Instruction.objects.filter(pk=self.pk, status=Instruction.Status.TAKEN).first()

    def perform(self) -> Instruction:
        """Carry it out with the others and mark it taken."""
        row = Instruction.objects.select_for_update().get(pk=self.pk)
        check_revision(row, self.seen_revision)
        row.status = Instruction.Status.TAKEN
        row.revision += 1
        return self.save(self.write(row, from_json(row.operation)))
