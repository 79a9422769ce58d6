"""Takes an operation out of the draft; it is kept and can be taken back."""

from amendments.actions.drafting.instruction_base import InstructionAction, check_revision
from amendments.audit.actor import Actor
from amendments.errors import ReasonNeeded
from amendments.models import Instruction


class WithdrawInstruction(InstructionAction[Instruction]):
    """The row stays with the reason, because sealed drafts name it. It is refused if somebody changed it after the drafter read it."""

    action_name = "amendments.withdraw_instruction"

    def __init__(self, instruction: Instruction, *, actor: Actor, seen_revision: int | None = None) -> None:
        super().__init__(instruction.amended_act, actor=actor)
        self.pk = instruction.pk
        self.seen_revision = seen_revision

    def done(self) -> Instruction | None:
        """Whether it is withdrawn already."""
        return Instruction.objects.filter(pk=self.pk, status=Instruction.Status.WITHDRAWN).first()

    def perform(self) -> Instruction:
        """Mark it withdrawn."""
        if not self.actor.reason.strip():
            raise ReasonNeeded
        row = Instruction.objects.select_for_update().get(pk=self.pk)
        check_revision(row, self.seen_revision)
        row.status = Instruction.Status.WITHDRAWN
        row.revision += 1
        return self.save(row)
