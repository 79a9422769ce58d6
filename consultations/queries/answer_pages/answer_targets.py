"""The targets of an answer that the reader may see."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from amendments.instructions.touches import LEANING
from amendments.models import Amendment, Draft, Instruction, Version, VersionFold, VersionInstruction
from amendments.queries.drafting.folds import Holders
from consultations.models import Comment, Disposition, DispositionTarget
from consultations.queries.comments.provision_texts import DraftTexts
from consultations.queries.comments.senders import sees_proposals
from consultations.values import Effect

MOST_NUMBERS = 5  # a change of words throughout an act touches hundreds of provisions


@dataclass(frozen=True, slots=True)
class Standing:
    """The place of an instruction in a sealed draft, as the redline counts it, and what it changes there."""

    draft: Draft
    place: int
    numbers: str
    url: str  # the redline at the first provision that it changes


@dataclass(frozen=True, slots=True)
class TargetLine:
    """What the answer points at, as far as the reader may see it.

    `instruction` says the words: that into which the proposal was taken, if it was. It is `standing` in the newest draft
    after the commented one that the reader may read; one that was dropped, in the last draft that had it.
    """

    target: DispositionTarget
    comment: Comment | None
    number: str
    standing: Standing | None = None
    instruction: Instruction | None = None
    effect: str = ""


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
            line = told.line(row, row.instruction, draft)
            if working or line.standing is not None:
                yield line
            continue  # readers see an operation only if it is in a draft that was released to them
        provision = texts.draft(row.provision_id)
        comment = readable.get(row.comment_id) if row.comment_id else None
        yield TargetLine(row, comment, provision.called if provision else "")


@dataclass(frozen=True, slots=True)
class _Sealed:
    """The instruction that says the words in a sealed draft, and its place there."""

    holder: Instruction
    standing: Standing


@dataclass(frozen=True, slots=True)
class _Told:
    """Where the instructions of an answer stand: in the drafts that the reader may read, from the first, and now."""

    sealed: Mapping[UUID, Sequence[_Sealed]]
    now: Holders

    @classmethod
    def to(cls, user: Any, amendment: Amendment, instructions: list[UUID], *, working: bool) -> "_Told":
        if not instructions:
            return cls({}, Holders.of([]))
        return cls(_sealed(user, instructions), Holders.of(amendment.instructions.all() if working else []))

    def line(self, row: DispositionTarget, instruction: Instruction, commented: Draft) -> TargetLine:
        """The line of one target that is an instruction."""
        known = self.sealed.get(instruction.pk, ())
        if row.effect != Effect.DROPPED:
            known = [each for each in known if each.standing.draft.number > commented.number]
        last = known[-1] if known else None
        holder = self.now.holder(instruction.pk) or (last.holder if last else instruction)
        is_folded = holder.pk != instruction.pk
        effect = Effect.CHANGED if is_folded and row.effect == Effect.ADDED else Effect(row.effect)
        return TargetLine(row, None, "", last.standing if last else None, holder, effect.value)


def _sealed(user: Any, instructions: list[UUID]) -> Mapping[UUID, Sequence[_Sealed]]:
    """By instruction, what says its words in each draft that the reader may read, from the first draft."""
    readable = Version.objects.visible_to(user).values("pk")
    folds = VersionFold.objects.filter(instruction__in=instructions, version__in=readable)
    held = defaultdict(list)
    for version, pk, holder in folds.values_list("version", "instruction", "folded_into"):
        held[version, holder].append(pk)
    rows = (
        VersionInstruction.objects.filter(
            instruction__in=[*instructions, *(holder for _version, holder in held)], version__in=readable
        )
        .select_related("version__draft__amendment", "instruction")
        .prefetch_related("targets")
    )
    found: dict[UUID, list[_Sealed]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row.version.number):
        if row.version.draft is not None:
            sealed = _Sealed(row.instruction, _standing(row, row.version.draft))
            for pk in (row.instruction_id, *held[row.version_id, row.instruction_id]):
                found[pk].append(sealed)
    return found


def _standing(row: VersionInstruction, draft: Draft) -> Standing:
    touched = [target for target in row.targets.all() if target.touch not in LEANING]
    anchor = f"#p-{touched[0].provision_id}" if touched else ""
    numbers = list(dict.fromkeys(target.number for target in touched if target.number))
    shown = [*numbers[:MOST_NUMBERS], "…"] if len(numbers) > MOST_NUMBERS else numbers
    return Standing(draft, row.order + 1, ", ".join(shown), f"{draft.redline_url}{anchor}")
