"""Adds an operation to the list of an amended act."""

from dataclasses import replace
from typing import Any

from wagtail.log_actions import registry as log_registry

from amendments.actions.drafting.edit_instruction import EditInstruction
from amendments.actions.drafting.instruction_base import InstructionAction, next_place
from amendments.audit.actor import Actor
from amendments.errors import AddedBefore
from amendments.instructions.operations import Operation, to_json
from amendments.models import AmendedAct, Instruction
from amendments.queries.drafting.plans import designated
from amendments.record.digest import digest

_IN_THE_DRAFT = (Instruction.Status.TAKEN, Instruction.Status.FOLDED)


class AddInstruction(InstructionAction[Instruction]):
    """An operation that cannot be carried out on the working text is refused. Posted twice, it is added once.

    `seen_list` is the revision of the list on which its form was opened. Where an equal instruction of the person was saved
    before, it may be the browser's way back, or another change: the first “A” is the next one now. It is added if the
    person says so by `again`. Without `seen_list` what the person added last is not added again.
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
        again: bool = False,
    ) -> None:
        super().__init__(act, actor=actor, restate=restate)
        self.operation = operation
        self.reason = reason
        self.key = key
        self.seen_list, self.again = seen_list, again
        self.is_repeated = False
        self._list = 0

    def done(self) -> Instruction | None:
        """One that was posted as this is; others may have been added since."""
        found = self._equal(after_form_alone=True)
        self.is_repeated = found is not None
        return found

    def perform(self) -> Instruction:
        """Put it where it stands in the order of the law, or fold it into the instructions that made its words.

        Raises `AddedBefore` where an equal one was added before and nobody says that it is meant.
        """
        if self.seen_list is not None and not self.again and (equal := self._equal(after_form_alone=False)):
            raise AddedBefore(equal.key)
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

    def _equal(self, *, after_form_alone: bool) -> Instruction | None:
        """An instruction that the person posted with the same words: since the form was opened, or at any time."""
        added = Instruction.history.filter(amended_act=self.act, history_type="+", history_user=self.user)
        if self.seen_list is None:
            added = added.filter(history_date=added.order_by("-history_date").values("history_date")[:1])
        rows = Instruction.objects.filter(pk__in=added.values("id"), status__in=_IN_THE_DRAFT)
        by_id = {str(row.pk): row for row in rows.order_by("order", "key")}
        logs = log_registry.get_log_model_for_model(Instruction).objects.filter(object_id__in=by_id)
        after = self.seen_list if after_form_alone and self.seen_list is not None else -1
        added_here = [
            entry for entry in logs.filter(action=self.action_name) if entry.data.get("list", -1) >= after
        ]
        posted = {entry.object_id for entry in added_here if entry.data.get("posted") == self._posted}
        posted -= set(logs.filter(action=EditInstruction.action_name).values_list("object_id", flat=True))
        return next((row for pk, row in by_id.items() if pk in posted and self._says_the_same(row)), None)

    def _says_the_same(self, row: Instruction) -> bool:
        """Whether it was not changed since, as far as that tells whether this is another one."""
        return self.seen_list is not None or not row.history.exclude(history_type="+").exists()
