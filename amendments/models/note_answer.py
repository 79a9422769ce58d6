"""What the drafters write in the explanatory note of a draft."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from amendments.audit.history import audited
from amendments.models.draft import Draft

LONGEST_ITEM = 50
LONGEST_WORDS = 20_000


class NoteAnswer(models.Model):
    """The words on one item. They change until the draft is open to others than its drafting body."""

    draft = models.ForeignKey(Draft, models.PROTECT, related_name="note_answers")
    item = models.SlugField(max_length=LONGEST_ITEM)  # `NoteItem.slug`
    words = models.TextField()

    history = audited()

    class Meta:
        verbose_name = _("item of an explanatory note")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["draft", "item"], name="one_answer_per_item_of_a_note")
        ]

    def __str__(self) -> str:
        return f"{self.draft}: {self.item}"
