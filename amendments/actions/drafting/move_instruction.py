"""Changes the order of the operations of an amendment."""

from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from amendments.actions.drafting.instruction_base import InstructionAction
from amendments.audit.actor import Actor
from amendments.errors import EditConflict, RefusedInstruction
from amendments.models import Instruction
from amendments.queries.drafts import working_draft


class MoveInstruction(InstructionAction[Instruction]):
    """Two neighbouring instructions change places, if they are still the neighbours that the drafter saw.

    Moves elsewhere in the list do not matter. The move is refused if an operation could not be carried out at its new
    place.
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
        pair = taken[place], taken[place + 1]
        taken[place : place + 2] = reversed(pair)
        for order, row in enumerate(taken, start=1):
            if row.order != order:
                row.order = order
                row.revision += row in pair
                self.save(row)
        problems = working_draft(self.act).problems
        if problems:
            raise RefusedInstruction(f"{problems[0].instruction.key}: {problems[0].problem}")
        return pair[0]

    def log_data(self) -> dict[str, Any]:
        """Which two."""
        return {"instruction": self.key, "below": self.below}

    def _taken(self) -> list[Instruction]:
        return list(self.act.instructions.filter(status=Instruction.Status.TAKEN))


def _place_of(rows: list[Instruction], first: str, second: str) -> int | None:
    """Where the first stands with the second right after it, None where it does not."""
    keys = [row.key for row in rows]
    return next((at for at, pair in enumerate(pairwise(keys)) if pair == (first, second)), None)
