"""Proposes the answer to a comment."""

from collections.abc import Iterable

from amendments.audit.actor import Actor
from consultations.actions.answers.write_answer import Target, points_at, write_answer
from consultations.actions.base import CommentAction
from consultations.models import Comment, Disposition
from consultations.rules.answer_kinds import Answer
from consultations.rules.phases import Feature


class ProposeDisposition(CommentAction[Disposition]):
    """The drafter or the secretary proposes an answer, with a reason (`actor.reason`) if the answer needs one.

    `revision` is that of the proposal which the person read (0 = none). If somebody proposed in between, `EditConflict`.
    """

    action_name = "consultations.propose_disposition"
    feature = Feature.PROPOSE_ANSWER

    def __init__(
        self,
        comment: Comment,
        answer: Answer,
        targets: Iterable[Target] = (),
        *,
        actor: Actor,
        revision: int | None = None,
    ) -> None:
        super().__init__(comment, actor=actor)
        self.answer = answer
        self.targets = list(targets)
        self.revision = revision

    def done(self) -> Disposition | None:
        """The proposal, if the person made the same one last and it is not decided."""
        row = Disposition.objects.filter(
            comment=self.instance,
            value=self.answer.value,
            reason=self.actor.reason,
            proposed_by=self.actor.user,
            decided_at=None,
        ).first()
        return row if row is not None and points_at(row, self.targets) else None

    def perform(self) -> Disposition:
        self.instance.refresh_from_db()
        self.require_phase()
        row = write_answer(self.instance, self.answer, self.targets, self.actor, revision=self.revision)
        self.touched("consultations.comment", [self.instance.pk])
        return row
