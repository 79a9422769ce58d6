"""Adds an operation to the list of an amended act."""

from dataclasses import replace
from typing import Any

from wagtail.log_actions import registry as log_registry

from amendments.actions.drafting.instruction_base import InstructionAction, next_place
from amendments.audit.actor import Actor
from amendments.instructions.operations import Operation, to_json
from amendments.models import AmendedAct, Instruction
from amendments.queries.drafting.plans import designated
from amendments.record.digest import digest

_IN_THE_DRAFT = (Instruction.Status.TAKEN, Instruction.Status.FOLDED)


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
        """One that was posted as this is, among those that the person added last; others may have added theirs since."""
        added = Instruction.history.filter(amended_act=self.act, history_type="+", history_user=self.user)
        last = added.order_by("-history_date").values("history_date")[:1]
        rows = Instruction.objects.filter(pk__in=added.filter(history_date=last).values("id"))
        return next(
            (row for row in rows.filter(status__in=_IN_THE_DRAFT) if self._is_of_this_post(row)), None
        )

    def perform(self) -> Instruction:
        """Put it where it stands in the order of the law, or fold it into the instructions that made its words."""
        key, order = next_place(self.act)
        row = Instruction(amended_act=self.act, key=self.key or key, order=order, reason=self.reason)
        return self.take_in(row, self.operation)

    def log_data(self) -> dict[str, Any]:
        """What was typed, as a hash: the row says it completed by the text, or another instruction says it."""
        return {"posted": self._posted}

    @property
    def _posted(self) -> str:
        typed = to_json(replace(designated(self.act, self.operation), creates={}, target_text_hash=""))
        return digest(typed)

    def _is_of_this_post(self, row: Instruction) -> bool:
        if row.history.exclude(history_type="+").exists():
            return False  # changed since: it says something else
        logs = log_registry.get_logs_for_instance(row).filter(action=self.action_name)
        return any(entry.data.get("posted") == self._posted for entry in logs)
