"""Files that authors attach to their comments. They are kept in the database, with the comment and as long as it."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse

from amendments.attaching.file_kinds import FileKind, ending_of, kind_named
from amendments.attaching.file_names import LONGEST_NAME
from consultations.models.comment import Comment
from consultations.models.keys import RandomKey
from consultations.models.visibility import AttachmentQuerySet


class AttachmentManager(models.Manager["Attachment"]):
    """Reads attachments without their contents, because lists and pages only name them."""

    def get_queryset(self) -> "AttachmentQuerySet[Attachment]":
        return AttachmentQuerySet(self.model, using=self._db).defer("content")

    def visible_to(self, user: Any) -> "AttachmentQuerySet[Attachment]":
        """Files of comments that the person may read."""
        return self.get_queryset().visible_to(user)


class Attachment(RandomKey):
    """A file of a comment. Whoever may read the text of the comment may read it; once sent it does not change."""

    comment = models.ForeignKey(Comment, models.PROTECT, related_name="attachments")
    name = models.CharField(max_length=LONGEST_NAME)
    media_type = models.CharField(
        max_length=100, choices=[(kind.media_type, kind.label) for kind in FileKind]
    )
    size = models.PositiveIntegerField()  # bytes
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = AttachmentManager()

    class Meta:
        ordering: ClassVar[list[str]] = ["name", "sha256"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["comment", "name", "sha256"], name="attached_once"),
            models.CheckConstraint(condition=models.Q(size__gt=0), name="attachment_has_content"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def url(self) -> str:
        """The address at which it is downloaded."""
        return reverse("consultations:attachment", args=[self.pk])

    @property
    def kind_label(self) -> str:
        """What people call its kind: "PDF"."""
        kind = kind_named(ending_of(self.name))
        return kind.label if kind else ""
