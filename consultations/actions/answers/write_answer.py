"""Writes an answer, for the actions that propose one."""

from collections.abc import Iterable
from dataclasses import dataclass

from amendments.audit.actor import Actor
from amendments.audit.history import attribute
from amendments.models import Draft, Instruction, Provision
from consultations.actions.base import refuse_unless_sent
from consultations.actions.sent_event import merge
from consultations.errors import AnswerConflict, ReasonNeeded, TargetNeeded
from consultations.errors.of_states import AnswerDecided, AnswersQuestion
from consultations.models import Comment, Disposition, DispositionTarget
from consultations.rules.answer_kinds import NEEDS_REASON, NEEDS_TARGET, Answer
from consultations.values import Effect


@dataclass(frozen=True, slots=True)
class Target:
    """What an answer points at: an instruction, a provision or a comment. `draft` is the draft in which it took effect."""

    instruction: Instruction | None = None
    effect: Effect = Effect.ADDED
    draft: Draft | None = None
    provision: Provision | None = None
    comment: Comment | None = None


def write_answer(
    comment: Comment,
    answer: Answer,
    targets: Iterable[Target],
    actor: Actor,
    *,
    revision: int | None = None,
) -> Disposition:
    """Write the proposal over the earlier one. Raises `AnswerDecided` if the answer is decided."""
    targets = list(targets)
    _refuse_incomplete(answer, targets, actor.reason)
    refuse_unless_sent(comment)
    if comment.question_id:
        raise AnswersQuestion
    standing = Disposition.objects.select_for_update().filter(comment=comment).first()
    if standing is not None and standing.is_decided:
        raise AnswerDecided
    if revision is not None and revision != (standing.revision if standing else 0):
        raise AnswerConflict
    row = standing or Disposition(comment=comment, revision=0)
    row.value, row.reason = answer.value, actor.reason
    row.proposed_by, row.proposed_at = actor.user, actor.at
    row.revision += 1
    attribute(row, actor)
    row.save()
    if comment.duplicate_of_id and answer is not Answer.MERGED:  # it has an answer of its own now
        merge(comment, None, actor)
    row.targets.all().delete()
    DispositionTarget.objects.bulk_create([_row(row, target) for target in targets])
    return row


def points_at(row: Disposition, targets: Iterable[Target]) -> bool:
    """Whether an answer has these targets."""
    standing = [_named(target) for target in row.targets.all()]
    return sorted(standing) == sorted(_named(_row(row, target)) for target in targets)


def _named(target: DispositionTarget) -> tuple[str, ...]:
    keys = (target.instruction_id, target.draft_id, target.provision_id, target.comment_id)
    return (target.effect, *map(str, keys))


def _refuse_incomplete(answer: Answer, targets: list[Target], reason: str) -> None:
    if answer in NEEDS_REASON and not reason.strip():
        raise ReasonNeeded
    if answer in NEEDS_TARGET and not targets:
        raise TargetNeeded


def _row(disposition: Disposition, target: Target) -> DispositionTarget:
    return DispositionTarget(
        disposition=disposition,
        instruction=target.instruction,
        effect=target.effect.value if target.instruction else "",
        draft=target.draft,
        provision=target.provision,
        comment=target.comment,
    )
