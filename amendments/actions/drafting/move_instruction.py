"""Changes the order of the operations of an amendment."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from amendments.actions.drafting.instruction_base import InstructionAction
from amendments.audit.actor import Actor
from amendments.errors import EditConflict, RefusedInstruction
from amendments.instructions.folding.items import Item
from amendments.instructions.folding.lawful import astray
from amendments.models import Instruction
from amendments.queries.drafting.drafts import WorkingDraft, scheme_of, working_draft
from amendments.queries.drafting.folds import items_of


class MoveInstruction(InstructionAction[Instruction]):
    """Two neighbouring instructions change places, if they are still the neighbours that the drafter saw.

    Moves elsewhere in the list do not matter, and neither do other instructions that cannot be carried out. The move is
    refused if one of the two cannot be carried out, if it would stop another one, or if an instruction would no longer
    speak of the text in force: behind a new sentence the second one is another.
    """

    action_name = "amendments.move_instruction"

    def __init__(self, instruction: Instruction, below: Instruction, *, actor: Actor) -> None:
        super().__init__(instruction.amended_act, actor=actor)
        self.key = instruction.key
        self.below = below.key

    def done(self) -> Instruction | None:
        """Whether it stands below the other already."""
        taken = self._taken()
        place = _place_of(taken, self.below, self.key)
        return None if place is None else taken[place + 1]

    def perform(self) -> Instruction:
        """Exchange the places of the two."""
        taken = self._taken()
        place = _place_of(taken, self.key, self.below)
        if place is None:
            raise EditConflict(
                _(
                    "Somebody else changed the list in the meantime: %(first)s is no longer directly before "
                    "%(second)s. Nothing was moved. Read the list below and move the instruction again."
                )
                % {"first": self.key, "second": self.below}
            )
        before = working_draft(self.act)
        items = items_of(before)
        pair = taken[place], taken[place + 1]
        taken[place : place + 2] = reversed(pair)
        for order, row in enumerate(taken, start=1):
            if row.order != order:
                row.order = order
                row.revision += row in pair
                self.save(row)
        after = working_draft(self.act)
        self._check_carried_out(before, after, pair)
        self._check_in_force(after, items)
        return pair[0]

    def _check_carried_out(
        self, before: WorkingDraft, after: WorkingDraft, pair: Sequence[Instruction]
    ) -> None:
        stopped = {step.instruction.pk for step in before.problems} - {row.pk for row in pair}
        for step in after.problems:
            if step.instruction.pk in stopped:
                continue
            if step.is_stale:
                said = _(
                    "Nothing was moved: the text on which instruction %(key)s was written has changed. Open %(key)s, read "
                    "the text, save it again, and then move it."
                )
            else:
                said = _(
                    "Nothing was moved: in this order instruction %(key)s cannot be carried out. %(why)s Leave the order "
                    "as it is, or change %(key)s first."
                )
            raise RefusedInstruction(said % {"key": step.instruction.key, "why": step.problem})

    def _check_in_force(self, draft: WorkingDraft, before: Sequence[Item]) -> None:
        keys = astray(draft.base, before, items_of(draft), scheme_of(self.act))
        if keys:
            raise RefusedInstruction(
                _(
                    "Nothing was moved: in this order instruction %(key)s would be about other words than those of the "
                    "text in force. Leave the order as it is, or change the instruction first."
                )
                % {"key": keys[0]}
            )

    def log_data(self) -> dict[str, Any]:
        """Which two."""
        return {"instruction": self.key, "below": self.below}

    def _taken(self) -> list[Instruction]:
        return list(self.act.instructions.filter(status=Instruction.Status.TAKEN))


def _place_of(rows: list[Instruction], first: str, second: str) -> int | None:
    """Where the first stands with the second right after it, None where it does not."""
    keys = [row.key for row in rows]
    return next((at for at, pair in enumerate(pairwise(keys)) if pair == (first, second)), None)
