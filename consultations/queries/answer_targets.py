"""The targets of an answer that the reader may see."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from amendments.models import Draft, Version, VersionInstruction
from consultations.models import Comment, Disposition, DispositionTarget
from consultations.queries.provision_texts import DraftTexts
from consultations.queries.senders import sees_proposals


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target of an answer, with no more than the reader may see."""

    target: DispositionTarget
    comment: Comment | None
    number: str
    sealed_in: Draft | None


def targets_of(user: Any, answer: Disposition | None, draft: Draft) -> Iterable[TargetLine]:
    """The targets of an answer to a comment on a draft."""
    if answer is None:
        return
    rows = list(answer.targets.select_related("instruction__amended_act__instrument", "comment", "draft"))
    sealed = {
        row.instruction_id: row.version.draft
        for row in VersionInstruction.objects.filter(
            instruction__in=[t.instruction_id for t in rows if t.instruction_id],
            version__in=Version.objects.visible_to(user),
        )
        .select_related("version__draft__amendment")
        .order_by("-version__number")
    }
    pointed = [t.comment_id for t in rows if t.comment_id]
    readable = {c.pk: c for c in Comment.objects.visible_to(user).filter(pk__in=pointed)}
    texts = DraftTexts.of(draft, [t.provision_id for t in rows if t.provision_id])
    working = sees_proposals(user, answer.comment.submission.round.amendment)
    for row in rows:
        if row.instruction_id and not working and row.instruction_id not in sealed:
            continue  # readers see an operation only if it is in a draft that was released to them
        number = texts.draft(row.provision_id)
        yield TargetLine(
            row,
            readable.get(row.comment_id) if row.comment_id else None,
            number.number if number else "",
            sealed.get(row.instruction_id) if row.instruction_id else None,
        )
