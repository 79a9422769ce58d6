"""The log of steps on comments: kept like every other, shown by no page of Wagtail's admin.

Wagtail shows log entries with the name of whoever took the step to each person with a permission on the kind of
object, and to superusers all of them. On a comment that name is its author: a draft, a withheld identity and the staff
of a body are nobody's business there.
"""

from typing import Any

from django.db import models
from wagtail.models import BaseLogEntry
from wagtail.models.audit_log import ModelLogEntryManager


class ConfidentialLogManager(ModelLogEntryManager):
    """Writes as Wagtail does."""

    def viewable_by_user(self, user: Any) -> "models.QuerySet[ConfidentialLogEntry]":
        """Nothing, whoever asks in Wagtail's admin; the history of a comment is shown by its own page."""
        empty: models.QuerySet[ConfidentialLogEntry] = self.none()
        return empty


class ConfidentialLogEntry(BaseLogEntry):
    """Who did what, when and why to a comment, a submission or an answer."""

    object_id = models.CharField(max_length=255, db_index=True)

    objects = ConfidentialLogManager()

    class Meta(BaseLogEntry.Meta):
        ordering = ("-timestamp", "-id")

    def __str__(self) -> str:
        return f"{self.action} {self.label}"
