"""Adds an operation to the list of an amended act."""

from dataclasses import replace

from amendments.actions.drafting.instruction_base import InstructionAction, next_place
from amendments.audit.actor import Actor
from amendments.instructions.operations import Operation, to_json
from amendments.models import AmendedAct, Instruction


class AddInstruction(InstructionAction[Instruction]):
    """An operation that cannot be carried out on the working text is refused. Posted twice, it is added once."""

    action_name = "amendments.add_instruction"

    def __init__(
        self, act: AmendedAct, operation: Operation, *, actor: Actor, reason: str = "", key: str = ""
    ) -> None:
        super().__init__(act, actor=actor)
        self.operation = operation
        self.reason = reason
        self.key = key

    def done(self) -> Instruction | None:
        """Whether the last one of the list says the same."""
        last = self.act.instructions.order_by("-order", "-key").first()
        return last if last is not None and self._says_the_same(last) else None

    def perform(self) -> Instruction:
        """Put it at the end of the list."""
        key, order = next_place(self.act)
        row = Instruction(amended_act=self.act, key=self.key or key, order=order, reason=self.reason)
        return self.save(self.write(row, self.operation))

    def _says_the_same(self, last: Instruction) -> bool:
        operation = self.designated(self.operation)
        said = to_json(replace(operation, creates={}, target_text_hash=""))
        standing = {name: value for name, value in last.operation.items() if name != "creates"}
        return last.status == Instruction.Status.TAKEN and standing == said
