"""Changes the order of the operations of an amendment."""

from collections.abc import Sequence
from uuid import UUID

from amendments.actions.instruction_base import InstructionAction
from amendments.actor import Actor
from amendments.errors import EditConflict, RefusedInstruction
from amendments.models import Amendment, Instruction
from amendments.queries.drafts import working_draft


class OrderInstructions(InstructionAction[None]):
    """Refused when an operation could not be carried out at its new place."""

    action_name = "amendments.order_instructions"

    def __init__(self, amendment: Amendment, order: Sequence[UUID], *, actor: Actor) -> None:
        super().__init__(amendment, actor=actor)
        self.order = list(order)

    def perform(self) -> None:
        """Number the operations anew."""
        rows = {row.pk: row for row in self.instance.instructions.filter(status=Instruction.Status.TAKEN)}
        if set(rows) != set(self.order):
            raise EditConflict
        for place, pk in enumerate(self.order, start=1):
            if rows[pk].order != place:
                rows[pk].order = place
                rows[pk].revision += 1
                self.save(rows[pk])
        problems = working_draft(self.instance).problems
        if problems:
            raise RefusedInstruction(f"{problems[0].instruction.key}: {problems[0].problem}")
