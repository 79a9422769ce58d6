"""What the actions on instructions share: the amendment that they change and the check of the result."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from django.db.models import F, Max
from django.utils.translation import gettext as _

from amendments.actions.base import BaseAction
from amendments.actions.drafting.write_targets import write_targets
from amendments.audit.actor import Actor
from amendments.audit.history import attribute
from amendments.errors import EditConflict, RefusedInstruction, StaleInstruction
from amendments.instructions import operations
from amendments.instructions.errors import BadOperation
from amendments.instructions.operations import Operation, to_json
from amendments.instructions.touches import words_in
from amendments.models import AmendedAct, Amendment, Instruction
from amendments.permissions import may_draft
from amendments.queries.drafts import citation_words, working_draft
from amendments.text.saying import say

R = TypeVar("R")


class InstructionAction(BaseAction[R]):
    """A change to the list of one amended act, by the drafters of the body.

    It holds the amendment: keys are unique within it, and its lists change one after the other.
    """

    instance: Amendment

    def __init__(self, act: AmendedAct, *, actor: Actor) -> None:
        super().__init__(act.amendment, actor=actor)
        self.act = act
        self._resolved: dict[object, Instruction] = {}

    def user_has_permission(self) -> bool:
        """Drafters of the section."""
        return may_draft(self.user, self.instance)

    def save(self, instruction: Instruction) -> Instruction:
        """Write the row with its actor in the audit."""
        attribute(instruction, self.actor)
        instruction.save()
        self.count_change()
        self.touched("amendments.instruction", [instruction.pk])
        return instruction

    def settle(self) -> None:
        """Write what the instructions of the act touch now."""
        write_targets(self.act, self._resolved.values())

    def count_change(self) -> None:
        """Raise the revision of the list, under which the results computed from it are cached."""
        AmendedAct.objects.filter(pk=self.act.pk).update(revision=F("revision") + 1)

    def write(self, instruction: Instruction, operation: Operation) -> Instruction:
        """Give the row an operation and keep the keys of the provisions that it creates. Refuse one that cannot be carried out."""
        operation = self.designated(operation)
        kept = (instruction.operation or {}).get("creates", {})
        instruction.op = operation.op.value
        instruction.operation = to_json(
            replace(operation, creates={**kept, **operation.creates}, target_text_hash="")
        )
        draft = working_draft(self.act, also=[instruction])
        step = draft.step_of(instruction)
        words = words_in(draft.base, operation.target)
        if operation.target_text_hash not in ("", words):
            raise StaleInstruction
        if step.problem:
            raise RefusedInstruction(step.problem)
        self._resolved[instruction.pk] = instruction
        instruction.operation["creates"] = _with_keys(
            instruction.operation.get("creates", {}), step.created, instruction.key
        )
        if not instruction.operation["creates"]:
            del instruction.operation["creates"]
        return instruction

    def designated(self, operation: Operation) -> Operation:
        """With every provision named in one form, whatever was typed."""
        words = citation_words(self.act.base_version.instrument)
        try:
            return operations.designated(operation, words)
        except BadOperation as bad:
            raise RefusedInstruction(say(bad)) from bad


def next_place(act: AmendedAct) -> tuple[str, int]:
    """Key, unique in the amendment, and order of a new instruction at the end of the list of the act."""
    taken = set(act.amendment.instructions.values_list("key", flat=True))
    count = len(taken) + 1
    while f"a{count:02}" in taken:
        count += 1
    last = act.instructions.aggregate(last=Max("order"))["last"] or 0
    return f"a{count:02}", last + 1


def check_revision(instruction: Instruction, seen: int | None) -> None:
    """Refuse a change that was written on an older state of the row than the stored one."""
    if seen is not None and seen != instruction.revision:
        raise EditConflict(
            _("Somebody else changed instruction %(key)s in the meantime.") % {"key": instruction.key}
        )


def _with_keys(keys: dict[str, str], created: Iterable[str], stem: str) -> dict[str, str]:
    """A stable key for every created provision; a number keeps the key that it once had."""
    keys = dict(keys)
    for number in created:
        if number not in keys:
            count = len(keys) + 1
            while f"{stem}-{count}" in keys.values():
                count += 1
            keys[number] = f"{stem}-{count}"
    return keys
