"""Files that leave the site: made once, kept for whoever asks for the same, and the people who wait for them."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Export(models.Model):
    """A file and its state. It is no part of the record: it can be made again from what was sealed.

    `key` is a hash of all that the file depends on, also of what its reader may read of it (`queries/files/kept_exports.py`). So
    nobody is given a file with other content than their own.
    """

    class State(models.TextChoices):
        """What happens to it now."""

        WAITING = "waiting", _("waiting")
        MAKING = "making", _("being made")
        DONE = "done", _("ready")
        FAILED = "failed", _("not made")

    ACTIVE = (State.WAITING, State.MAKING)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=64, unique=True)
    draft = models.ForeignKey("amendments.Draft", models.CASCADE, null=True, related_name="+")
    version = models.ForeignKey("amendments.Version", models.CASCADE, null=True, related_name="+")
    recipe = models.JSONField(help_text="What is asked for (`queries/files/export_recipes.py`).")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        help_text="Among whose waiting files it counts.",
    )
    by_visitors = models.BooleanField(default=False, help_text="Whether visitors asked for it too.")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    moved_at = models.DateTimeField(help_text="When it came into this state.")
    used_at = models.DateTimeField(help_text="When somebody last took it.")
    contained = models.JSONField(default=dict, help_text="What the log says of it.")
    name = models.CharField(max_length=255, blank=True)
    content = models.BinaryField(null=True)
    size = models.PositiveBigIntegerField(default=0)
    error = models.TextField(blank=True)

    class Meta:
        verbose_name = _("file of a text")
        ordering: ClassVar[list[str]] = ["-moved_at", "pk"]

    def __str__(self) -> str:
        return self.name or str(self.pk)

    @property
    def is_active(self) -> bool:
        """Whether the worker has still to do something."""
        return self.state in self.ACTIVE


LONGEST_URL = 1000


class ExportRequest(models.Model):
    """Somebody waits for a file, or finds it again under My work; `url` is where it is taken."""

    export = models.ForeignKey(Export, models.CASCADE, related_name="requests")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    url = models.CharField(max_length=LONGEST_URL)
    asked_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["-asked_at", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["export", "user"], name="one_request_of_a_person_for_a_file")
        ]

    def __str__(self) -> str:
        return str(self.export)
