"""Changes an operation of an amendment."""

from django.utils.translation import gettext as _

from amendments.actions.drafting.instruction_base import InstructionAction, check_revision
from amendments.audit.actor import Actor
from amendments.errors import EditConflict
from amendments.instructions.operations import Operation, to_json
from amendments.models import Instruction
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.drafting.folds import off_the_law


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
        restate: bool = False,
    ) -> None:
        super().__init__(instruction.amended_act, actor=actor, restate=restate)
        self.pk = instruction.pk
        self.operation = operation
        self.reason = reason
        self.seen_revision = seen_revision

    def perform(self) -> Instruction:
        """Write the new operation, unless it says what is stored; provisions that it still creates keep their identity."""
        row = Instruction.objects.select_for_update().get(pk=self.pk)
        check_revision(row, self.seen_revision)
        if self._is_as_it_stands(row):
            return row
        row.reason = self.reason or row.reason
        if row.status == Instruction.Status.TAKEN:
            return self.take_in(row, self.operation, in_place=True)
        if row.status == Instruction.Status.FOLDED:
            raise EditConflict(
                _(
                    "%(key)s is in the draft through another instruction. Change that one, or leave this one out."
                )
                % {"key": row.key}
            )
        row.revision += 1
        stood_there = row.status == Instruction.Status.WITHDRAWN
        self.planned(self.written(row, self.operation), row, in_place=stood_there)
        self.resolve(row)
        return self.save(row)

    def _is_as_it_stands(self, row: Instruction) -> bool:
        """Whether the row says this already and nothing is wrong with it that saving it again settles."""
        says_more = self.restate or self.reason not in ("", row.reason)
        if says_more or row.status == Instruction.Status.FOLDED or to_json(self.operation) != row.operation:
            return False
        draft = working_draft(self.act, also=() if row.status == Instruction.Status.TAKEN else [row])
        wrong = {step.instruction.key for step in draft.problems} | off_the_law(draft).keys()
        return row.key not in wrong
