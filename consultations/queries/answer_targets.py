"""The targets of an answer that the reader may see."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from amendments.models import Amendment, Draft, Instruction, Version, VersionFold, VersionInstruction
from amendments.queries.folds import Holders
from consultations.models import Comment, Disposition, DispositionTarget
from consultations.queries.provision_texts import DraftTexts
from consultations.queries.senders import sees_proposals
from consultations.values import Effect


@dataclass(frozen=True, slots=True)
class TargetLine:
    """What the answer points at, as far as the reader may see it.

    `instruction` says the words: that into which the proposal was taken, if it was, with its key in `taken_from`.
    """

    target: DispositionTarget
    comment: Comment | None
    number: str
    sealed_in: Draft | None
    instruction: Instruction | None = None
    effect: str = ""
    taken_from: str = ""


def targets_of(user: Any, answer: Disposition | None, draft: Draft) -> Iterable[TargetLine]:
    """The targets of an answer to a comment on a draft."""
    if answer is None:
        return
    rows = list(answer.targets.select_related("instruction__amended_act__instrument", "comment", "draft"))
    amendment = answer.comment.submission.round.amendment
    working = sees_proposals(user, amendment)
    told = _Told.to(user, amendment, [t.instruction_id for t in rows if t.instruction_id], working=working)
    pointed = [t.comment_id for t in rows if t.comment_id]
    readable = {c.pk: c for c in Comment.objects.visible_to(user).filter(pk__in=pointed)}
    texts = DraftTexts.of(draft, [t.provision_id for t in rows if t.provision_id])
    for row in rows:
        if row.instruction is not None:
            if working or row.instruction_id in told.sealed:
                yield told.line(row, row.instruction)
            continue  # readers see an operation only if it is in a draft that was released to them
        number = texts.draft(row.provision_id)
        comment = readable.get(row.comment_id) if row.comment_id else None
        yield TargetLine(row, comment, number.number if number else "", None)


@dataclass(frozen=True, slots=True)
class _Sealed:
    """The draft in which an instruction was sealed, and the one that says its words there."""

    draft: Draft | None
    holder: Instruction


@dataclass(frozen=True, slots=True)
class _Told:
    """Where the instructions of an answer stand: in the first sealed draft that the reader may read, and now."""

    sealed: dict[UUID, _Sealed]
    now: Holders

    @classmethod
    def to(cls, user: Any, amendment: Amendment, instructions: list[UUID], *, working: bool) -> "_Told":
        if not instructions:
            return cls({}, Holders.of([]))
        said = {"instruction__in": instructions, "version__in": Version.objects.visible_to(user)}
        found: dict[UUID, _Sealed] = {}
        own = VersionInstruction.objects.filter(**said).select_related(
            "version__draft__amendment", "instruction"
        )
        folded = VersionFold.objects.filter(**said).select_related("version__draft__amendment", "folded_into")
        rows = [
            *((row.version, row.instruction_id, row.instruction) for row in own),
            *((row.version, row.instruction_id, row.folded_into) for row in folded),
        ]
        for version, pk, holder in sorted(rows, key=lambda row: -row[0].number):
            found[pk] = _Sealed(version.draft, holder)
        return cls(found, Holders.of(amendment.instructions.all() if working else []))

    def line(self, row: DispositionTarget, instruction: Instruction) -> TargetLine:
        """The line of one target that is an instruction."""
        sealed = self.sealed.get(instruction.pk)
        holder = self.now.holder(instruction.pk) or (sealed.holder if sealed else instruction)
        is_folded = holder.pk != instruction.pk
        effect = Effect.CHANGED if is_folded and row.effect == Effect.ADDED else Effect(row.effect)
        return TargetLine(
            row,
            None,
            "",
            sealed.draft if sealed else None,
            holder,
            str(effect.label),
            instruction.key if is_folded else "",
        )
