"""Adds an operation to the list of an amended act."""

from collections.abc import Collection
from typing import Any

from amendments.actions.drafting.instruction_base import InstructionAction, next_place
from amendments.audit.actor import Actor
from amendments.instructions.completing.narrowed import as_of_heading
from amendments.instructions.operations import Op, Operation, to_json
from amendments.models import AmendedAct, Instruction
from amendments.queries.drafting.plans import designated

_COMPLETED = frozenset({Op.ADD_SENTENCE, Op.RESTATE})  # saved with the part that the text says


class AddInstruction(InstructionAction[Instruction]):
    """An operation that cannot be carried out on the working text is refused. Posted twice, it is added once."""

    action_name = "amendments.add_instruction"

    def __init__(
        self,
        act: AmendedAct,
        operation: Operation,
        *,
        actor: Actor,
        reason: str = "",
        key: str = "",
        restate: bool = False,
    ) -> None:
        super().__init__(act, actor=actor, restate=restate)
        self.operation = operation
        self.reason = reason
        self.key = key

    def done(self) -> Instruction | None:
        """One that says the same, among those that the person added last; others may have added theirs since."""
        added = Instruction.history.filter(amended_act=self.act, history_type="+", history_user=self.user)
        last = added.order_by("-history_date").values("history_date")[:1]
        rows = Instruction.objects.filter(pk__in=added.filter(history_date=last).values("id"))
        return next((row for row in rows if self._says_the_same(row)), None)

    def perform(self) -> Instruction:
        """Put it where it stands in the order of the law, or fold it into the instructions that made its words."""
        key, order = next_place(self.act)
        row = Instruction(amended_act=self.act, key=self.key or key, order=order, reason=self.reason)
        return self.take_in(row, self.operation)

    def _says_the_same(self, last: Instruction) -> bool:
        fold = last.folds.first()
        written = fold.operation if fold is not None else last.operation
        said = designated(self.act, self.operation)
        is_completed = self.operation.op in _COMPLETED and self.operation.level in ("", "text")
        beside = {"creates", "target_text_hash", *(["level"] if is_completed else [])}
        in_the_draft = last.status in (Instruction.Status.TAKEN, Instruction.Status.FOLDED)
        alike = [_without(beside, to_json(each)) for each in (said, as_of_heading(said))]
        return in_the_draft and _without(beside, written) in alike


def _without(names: Collection[str], operation: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in operation.items() if name not in names}
