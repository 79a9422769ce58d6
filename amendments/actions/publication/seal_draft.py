"""Seals the working texts of an amendment as its next draft."""

from collections.abc import Collection, Sequence

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from amendments.actions.base import BaseAction, hold
from amendments.actions.checking.closed_text import refuse_under_check
from amendments.actions.publication.sealing import SealRequest, label_of, write_version
from amendments.actions.translating.translation_rows import prepared_for
from amendments.audit.actor import Actor
from amendments.errors import NothingToSeal, ProposalsLeftOut, StaleInstruction
from amendments.errors.of_checks import ChangedSinceCheck, NotChecked
from amendments.models import (
    AmendedAct,
    Amendment,
    Draft,
    Instrument,
    LegalCheck,
    Version,
    WordingTranslation,
)
from amendments.models.draft import FRAME
from amendments.permissions import may_draft
from amendments.queries.drafting.working_text import Sheet, WorkingText, working_text
from amendments.queries.proof.hashes import draft_hash
from amendments.queries.way.checking import last_answer
from amendments.queries.way.seal_page import open_proposals


class SealDraft(BaseAction[Draft]):
    """Seals a draft: the result of its instructions on the base of each act. One refused instruction stops it, and one
    that is not about the text in force. Only the text that passed the legal check is sealed.
    """

    action_name = "amendments.seal_draft"
    instance: Amendment

    def __init__(
        self, amendment: Amendment, *, actor: Actor, left_out: Collection[str] | None = None
    ) -> None:
        """`left_out`: the keys of the open proposals that the person was shown; None where nobody looked."""
        super().__init__(amendment, actor=actor)
        self.left_out = left_out

    def user_has_permission(self) -> bool:
        """Drafters of the section."""
        return may_draft(self.user, self.instance)

    def lock(self) -> None:
        """Lock the amendment and then its acts, always in the same order, because all drafts share the wordings of an act."""
        super().lock()
        self.instance.refresh_from_db(fields=FRAME)
        for instrument in Instrument.objects.filter(amended_in__amendment=self.instance).order_by("pk"):
            hold(instrument)

    def perform(self) -> Draft:
        """Carry out the lists and write one version an act; the row of the draft comes last."""
        refuse_under_check(self.instance)
        self._refuse_new_proposals()
        text = working_text(self.instance)
        sheets = text.sheets
        for sheet in sheets:
            self._refuse_stale_base(sheet.act)
        if text.refusal:
            raise text.refusal
        previous = self.instance.drafts.order_by("-number").first()
        if previous is not None and previous.is_framed_by(self.instance) and _is_the_same(previous, sheets):
            raise NothingToSeal
        draft = self._next(previous, self._passed(text))
        versions = [self._write(draft, order, sheet) for order, sheet in enumerate(sheets, start=1)]
        draft.root_hash = draft_hash(draft, versions)
        draft.save(force_insert=True)
        self.touched("amendments.version", [version.pk for version in versions])
        translated = WordingTranslation.objects.filter(
            written_at=self.actor.at, wording__entry_texts__entry__version__in=versions
        )
        self.touched("amendments.translation", set(translated.values_list("wording", flat=True)))
        return draft

    def _refuse_new_proposals(self) -> None:
        if self.left_out is None:
            return
        new = [row.key for row in open_proposals(self.instance) if row.key not in self.left_out]
        if new:
            raise ProposalsLeftOut(new)

    def _passed(self, text: WorkingText) -> LegalCheck:
        """The check that passed exactly this text."""
        check = last_answer(self.instance)
        if check is None or not check.is_passed:
            raise NotChecked
        if check.text_hash != text.hash:
            raise ChangedSinceCheck(check.reviewer_label, localdate(check.answered_at))
        return check

    def _next(self, previous: Draft | None, check: LegalCheck) -> Draft:
        return Draft(
            legal_check=check,
            amendment=self.instance,
            number=previous.number + 1 if previous else 1,
            previous_hash=previous.root_hash if previous else "",
            **{name: getattr(self.instance, name) for name in FRAME},
            sealed_at=self.actor.at,
            sealed_by=self.actor.user,
            sealed_by_label=label_of(self.actor),
        )

    def _write(self, draft: Draft, order: int, sheet: Sheet) -> Version:
        request = SealRequest(
            sheet.act.instrument,
            sheet.draft.tree,
            draft,
            order,
            sheet.act.base_version,
            instructions=sheet.instructions,
            folds=sheet.folds,
            translations=prepared_for(sheet.act, sheet.draft, self.user),
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


def _is_the_same(last: Draft, sheets: Sequence[Sheet]) -> bool:
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
