"""The log of steps on comments. No page of Wagtail's admin shows it.

Wagtail shows log entries, with the name of the person who acted, to everybody with a permission on the model, and to
superusers. On a comment, that name is its author. The log would reveal drafts, withheld identities and the staff of
institutions.
"""

from typing import Any

from django.db import models
from wagtail.models import BaseLogEntry
from wagtail.models.audit_log import ModelLogEntryManager


class ConfidentialLogManager(ModelLogEntryManager):
    """Writes entries as Wagtail does and shows none."""

    def viewable_by_user(self, user: Any) -> "models.QuerySet[ConfidentialLogEntry]":
        """No entries. The history of a comment has a page of its own."""
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
