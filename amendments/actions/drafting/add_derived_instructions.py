"""Adds the operations that an edit of the working text means, all of them or none."""

from typing import Any

from amendments.actions.drafting.instruction_base import InstructionAction, next_place
from amendments.audit.actor import Actor
from amendments.models import AmendedAct, Instruction
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.drafting.edits import ProvisionEdit, derived


class AddDerivedInstructions(InstructionAction[list[Instruction]]):
    """The text is edited in place; the law is changed by the instructions derived from it."""

    action_name = "amendments.add_derived_instructions"

    def __init__(
        self, act: AmendedAct, edit: ProvisionEdit, *, actor: Actor, reason: str = "", restate: bool = False
    ) -> None:
        super().__init__(act, actor=actor, restate=restate)
        self.edit = edit
        self.reason = reason
        self.added: list[Instruction] = []

    def perform(self) -> list[Instruction]:
        """Take them in one by one, each written on the text that the ones before it leave."""
        for operation in derived(working_draft(self.act), self.edit).operations:
            key, order = next_place(self.act)
            row = Instruction(amended_act=self.act, key=key, order=order, reason=self.reason)
            self.added.append(self.take_in(row, operation))
        return self.added

    def log_data(self) -> dict[str, Any]:
        """Which instructions the edit became."""
        return {"instructions": [row.key for row in self.added]}
