"""The requested import of a long act, which the worker carries out."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ActImport(models.Model):
    """A requested import and its state. It is not part of the record of the law; the sealed version is."""

    class State(models.TextChoices):
        """What happens to it now."""

        WAITING = "waiting", _("waiting")
        READING = "reading", _("being read")
        SAVING = "saving", _("being saved")
        DONE = "done", _("imported")
        FAILED = "failed", _("not imported")

    ACTIVE = (State.WAITING, State.READING, State.SAVING)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    section = models.ForeignKey("amendments.Section", models.CASCADE, related_name="imports")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    spoken = models.CharField(max_length=10, help_text="The language in which who asked is answered.")
    given = models.JSONField(help_text="The particulars of the act.")
    confirmed = models.JSONField(default=dict, help_text="Reasons for the findings, by their code.")
    text = models.TextField(blank=True, help_text="Empty once the act is imported.")
    digest = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    moved_at = models.DateTimeField(help_text="When it came into this state.")
    provisions = models.PositiveIntegerField(default=0, help_text="How many there are, once they are read.")
    error = models.TextField(blank=True)
    version = models.ForeignKey("amendments.Version", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("import of a long act")
        ordering: ClassVar[list[str]] = ["-asked_at", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["section", "digest"], name="one_import_of_the_same")
        ]

    def __str__(self) -> str:
        return str(self.given["title"])

    @property
    def is_active(self) -> bool:
        """Whether the worker has still to do something."""
        return self.state in self.ACTIVE
