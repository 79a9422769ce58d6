"""The questions of a round, how many answers a reader finds to each, and what a person has answered so far."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count

from consultations.models import Comment, Institution, Round, RoundQuestion
from consultations.models.visibility import CommentQuerySet
from consultations.queries.comments.comment_lines import for_lines
from consultations.values import CommentState


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question with the number of answers that the reader may read."""

    question: RoundQuestion
    answers: int


def question_lines(user: Any, round_: Round) -> list[QuestionLine]:
    """The questions in their order; two queries."""
    questions = list(round_.questions.all())
    if not questions:
        return []
    rows = Comment.objects.visible_to(user).sent().filter(question__in=questions).order_by()
    found = dict(rows.values_list("question").annotate(found=Count("pk", distinct=True)))
    return [QuestionLine(row, found.get(row.pk, 0)) for row in questions]


def answers_to(user: Any, question: RoundQuestion) -> CommentQuerySet[Comment]:
    """The sent answers that the person may read, with withdrawn ones. Their order does not show when they were sent."""
    found = Comment.objects.visible_to(user).filter(question=question, submitted_at__isnull=False)
    return for_lines(found).order_by("reference")


def drafts_of_answers(round_: Round, institution: Institution | None, user: Any) -> dict[UUID, Comment]:
    """The drafts of answers of the institution, or of the person who writes for none, by question."""
    person = None if institution else user
    rows = Comment.objects.filter(
        question__round=round_,
        submission__institution=institution,
        submission__person=person,
        state=CommentState.DRAFT,
    )
    return {row.question_id: row for row in rows if row.question_id}
