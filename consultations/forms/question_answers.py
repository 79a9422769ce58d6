"""The form with the questions of a round, each with a field for its answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import get_language

from amendments.provisions.hidden import without_unseen
from consultations.actions.comments.answer_questions import TypedAnswer
from consultations.actions.comments.content import Content
from consultations.forms.commenting import LONGEST, ONESELF, SaidForm
from consultations.forms.whole_form import WholeForm
from consultations.models import Comment, Institution, RoundQuestion
from consultations.values import Identity, Visibility


@dataclass(frozen=True, slots=True)
class QuestionField:
    """A question with the field for its answer, the answer that stands, and what somebody has saved there meanwhile."""

    question: RoundQuestion
    answer: BoundField
    revision: BoundField
    standing: Comment | None = None
    saved_meanwhile: Comment | None = None


class AnswersForm(WholeForm):
    """All questions of a round. An answer that is left empty is not sent."""

    visibility = SaidForm.base_fields["visibility"]
    identity = SaidForm.base_fields["identity"]
    language = SaidForm.base_fields["language"]
    acting_for = forms.CharField(widget=forms.HiddenInput)
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,
        questions: Iterable[RoundQuestion],
        body: Institution | None,
        standing: Mapping[UUID, Comment],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.questions = list(questions)
        self.body = body
        self.standing = standing
        self._meanwhile: dict[UUID, Comment] = {}
        first = next(iter(standing.values()), None)
        self.fields["visibility"].initial = first.visibility if first else Visibility.PUBLIC
        self.fields["identity"].initial = first.identity if first else Identity.SHOWN
        self.fields["language"].initial = first.language if first else (get_language() or "en")[:2]
        self.fields["acting_for"].initial = self.body_key
        self.fields["key"].initial = uuid4
        for question in self.questions:
            self._add(question, standing.get(question.pk))

    def _add(self, question: RoundQuestion, draft: Comment | None) -> None:
        self.fields[_answer(question)] = forms.CharField(
            label=str(question),
            required=False,
            max_length=LONGEST,
            widget=forms.Textarea,
            initial=draft.rationale if draft else "",
        )
        self.fields[_revision(question)] = forms.IntegerField(
            required=False, widget=forms.HiddenInput, initial=draft.revision if draft else None
        )

    @property
    def body_key(self) -> str:
        """The key of the body that answers, as a form names it."""
        return str(self.body.pk) if self.body else ONESELF

    @property
    def rows(self) -> list[QuestionField]:
        """The questions with their fields, in their order."""
        return [
            QuestionField(
                row,
                self[_answer(row)],
                self[_revision(row)],
                self.standing.get(row.pk),
                self._meanwhile.get(row.pk),
            )
            for row in self.questions
        ]

    def show_meanwhile(self) -> None:
        """Show beside each field what is saved now, if it is something else. Saving again then replaces it."""
        typed = dict(self.data.items())
        for question in self.questions:
            draft = self.standing.get(question.pk)
            if draft is None:
                continue
            is_seen = typed.get(_revision(question)) == str(draft.revision)
            if not is_seen and typed.get(_answer(question), "") != draft.rationale:
                self._meanwhile[question.pk] = draft
            typed[_revision(question)] = str(draft.revision)
        self.data = typed

    @property
    def said(self) -> Content:
        """Who may read the answers, whether they show their sender, and their language."""
        data = self.cleaned_data
        return Content(
            visibility=Visibility(data["visibility"]),
            identity=Identity(data["identity"]),
            language=data["language"],
        )

    @property
    def answers(self) -> list[TypedAnswer]:
        """What was typed below each question."""
        data = self.cleaned_data
        return [
            TypedAnswer(
                row, without_unseen(data[_answer(row)]).replace("\r\n", "\n").strip(), data[_revision(row)]
            )
            for row in self.questions
        ]

    @property
    def changed_answers(self) -> list[TypedAnswer]:
        """The answers that differ from the stored ones. A stored answer keeps its readers, identity and language."""
        return [
            replace(answer, said=_said_by(standing) if standing else None)
            for answer in self.answers
            for standing in [self.standing.get(answer.question.pk)]
            if answer.text.strip() != (standing.rationale.strip() if standing else "")
        ]


def _said_by(comment: Comment) -> Content:
    return Content(
        visibility=Visibility(comment.visibility),
        identity=Identity(comment.identity),
        language=comment.language,
    )


def _answer(question: RoundQuestion) -> str:
    return f"answer-{question.pk.hex}"


def _revision(question: RoundQuestion) -> str:
    return f"revision-{question.pk.hex}"
