"""Takes a proposed or withdrawn operation into the draft."""

from amendments.actions.drafting.instruction_base import InstructionAction, check_revision
from amendments.audit.actor import Actor
from amendments.instructions.operations import from_json
from amendments.models import Instruction


class TakeInstruction(InstructionAction[Instruction]):
    """A drafter takes a proposed instruction into the list. Refused if it no longer fits the working text or was changed since it was read."""

    action_name = "amendments.take_instruction"

    def __init__(
        self,
        instruction: Instruction,
        *,
        actor: Actor,
        seen_revision: int | None = None,
        restate: bool = False,
    ) -> None:
        super().__init__(instruction.amended_act, actor=actor, restate=restate)
        self.pk = instruction.pk
        self.seen_revision = seen_revision

    def done(self) -> Instruction | None:
        """Whether it is in the draft already."""
        in_the_draft = (Instruction.Status.TAKEN, Instruction.Status.FOLDED)
        return Instruction.objects.filter(pk=self.pk, status__in=in_the_draft).first()

    def perform(self) -> Instruction:
        """Fold a proposal; what was withdrawn returns to its place, if it can."""
        row = Instruction.objects.select_for_update().get(pk=self.pk)
        check_revision(row, self.seen_revision)
        stood_there = row.status == Instruction.Status.WITHDRAWN
        return self.take_in(row, from_json(row.operation), in_place=stood_there)
