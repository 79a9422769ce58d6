"""Seals the working text of an amendment as its next draft."""

from django.utils.translation import gettext as _

from amendments.actions.base import BaseAction, hold
from amendments.actions.publication.sealing import SealRequest, write_version
from amendments.errors import NothingToSeal, RefusedInstruction, StaleInstruction
from amendments.models import Amendment, Version
from amendments.permissions import may_draft
from amendments.queries.drafts import working_draft


class SealDraft(BaseAction[Version]):
    """The draft is the execution of its instructions on the base; a refused instruction stops the seal."""

    action_name = "amendments.seal_draft"
    instance: Amendment

    def user_has_permission(self) -> bool:
        """Drafters of the section."""
        return may_draft(self.user, self.instance)

    def lock(self) -> None:
        """The amendment, then the act, whose wordings all its drafts share."""
        super().lock()
        hold(self.instance.base_version.instrument)

    def perform(self) -> Version:
        """Carry out the list and write the version."""
        base = self.instance.base_version
        self._refuse_stale_base(base)
        draft = working_draft(self.instance)
        if draft.problems:
            step = draft.problems[0]
            raise RefusedInstruction(f"{step.instruction.key}: {step.problem}")
        instructions = tuple(step.instruction for step in draft.steps)
        if not instructions or self._is_sealed_already(instructions):
            raise NothingToSeal
        version = write_version(
            SealRequest(base.instrument, draft.tree, self.instance, base, instructions=instructions),
            self.actor,
        )
        self.touched("amendments.version", [version.pk])
        return version

    def _refuse_stale_base(self, base: Version) -> None:
        newest = base.instrument.consolidated().filter(sealed_at__lte=self.actor.at).first()
        if newest is not None and newest.number > base.number:
            raise StaleInstruction(
                _(
                    "The act was changed by %(law)s after this amendment was opened. Move the amendment to %(version)s."
                )
                % {"law": newest.law_number or newest.label, "version": newest.label}
            )

    def _is_sealed_already(self, instructions: tuple[object, ...]) -> bool:
        last = self.instance.versions.order_by("-number").first()
        if last is None or last.parent_id != self.instance.base_version_id:
            return False
        sealed = list(last.sealed_instructions.values_list("instruction_id", "operation"))
        return sealed == [(row.pk, row.operation) for row in instructions]  # type: ignore[attr-defined]
