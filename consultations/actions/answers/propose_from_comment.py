"""Turns the wording of a comment into a proposed instruction and answers the comment, in one step."""

from amendments.actions.drafting.propose_instruction import ProposeInstruction
from amendments.audit.actor import Actor
from amendments.instructions.operations import Operation
from amendments.models import Instruction
from consultations.actions.answers.write_answer import Target, write_answer
from consultations.actions.base import CommentAction
from consultations.errors import TargetNeeded
from consultations.models import Comment, CommentInstruction, Disposition
from consultations.queries.comments.operations import commented_act
from consultations.queries.comments.proposals import is_as_proposed
from consultations.rules.answer_kinds import Answer
from consultations.rules.phases import Feature
from consultations.values import Effect, RoundAudience, Visibility


class ProposeFromComment(CommentAction[Instruction]):
    """Links the comment, its wording, the instruction and the answer. The drafter may then take the instruction.

    The answer is "accepted" if the wording is as proposed. A changed wording is "accepted in part" and needs a reason.
    `revision` is that of the answer which the person read (0 = none), as in `ProposeDisposition`.
    """

    action_name = "consultations.propose_from_comment"
    feature = Feature.PROPOSE_ANSWER

    def __init__(
        self,
        comment: Comment,
        operation: Operation,
        wording: str,
        *,
        actor: Actor,
        restate: bool = False,
        revision: int | None = None,
    ) -> None:
        super().__init__(comment, actor=actor)
        self.operation = operation
        self.wording = wording
        self.restate = restate
        self.revision = revision

    def done(self) -> Instruction | None:
        """The instruction that was proposed of the same wording already."""
        proposed = Instruction.Status.PROPOSED
        same = CommentInstruction.objects.filter(
            comment=self.instance, wording=self.wording, instruction__status=proposed
        ).first()
        return same.instruction if same else None

    def perform(self) -> Instruction:
        """Propose the instruction, link it and propose the answer, all in one transaction."""
        comment = self.instance
        comment.refresh_from_db()
        self.require_phase()
        act = commented_act(comment)
        if act is None:
            raise TargetNeeded
        instruction = ProposeInstruction(
            act,
            self.operation,
            actor=self.actor,
            reason=self.actor.reason or self._public_rationale(),
            restate=self.restate,
        ).execute()
        as_proposed = is_as_proposed(comment, self.wording, act.instrument)
        CommentInstruction.objects.create(
            comment=comment,
            instruction=instruction,
            wording=self.wording,
            as_proposed=as_proposed,
            at=self.actor.at,
            by=self.actor.user,
        )
        standing = Disposition.objects.filter(comment=comment).first()
        if standing is None or not standing.is_decided:
            answer = Answer.ACCEPTED if as_proposed else Answer.ACCEPTED_IN_PART
            target = Target(instruction, Effect.ADDED)
            write_answer(comment, answer, [target], self.actor, revision=self.revision)
        self.touched("consultations.comment", [comment.pk])
        return instruction

    def _public_rationale(self) -> str:
        """The reasons of the comment, "" unless everybody may read them: the list of instructions has other readers."""
        is_public = (
            self.instance.visibility == Visibility.PUBLIC and self.round.audience == RoundAudience.PUBLIC
        )
        return self.instance.reasons_shown if is_public else ""
