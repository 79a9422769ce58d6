"""The questions of a round on the form of a comment: the same answers as on the page of the questions."""

from collections.abc import Mapping

from django.http import HttpRequest

from consultations.actions.comments.answer_questions import AnswerQuestions
from consultations.forms.commenting import ONESELF
from consultations.forms.question_answers import AnswersForm
from consultations.models import Comment
from consultations.queries.rounds.questions import drafts_of_answers
from consultations.views.requests import actor_of
from consultations.views.writing import Writing

PREFIXES = ("answer-", "revision-")  # of the names of the fields
ANSWERS_FOR = "answers_for"
"""The body whose answers stand in the fields. The comment of the same form can be written for another one."""


def asked_beside(
    request: HttpRequest, writing: Writing, typed: Mapping[str, object] | None = None
) -> AnswersForm | None:
    """The fields of the questions, for the body that they were shown for. None without questions."""
    questions = list(writing.round.questions.all())
    if not questions or not writing.may_write:
        return None
    by_key = {str(body.pk) if body else ONESELF: body for body in writing.bodies}
    body = by_key.get(str((typed or {}).get(ANSWERS_FOR, "")), writing.bodies[0])
    standing = drafts_of_answers(writing.round, body, request.user)
    return AnswersForm(typed, questions=questions, body=body, standing=standing)


def save_answers(request: HttpRequest, writing: Writing, form: AnswersForm | None) -> list[Comment]:
    """Save the answers that were changed. Others keep their readers, whatever the comment says about its own."""
    if form is None or not form.changed_answers:
        return []
    return AnswerQuestions(
        writing.round,
        form.changed_answers,
        form.said,
        actor=actor_of(request, institution=form.body),
        institution=form.body,
        key=form.cleaned_data["key"],
    ).execute()


def typed_answers(request: HttpRequest, longest: int) -> dict[str, str]:
    """What was posted in these fields, cut to what the form can send."""
    names = (*PREFIXES, ANSWERS_FOR)
    return {name: str(value)[:longest] for name, value in request.POST.items() if name.startswith(names)}
