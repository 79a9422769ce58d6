"""The newest draft of an amendment that a person has opened."""

from typing import ClassVar

from django.conf import settings
from django.db import models


class ReadDraft(models.Model):
    """Kept for the person alone: “My work” leads from it to what has changed since."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    amendment = models.ForeignKey("amendments.Amendment", models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["user", "amendment"], name="one_newest_draft_read")
        ]

    def __str__(self) -> str:
        return f"{self.amendment_id}: {self.number}"
