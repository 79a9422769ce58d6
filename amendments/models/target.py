"""Which provisions an instruction touches, as rows: of the list as it stands, and as a draft was sealed with it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from amendments.instructions.designations import LONGEST
from amendments.instructions.touches import Touch
from amendments.models.instruction import Instruction, VersionInstruction
from amendments.models.provision import Provision

TOUCH_LABELS = {
    Touch.INSERTS: _("inserts it"),
    Touch.REMOVES: _("takes it out"),
    Touch.REPEALS: _("repeals it"),
    Touch.RENUMBERS: _("renumbers it"),
    Touch.RESTATES: _("restates it"),
    Touch.HEADING: _("restates its heading"),
    Touch.WORDS: _("changes words of it"),
    Touch.AFTER: _("inserts a provision after it"),
    Touch.UNDER: _("inserts a provision under it"),
    Touch.NAMES: _("names it"),
}


class Target(models.Model):
    """A provision, how it is touched, and how it stood when the instruction was resolved.

    `number` names it in the base, or for one that the list brings in the working text. `text_hash` is that of its
    heading and text in the base, else in the working text before the instruction; a new provision has none.
    """

    # Of a provision that the list brings the UUID is known from the start, and its row comes with a sealed draft in
    # which it stands: the database cannot enforce the key. Rows of provisions are never deleted.
    provision = models.ForeignKey(Provision, models.DO_NOTHING, db_constraint=False, related_name="+")
    touch = models.CharField(
        max_length=10, choices=[(touch.value, label) for touch, label in TOUCH_LABELS.items()]
    )
    number = models.CharField(max_length=LONGEST, blank=True)
    text_hash = models.CharField(max_length=64, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.number}: {self.get_touch_display()}"


class InstructionTarget(Target):
    """A provision that an instruction touches, kept true in the transaction of every change of the list.

    Which instruction brings a provision that is not in the base is said by its touch "inserts".
    """

    instruction = models.ForeignKey(Instruction, models.CASCADE, related_name="targets")

    class Meta:
        verbose_name = _("target of an instruction")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["instruction", "provision"], name="one_touch_per_provision")
        ]


class VersionTarget(Target):
    """A target as it stood when the draft was sealed."""

    sealed = models.ForeignKey(VersionInstruction, models.PROTECT, related_name="targets")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["sealed", "provision"], name="one_sealed_touch_per_provision")
        ]
