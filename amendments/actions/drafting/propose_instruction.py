"""Proposes an operation to the drafters of an amendment."""

from amendments.actions.drafting.instruction_base import InstructionAction, next_place
from amendments.audit.actor import Actor
from amendments.instructions.operations import Operation
from amendments.models import AmendedAct, Instruction
from amendments.permissions import holds_on, may_draft


class ProposeInstruction(InstructionAction[Instruction]):
    """The secretariat or the drafters turn a wording into an operation. No draft changes until a drafter takes it in."""

    action_name = "amendments.propose_instruction"
    changes_text = False  # a proposal waits beside the list

    def __init__(
        self, act: AmendedAct, operation: Operation, *, actor: Actor, reason: str = "", restate: bool = False
    ) -> None:
        super().__init__(act, actor=actor, restate=restate)
        self.operation = operation
        self.reason = reason

    def user_has_permission(self) -> bool:
        """Drafters of the section and the secretariat."""
        may_propose = holds_on(self.user, "amendments.propose_instruction", self.instance)
        return may_propose or may_draft(self.user, self.instance)

    def perform(self) -> Instruction:
        """Put it beside the list, marked as proposed; what could not be taken in is refused now."""
        key, order = next_place(self.act)
        row = Instruction(
            amended_act=self.act,
            key=key,
            order=order,
            reason=self.reason,
            status=Instruction.Status.PROPOSED,
        )
        self.planned(self.written(row, self.operation), row)
        self.resolve(row)
        return self.save(row)
