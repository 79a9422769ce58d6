"""Adds an operation to the list of an amendment."""

from amendments.actions.instruction_base import InstructionAction, next_place
from amendments.actor import Actor
from amendments.instructions.operations import Operation
from amendments.models import Amendment, Instruction


class AddInstruction(InstructionAction[Instruction]):
    """Refuses an operation that cannot be carried out on the working text."""

    action_name = "amendments.add_instruction"

    def __init__(
        self, amendment: Amendment, operation: Operation, *, actor: Actor, reason: str = "", key: str = ""
    ) -> None:
        super().__init__(amendment, actor=actor)
        self.operation = operation
        self.reason = reason
        self.key = key

    def perform(self) -> Instruction:
        """Put it at the end of the list."""
        key, order = next_place(self.instance)
        row = Instruction(amendment=self.instance, key=self.key or key, order=order, reason=self.reason)
        return self.save(self.write(row, self.operation))
