"""Keeps an edit of the working text beside the list, as proposed instructions."""

from typing import Any

from amendments.actions.drafting.instruction_base import InstructionAction, next_place
from amendments.audit.actor import Actor
from amendments.models import AmendedAct, Instruction
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.drafting.edits import ProvisionEdit, derived


class ProposeEdit(InstructionAction[list[Instruction]]):
    """A drafter whose colleague saved first decides later; the own wording is not lost and changes nothing yet.

    Each operation is written on the text as it stands now. All of them are kept, or none.
    """

    action_name = "amendments.propose_instruction"
    changes_text = False  # a proposal waits beside the list

    def __init__(self, act: AmendedAct, edit: ProvisionEdit, *, actor: Actor, reason: str = "") -> None:
        super().__init__(act, actor=actor)
        self.edit = edit
        self.reason = reason
        self.kept: list[Instruction] = []
        self.is_new = False

    def perform(self) -> list[Instruction]:
        """One proposed row for each operation."""
        for operation in derived(working_draft(self.act), self.edit).operations:
            key, order = next_place(self.act)
            row = Instruction(amended_act=self.act, key=key, order=order, reason=self.reason)
            row.status = Instruction.Status.PROPOSED
            self.planned(self.written(row, operation), row)
            self.kept.append(self._waiting(row) or self._keep(row))
        return self.kept

    def write_log(self, result: list[Instruction]) -> None:
        """A second click keeps nothing more, and leaves no entry."""
        if self.is_new:
            super().write_log(result)

    def _waiting(self, row: Instruction) -> Instruction | None:
        """The proposal that says the same already."""
        proposed = self.act.instructions.filter(status=Instruction.Status.PROPOSED)
        return next((each for each in proposed if each.operation == row.operation), None)

    def _keep(self, row: Instruction) -> Instruction:
        self.is_new = True
        self.resolve(row)
        return self.save(row)

    def log_data(self) -> dict[str, Any]:
        """Which instructions the edit became."""
        return {"instructions": [row.key for row in self.kept]}
