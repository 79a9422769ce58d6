"""Saves the answers to the questions of a round, all of one form at once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID, uuid5

from amendments.audit.actor import Actor
from amendments.models import Draft
from consultations.actions.base import RoundAction
from consultations.actions.comments.content import Content
from consultations.actions.comments.discard_comment import DiscardComment
from consultations.actions.comments.save_comment_draft import SaveCommentDraft
from consultations.errors import EditConflict
from consultations.models import Comment, Institution, Round, RoundQuestion
from consultations.queries.rounds.questions import drafts_of_answers
from consultations.rules.answer_kinds import Kind
from consultations.rules.phases import Feature


@dataclass(frozen=True, slots=True)
class TypedAnswer:
    """What was typed below a question, "" for no answer, and the revision of the draft that the person read.

    `said` is as that of the action, for an answer that has its own.
    """

    question: RoundQuestion
    text: str
    revision: int | None = None
    said: Content | None = None


class AnswerQuestions(RoundAction[list[Comment]]):
    """Somebody who takes part answers questions. Each answer is the draft of a comment; an emptied one is discarded.

    `said` holds who may read them, whether they show their sender, and their language. `key` is the key of the form.
    If one answer was written or changed by somebody else meanwhile, or on another form, `EditConflict` is raised and
    nothing is written. A field that is still empty leaves an answer alone that the person has not seen.
    """

    action_name = "consultations.answer_questions"
    feature = Feature.WRITE

    def __init__(
        self,
        round_: Round,
        answers: Iterable[TypedAnswer],
        said: Content,
        *,
        actor: Actor,
        institution: Institution | None = None,
        key: UUID | None = None,
    ) -> None:
        super().__init__(round_, actor=actor)
        self.answers = list(answers)
        self.said = said
        self.key = key
        self._institution = institution

    @property
    def institution(self) -> Institution | None:
        """The institution for which the person answers."""
        return self._institution

    def user_has_permission(self) -> bool:
        """Whoever may write comments in the round, and read its draft."""
        readable = Draft.objects.visible_to(self.user).contains(self.round.draft)
        return readable and super().user_has_permission()

    def perform(self) -> list[Comment]:
        """Save each answer that was typed."""
        self.require_phase()
        standing = drafts_of_answers(self.round, self._institution, self.user)
        saved = [self._save(answer, standing.get(answer.question.pk)) for answer in self.answers]
        return [comment for comment in saved if comment is not None]

    def _save(self, answer: TypedAnswer, standing: Comment | None) -> Comment | None:
        key = uuid5(self.key, str(answer.question.pk)) if self.key else None
        is_seen = standing is not None and self._has_seen(answer, standing, key)
        if not answer.text.strip():
            if standing is not None and is_seen:
                DiscardComment(standing, actor=self.actor).execute()
            elif standing is not None and answer.revision is not None:
                raise EditConflict
            return None
        if standing is not None and not is_seen:
            raise EditConflict
        said = answer.said or self.said
        content = replace(
            said, rationale=answer.text, kind=Kind.GENERAL, question=answer.question.pk, chosen=()
        )
        return SaveCommentDraft(
            self.round,
            content,
            actor=self.actor,
            institution=self._institution,
            comment=standing,
            revision=answer.revision if standing else None,
            key=key,
        ).execute()

    @staticmethod
    def _has_seen(answer: TypedAnswer, standing: Comment, key: UUID | None) -> bool:
        """Whether the person read this very answer, or the same form wrote it: scripts save it while the person types."""
        return answer.revision == standing.revision or (key is not None and standing.saved_key == key)
