"""Adds an operation to the list of an amended act."""

from dataclasses import replace
from typing import Any

from wagtail.log_actions import registry as log_registry

from amendments.actions.drafting.edit_instruction import EditInstruction
from amendments.actions.drafting.instruction_base import InstructionAction, next_place
from amendments.audit.actor import Actor
from amendments.instructions.operations import Operation, to_json
from amendments.models import AmendedAct, Instruction
from amendments.queries.drafting.plans import designated
from amendments.record.digest import digest

_IN_THE_DRAFT = (Instruction.Status.TAKEN, Instruction.Status.FOLDED)


class AddInstruction(InstructionAction[Instruction]):
    """An operation that cannot be carried out on the working text is refused. Posted twice, it is added once.

    `seen_list` is the revision of the list on which its form was opened. Whoever opens a form after an equal
    instruction was saved means another change: the first “A” is the next one now. Without it nobody can tell, and what
    the person added last is not added again.
    """

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
        seen_list: int | None = None,
    ) -> None:
        super().__init__(act, actor=actor, restate=restate)
        self.operation = operation
        self.reason = reason
        self.key = key
        self.seen_list = seen_list
        self.is_repeated = False
        self._list = 0

    def done(self) -> Instruction | None:
        """One that was posted as this is; others may have been added since."""
        added = Instruction.history.filter(amended_act=self.act, history_type="+", history_user=self.user)
        if self.seen_list is None:
            added = added.filter(history_date=added.order_by("-history_date").values("history_date")[:1])
        rows = Instruction.objects.filter(pk__in=added.values("id"), status__in=_IN_THE_DRAFT)
        by_id = {str(row.pk): row for row in rows.order_by("order", "key")}
        logs = log_registry.get_log_model_for_model(Instruction).objects.filter(object_id__in=by_id)
        added_here = logs.filter(action=self.action_name)
        posted = {entry.object_id for entry in added_here if self._is_of_this_post(entry.data)}
        posted -= set(logs.filter(action=EditInstruction.action_name).values_list("object_id", flat=True))
        found = next((row for pk, row in by_id.items() if pk in posted and self._says_the_same(row)), None)
        self.is_repeated = found is not None
        return found

    def perform(self) -> Instruction:
        """Put it where it stands in the order of the law, or fold it into the instructions that made its words."""
        self._list = AmendedAct.objects.values_list("revision", flat=True).get(pk=self.act.pk)
        key, order = next_place(self.act)
        row = Instruction(amended_act=self.act, key=self.key or key, order=order, reason=self.reason)
        return self.take_in(row, self.operation)

    def log_data(self) -> dict[str, Any]:
        """What was typed, as a hash, and the revision of the list before. The row says what was typed as the text completed
        it, or another instruction says it.
        """
        return {"posted": self._posted, "list": self._list}

    @property
    def _posted(self) -> str:
        typed = to_json(replace(designated(self.act, self.operation), creates={}, target_text_hash=""))
        return digest(typed)

    def _is_of_this_post(self, logged: dict[str, Any]) -> bool:
        """Whether an instruction was posted with the same words, and not before the form of this one was opened."""
        is_seen = self.seen_list is not None and self.seen_list > logged.get("list", -1)
        return logged.get("posted") == self._posted and not is_seen

    def _says_the_same(self, row: Instruction) -> bool:
        """Whether it was not changed since, as far as that tells whether this is another one."""
        return self.seen_list is not None or not row.history.exclude(history_type="+").exists()
