"""What the actions on instructions share: the amendment that they change and the check of the result."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from django.db.models import Max
from django.utils.translation import gettext as _

from amendments.actions.base import BaseAction
from amendments.audit.history import attribute
from amendments.errors import EditConflict, RefusedInstruction, StaleInstruction
from amendments.instructions.operations import Operation, to_json
from amendments.models import Amendment, Instruction
from amendments.permissions import may_draft
from amendments.queries.drafts import target_hash, working_draft

R = TypeVar("R")


class InstructionAction(BaseAction[R]):
    """A change to the list of an amendment, by the drafters of its body."""

    instance: Amendment

    def user_has_permission(self) -> bool:
        """Drafters of the section."""
        return may_draft(self.user, self.instance)

    def save(self, instruction: Instruction) -> Instruction:
        """Write the row with its actor in the audit."""
        attribute(instruction, self.actor)
        instruction.save()
        self.touched("amendments.instruction", [instruction.pk])
        return instruction

    def write(self, instruction: Instruction, operation: Operation) -> Instruction:
        """Give the row an operation, refuse one that cannot be carried out, keep the keys of what it creates."""
        kept = (instruction.operation or {}).get("creates", {})
        instruction.op = operation.op.value
        instruction.operation = to_json(
            replace(operation, creates={**kept, **operation.creates}, target_text_hash="")
        )
        instruction.target_text_hash = ""
        draft = working_draft(self.instance, also=[instruction])
        step = next(step for step in draft.steps if step.instruction is instruction)
        if operation.target_text_hash not in ("", target_hash(draft.base, operation.target)):
            raise StaleInstruction
        if step.problem:
            raise RefusedInstruction(step.problem)
        instruction.target_text_hash = target_hash(draft.base, operation.target)
        instruction.operation["creates"] = _with_keys(
            instruction.operation.get("creates", {}), step.created, instruction.key
        )
        if not instruction.operation["creates"]:
            del instruction.operation["creates"]
        return instruction


def next_place(amendment: Amendment) -> tuple[str, int]:
    """Key and order of a new instruction at the end of the list."""
    rows = amendment.instructions.aggregate(last=Max("order"))
    count = amendment.instructions.count() + 1
    taken = set(amendment.instructions.values_list("key", flat=True))
    while f"a{count:02}" in taken:
        count += 1
    return f"a{count:02}", (rows["last"] or 0) + 1


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
