"""Takes an operation out of the draft; it is kept and can be taken back."""

from collections.abc import Sequence

from amendments.actions.drafting.instruction_base import InstructionAction, check_revision, last_place
from amendments.actions.drafting.instruction_list import InstructionList
from amendments.audit.actor import Actor
from amendments.errors import ReasonNeeded, RefusedInstruction
from amendments.instructions.folding.items import CannotFold, Item
from amendments.models import Fold, Instruction
from amendments.queries.drafting.drafts import WorkingDraft, working_draft
from amendments.queries.drafting.folds import items_of, without_folds
from amendments.text.saying import say


class WithdrawInstruction(InstructionAction[Instruction]):
    """The row stays with the reason, because sealed drafts name it. It is refused if somebody changed it after the drafter read it.

    What its fold changed in other instructions is restored. If somebody changed the same words since, a folded
    instruction stays, and one that stands in the list leaves it alone.
    """

    action_name = "amendments.withdraw_instruction"

    def __init__(self, instruction: Instruction, *, actor: Actor, seen_revision: int | None = None) -> None:
        super().__init__(instruction.amended_act, actor=actor)
        self.pk = instruction.pk
        self.seen_revision = seen_revision

    def done(self) -> Instruction | None:
        """Whether it is withdrawn already."""
        return Instruction.objects.filter(pk=self.pk, status=Instruction.Status.WITHDRAWN).first()

    def perform(self) -> Instruction:
        """Undo its folds and mark it withdrawn."""
        if not self.actor.reason.strip():
            raise ReasonNeeded
        row = Instruction.objects.select_for_update().get(pk=self.pk)
        check_revision(row, self.seen_revision)
        if row.status == Instruction.Status.PROPOSED:
            row.status = Instruction.Status.WITHDRAWN
            row.revision += 1
            return self.save(row)
        self._leave_out(row, working_draft(self.act))
        return row

    def _leave_out(self, row: Instruction, draft: WorkingDraft) -> None:
        folds = list(row.folds.order_by("-pk").prefetch_related("changes__instruction", "changes__part_of"))
        left = self._left(row, draft, folds)
        keys = {item.key for item in left}
        parts = {
            change.instruction.key: change.part_of.key
            for fold in folds
            for change in fold.changes.all()
            if change.part_of is not None
        }
        leave = {
            item.key: parts.get(item.key, "") for item in items_of(draft, without=row) if item.key not in keys
        }
        if folds and _is_as_folded(row, folds[0]):
            # It was written on the working text, not on the text in its place.
            row.op, row.operation = folds[0].operation["op"], folds[0].operation
            row.order = last_place(self.act) + 1
        row.status, row.folded_into = Instruction.Status.WITHDRAWN, None
        change = InstructionList.of(draft, row)
        change.bring_to(left, leave, strict=bool(folds))
        self.save_list(change)
        Fold.objects.filter(pk__in=[fold.pk for fold in folds]).delete()

    def _left(self, row: Instruction, draft: WorkingDraft, folds: Sequence[Fold]) -> tuple[Item, ...]:
        try:
            return without_folds(draft, row, folds)
        except CannotFold as refusal:
            if row.status == Instruction.Status.FOLDED:
                raise RefusedInstruction(say(refusal)) from refusal
            return items_of(draft, without=row)


def _is_as_folded(row: Instruction, fold: Fold) -> bool:
    """Whether nobody worded the instruction anew since it was folded."""
    own = next((change.after for change in fold.changes.all() if change.instruction_id == row.pk), None)
    return own in (None, row.operation)
