"""Files that drafters attach to an explanatory note. They are kept in the database, as those of comments are (ADR 17)."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from amendments.attaching.file_kinds import FileKind, ending_of, kind_named
from amendments.attaching.file_names import LONGEST_NAME
from amendments.models.draft import Draft
from amendments.models.note_answer import LONGEST_ITEM


class NoteFileManager(models.Manager["NoteFile"]):
    """Reads files without their contents, because pages only name them."""

    def get_queryset(self) -> "models.QuerySet[NoteFile]":
        return super().get_queryset().defer("content")


class NoteFile(models.Model):
    """A document that goes with the bill, on one item of the note. Whoever may read the draft may read it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    draft = models.ForeignKey(Draft, models.PROTECT, related_name="note_files")
    item = models.SlugField(max_length=LONGEST_ITEM)  # `NoteItem.slug`
    name = models.CharField(max_length=LONGEST_NAME)
    media_type = models.CharField(
        max_length=100, choices=[(kind.media_type, kind.label) for kind in FileKind]
    )
    size = models.PositiveIntegerField()  # bytes
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = NoteFileManager()

    class Meta:
        verbose_name = _("file of an explanatory note")
        ordering: ClassVar[list[str]] = ["name", "sha256"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["draft", "item", "name", "sha256"], name="attached_once_to_an_item_of_a_note"
            ),
            models.CheckConstraint(condition=models.Q(size__gt=0), name="note_file_has_content"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def url(self) -> str:
        """The address at which it is downloaded."""
        return reverse("amendments:note_file", args=[self.pk])

    @property
    def kind_label(self) -> str:
        """What people call its kind: "PDF"."""
        kind = kind_named(ending_of(self.name))
        return kind.label if kind else ""
