"""A file in which others marked their changes and comments, and what became of them on a draft."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from amendments.models.amended_act import AmendedAct
from amendments.models.instruction import Instruction


class MarkedFile(models.Model):
    """What a drafter uploaded: its text without the marks, and the marks. The file itself is not kept."""

    class State(models.TextChoices):
        """Whether its marks stand at the provisions."""

        READ = "read", _("not taken in yet")
        TAKING = "taking", _("being taken in")
        TAKEN = "taken", _("taken in")
        UNDONE = "undone", _("left out")

    OPEN = (State.READ, State.TAKING)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    amended_act = models.ForeignKey(AmendedAct, models.CASCADE, related_name="marked_files")
    name = models.CharField(max_length=255)
    digest = models.CharField(max_length=64)
    markup = models.JSONField(help_text="The text and the marks at their places; empty once it is undone.")
    left = models.JSONField(default=list, help_text="What could not be placed, with its words and why.")
    state = models.CharField(max_length=10, choices=State.choices, default=State.READ)
    read_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    read_at = models.DateTimeField()
    moved_at = models.DateTimeField(help_text="When it came into this state.")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        help_text="For whom the worker takes it in.",
    )
    asked_at = models.DateTimeField(null=True)
    wish = models.JSONField(
        default=dict, help_text="What the worker takes in, and in which language it says the rest."
    )
    error = models.TextField(blank=True, help_text="Why the worker did not take it in.")

    class Meta:
        verbose_name = _("file with marked changes")
        ordering: ClassVar[list[str]] = ["-read_at", "pk"]

    def __str__(self) -> str:
        return self.name


class MarkedChange(models.Model):
    """Who wrote the change that became a proposed instruction, as the file says it."""

    file = models.ForeignKey(MarkedFile, models.PROTECT, related_name="changes")
    instruction = models.OneToOneField(Instruction, models.PROTECT, related_name="marked_change")
    author = models.CharField(max_length=255)
    written_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("marked change")
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"{self.instruction}: {self.author}"


class MarginNote(models.Model):
    """A comment of the file on the words of a provision, for the drafters of the amendment."""

    file = models.ForeignKey(MarkedFile, models.CASCADE, related_name="margin_notes")
    provision = models.UUIDField(help_text="The provision, which may be one that the draft brings.")
    quote = models.TextField(blank=True)
    text = models.TextField()
    author = models.CharField(max_length=255)
    written_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("note from a file")
        ordering: ClassVar[list[str]] = ["pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["provision"], name="notes_of_a_provision")
        ]

    def __str__(self) -> str:
        return f"{self.author}: {self.text[:60]}"
