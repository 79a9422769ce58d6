"""The questions of a round. An answer to one is a comment, so that it is kept, sent, read and withdrawn as comments are."""

from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy

from amendments.audit.history import audited
from consultations.models.keys import RandomKey
from consultations.models.round import Round

LONGEST_QUESTION = 1_000  # characters


class RoundQuestion(RandomKey):
    """One question that the secretariat asks in a round. It does not change any more when the round has opened."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="questions")
    order = models.PositiveSmallIntegerField()  # from 1, without gaps
    text = models.CharField(gettext_lazy("question"), max_length=LONGEST_QUESTION)

    history = audited()

    class Meta:
        verbose_name = gettext_lazy("question")
        verbose_name_plural = gettext_lazy("questions")
        ordering: ClassVar[list[str]] = ["round", "order"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["round", "order"], name="one_question_at_a_place"),
            models.CheckConstraint(condition=~models.Q(text=""), name="question_asks_something"),
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.text}"

    @property
    def label(self) -> str:
        """How it is named: "Question 2"."""
        return _("Question %(number)s") % {"number": self.order}

    @property
    def url(self) -> str:
        """The page with its answers."""
        return reverse("consultations:question", args=[self.pk])
