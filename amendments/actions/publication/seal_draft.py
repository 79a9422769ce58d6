"""Seals the working texts of an amendment as its next draft."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from amendments.actions.base import BaseAction, hold
from amendments.actions.publication.sealing import SealRequest, label_of, write_version
from amendments.errors import ActWithoutInstruction, NothingToSeal, RefusedInstruction, StaleInstruction
from amendments.models import AmendedAct, Amendment, Draft, Instruction, Instrument, Version
from amendments.permissions import may_draft
from amendments.queries.drafts import WorkingDraft, working_draft
from amendments.queries.folds import folds_of, off_the_law
from amendments.queries.hashes import draft_hash


@dataclass(frozen=True)
class _Sheet:
    """An amended act with its working text."""

    act: AmendedAct
    draft: WorkingDraft

    @property
    def instructions(self) -> tuple[Instruction, ...]:
        """The instructions that are sealed with the text."""
        return tuple(step.instruction for step in self.draft.steps)

    @cached_property
    def folds(self) -> tuple[tuple[Instruction, Instruction], ...]:
        """The folded instructions that are sealed, each with the one that says its words."""
        return tuple(folds_of(self.act))


class SealDraft(BaseAction[Draft]):
    """Seals a draft: the result of its instructions on the base of each act. One refused instruction stops it, and one
    that is not about the text in force.
    """

    action_name = "amendments.seal_draft"
    instance: Amendment

    def user_has_permission(self) -> bool:
        """Drafters of the section."""
        return may_draft(self.user, self.instance)

    def lock(self) -> None:
        """Lock the amendment and then its acts, always in the same order, because all drafts share the wordings of an act."""
        super().lock()
        for instrument in Instrument.objects.filter(amended_in__amendment=self.instance).order_by("pk"):
            hold(instrument)

    def perform(self) -> Draft:
        """Carry out the lists and write one version an act; the row of the draft comes last."""
        acts = list(
            self.instance.amended_acts.select_related("amendment", "instrument", "base_version__instrument")
        )
        for act in acts:
            self._refuse_stale_base(act)
        sheets = [_Sheet(act, working_draft(act)) for act in acts]
        self._refuse_unsealable(sheets)
        previous = self.instance.drafts.order_by("-number").first()
        if previous is not None and _is_the_same(previous, sheets):
            raise NothingToSeal
        draft = self._next(previous)
        versions = [self._write(draft, order, sheet) for order, sheet in enumerate(sheets, start=1)]
        draft.root_hash = draft_hash(draft, versions)
        draft.save(force_insert=True)
        self.touched("amendments.version", [version.pk for version in versions])
        return draft

    def _next(self, previous: Draft | None) -> Draft:
        return Draft(
            amendment=self.instance,
            number=previous.number + 1 if previous else 1,
            previous_hash=previous.root_hash if previous else "",
            sealed_at=self.actor.at,
            sealed_by=self.actor.user,
            sealed_by_label=label_of(self.actor),
        )

    def _write(self, draft: Draft, order: int, sheet: _Sheet) -> Version:
        request = SealRequest(
            sheet.act.instrument,
            sheet.draft.tree,
            draft,
            order,
            sheet.act.base_version,
            instructions=sheet.instructions,
            folds=sheet.folds,
        )
        return write_version(request, self.actor)

    def _refuse_stale_base(self, act: AmendedAct) -> None:
        newest = act.instrument.consolidated().filter(sealed_at__lte=self.actor.at).first()
        if newest is not None and newest.number > act.base_version.number:
            raise StaleInstruction(
                _(
                    "The act was changed by %(law)s after this amendment was opened. Move the amendment to %(version)s."
                )
                % {"law": newest.law_number or newest.label, "version": newest.label}
            )

    def _refuse_unsealable(self, sheets: Sequence[_Sheet]) -> None:
        for sheet in sheets:
            if sheet.draft.problems:
                step = sheet.draft.problems[0]
                raise RefusedInstruction(f"{step.instruction.key}: {step.problem}")
            for key, problem in off_the_law(sheet.draft).items():
                raise RefusedInstruction(f"{key}: {problem}")
        if not any(sheet.instructions for sheet in sheets):
            raise NothingToSeal
        for sheet in sheets:
            if not sheet.act.instructions.exists():
                raise ActWithoutInstruction(sheet.act)


def _is_the_same(last: Draft, sheets: Sequence[_Sheet]) -> bool:
    """Whether the last draft has the same instructions and folds on the same bases of the same acts."""
    sealed = [
        (
            version.parent_id,
            list(version.sealed_instructions.values_list("instruction_id", "operation")),
            set(version.sealed_folds.values_list("instruction_id", "folded_into_id")),
        )
        for version in last.versions.all()
    ]
    wanted = [
        (
            sheet.act.base_version_id,
            [(row.pk, row.operation) for row in sheet.instructions],
            {(row.pk, holder.pk) for row, holder in sheet.folds},
        )
        for sheet in sheets
    ]
    return sealed == wanted
