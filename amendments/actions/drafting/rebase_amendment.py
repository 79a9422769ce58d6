"""Moves an amendment to a newer consolidated text of its act."""

from amendments.actions.drafting.instruction_base import InstructionAction
from amendments.audit.actor import Actor
from amendments.errors import NothingToSeal
from amendments.models import Amendment, Version


class RebaseAmendment(InstructionAction[Amendment]):
    """Instructions on changed provisions become stale and are listed with both texts until they are saved again."""

    action_name = "amendments.rebase_amendment"

    def __init__(self, amendment: Amendment, base: Version, *, actor: Actor) -> None:
        super().__init__(amendment, actor=actor)
        self.base = base

    def perform(self) -> Amendment:
        """Change the base; nothing is rewritten."""
        amendment = self.instance
        old = amendment.base_version
        if (
            self.base.is_draft
            or self.base.instrument_id != old.instrument_id
            or self.base.number <= old.number
        ):
            raise NothingToSeal
        amendment.base_version = self.base
        amendment.save(update_fields=["base_version"])
        self.touched("amendments.amendment", [amendment.pk])
        return amendment
