"""Moves an amended act to a newer consolidated text."""

from amendments.actions.drafting.instruction_base import InstructionAction
from amendments.audit.actor import Actor
from amendments.errors import NothingToSeal
from amendments.models import AmendedAct, Amendment, Version


class RebaseAmendment(InstructionAction[AmendedAct]):
    """Instructions on changed provisions become stale. They are listed with both texts until they are saved again."""

    action_name = "amendments.rebase_amendment"

    def __init__(self, act: AmendedAct, base: Version, *, actor: Actor) -> None:
        super().__init__(act, actor=actor)
        self.base = base

    def perform(self) -> AmendedAct:
        """Change the base of this act. No instruction is rewritten."""
        old = self.act.base_version
        if (
            self.base.is_draft
            or self.base.instrument_id != old.instrument_id
            or self.base.number <= old.number
        ):
            raise NothingToSeal
        self.act.base_version = self.base
        self.act.save(update_fields=["base_version"])
        self.touched("amendments.amendment", [self.instance.pk])
        return self.act

    def subject(self, result: AmendedAct) -> Amendment:
        """The log names the amendment."""
        return self.instance
