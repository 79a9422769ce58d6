"""Writes the questions of a round that has not opened yet."""

from collections.abc import Iterable

from amendments.audit.actor import Actor
from amendments.audit.history import attribute
from consultations.actions.base import RoundAction
from consultations.models import Round, RoundQuestion
from consultations.rules.phases import Feature


class WriteQuestions(RoundAction[Round]):
    """The secretary writes the questions anew, in their order. Nobody has answered one yet."""

    action_name = "consultations.write_questions"
    feature = Feature.ASK_QUESTIONS

    def __init__(self, round_: Round, questions: Iterable[str], *, actor: Actor) -> None:
        super().__init__(round_, actor=actor)
        self.questions = list(questions)

    def perform(self) -> Round:
        """Keep the rows whose text stays, change the others, and delete what is too much."""
        self.require_phase()
        ask(self.instance, self.questions, self.actor)
        self.touched("consultations.round", [self.instance.pk])
        return self.instance


def ask(round_: Round, questions: Iterable[str], actor: Actor) -> None:
    """Give the round these questions."""
    standing = list(round_.questions.all())
    texts = list(questions)
    for surplus in standing[len(texts) :]:
        attribute(surplus, actor)
        surplus.delete()
    for place, text in enumerate(texts, 1):
        row = standing[place - 1] if place <= len(standing) else RoundQuestion(round=round_, order=place)
        if row.text != text:
            row.text = text
            attribute(row, actor)
            row.save()
