"""The operations of an amendment, and the list as it was when a draft was sealed."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from amendments.audit.history import audited
from amendments.instructions.operations import Op
from amendments.models.amended_act import AmendedAct
from amendments.text.kinds_in_names import name_on_screen

OP_LABELS = {
    Op.REPLACE_WORDS: _("Replace words"),
    Op.REPLACE_NUMBER: _("Replace a figure"),
    Op.INSERT_AFTER: _("Insert words after"),
    Op.INSERT_BEFORE: _("Insert words before"),
    Op.DELETE_WORDS: _("Delete words"),
    Op.RESTATE: _("Restate a provision"),
    Op.RESTATE_HEADING: _("Restate a heading"),
    Op.RESTATE_SENTENCE: _("Restate a sentence"),
    Op.ADD_SENTENCE: _("Add a sentence"),
    Op.INSERT_ELEMENT: _("Insert a provision"),
    Op.APPEND_ELEMENT: _("Append a provision to a list"),
    Op.REPEAL: _("Repeal a provision"),
    Op.RENUMBER_AND_ADD: _("Renumber and add"),
    Op.GLOBAL_REPLACE: _("Replace throughout the act"),
    Op.COMMENCEMENT: _("Entry into force"),
}


class Instruction(models.Model):
    """One operation on an amended act: a plain row changed only by actions, withdrawn and never deleted.

    It owns the UUIDs of the provisions that it creates (`creates`), so they keep their identity from draft to draft.
    An instruction that changes words of others is folded: `folded_into` is the one that says its words, none where the
    text in force stands again. It keeps the operation as it was written.
    """

    class Status(models.TextChoices):
        """Whether the operation is part of the draft."""

        PROPOSED = "proposed", _("proposed")
        TAKEN = "taken", _("in the draft")
        FOLDED = "folded", _("in the draft through another instruction")
        WITHDRAWN = "withdrawn", _("withdrawn")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    amended_act = models.ForeignKey(AmendedAct, models.PROTECT, related_name="instructions")
    key = models.SlugField(max_length=20)  # stable name within the amendment: a01
    order = models.PositiveIntegerField()
    op = models.CharField(max_length=20, choices=[(op.value, label) for op, label in OP_LABELS.items()])
    operation = models.JSONField()  # the one shape, see amendments.instructions.operations
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.TAKEN)
    folded_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="folded_here")
    reason = models.TextField(blank=True)
    # Raised by every change, so that the second of two editors is told
    revision = models.PositiveIntegerField(default=1)

    history = audited()

    class Meta:
        verbose_name = _("instruction")
        permissions = [("propose_instruction", "Can propose instructions to the drafters")]
        ordering: ClassVar[list[str]] = ["order", "key"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["amended_act", "key"], name="one_instruction_per_key"),
            models.CheckConstraint(
                condition=Q(folded_into=None) | Q(status="folded"),
                name="only_a_folded_instruction_stands_in_another",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.in_words}"

    @property
    def in_words(self) -> str:
        """The operation and the provision, for readers: without its key."""
        return f"{self.get_op_display()} {name_on_screen(str(self.operation.get('target', '')))}".strip()

    @property
    def amendment(self) -> Page:
        """The amendment of which it is part."""
        return self.amended_act.amendment


class Fold(models.Model):
    """What taking an instruction into the list did to it and to others, so that leaving it out can undo that.

    `operation` is the instruction as it was written on the working text of that moment, `order` the keys of the list
    before, in their order.
    """

    instruction = models.ForeignKey(Instruction, models.PROTECT, related_name="folds")
    operation = models.JSONField()
    order = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("fold")
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return str(self.instruction)


class FoldChange(models.Model):
    """What an instruction said before a fold and after it; None where it did not stand in the list.

    `part_of` is the instruction of which it became a further part.
    """

    fold = models.ForeignKey(Fold, models.CASCADE, related_name="changes")
    instruction = models.ForeignKey(Instruction, models.PROTECT, related_name="fold_changes")
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    part_of = models.ForeignKey(Instruction, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["fold", "instruction"], name="one_change_per_fold"),
        ]

    def __str__(self) -> str:
        return f"{self.fold}: {self.instruction.key}"


class VersionInstruction(models.Model):
    """The instruction as it stood when the draft was sealed."""

    version = models.ForeignKey("amendments.Version", models.PROTECT, related_name="sealed_instructions")
    instruction = models.ForeignKey(Instruction, models.PROTECT, related_name="sealed")
    order = models.PositiveIntegerField()
    operation = models.JSONField()

    class Meta:
        ordering: ClassVar[list[str]] = ["order"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["version", "instruction"], name="one_sealed_row_per_instruction")
        ]

    def __str__(self) -> str:
        return f"{self.version}: {self.instruction}"


class VersionFold(models.Model):
    """An instruction whose words another one said when the draft was sealed."""

    version = models.ForeignKey("amendments.Version", models.PROTECT, related_name="sealed_folds")
    instruction = models.ForeignKey(Instruction, models.PROTECT, related_name="sealed_in_others")
    folded_into = models.ForeignKey(Instruction, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["version", "instruction"], name="one_sealed_fold_per_instruction")
        ]

    def __str__(self) -> str:
        return f"{self.version}: {self.instruction.key} → {self.folded_into.key}"
