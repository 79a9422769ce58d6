"""Internal notes: for the office, or for their author alone."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consultations.models.keys import RandomKey
from rights.models.issue import RightsIssue
from rights.models.visibility import NoteQuerySet


class IssueNote(RandomKey):
    """A note on an issue. It is never changed; no page of Wagtail's admin shows it."""

    issue = models.ForeignKey(RightsIssue, models.CASCADE, related_name="notes")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    text = models.TextField()
    is_private = models.BooleanField(default=False)
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)  # by its author
    created_key = models.UUIDField(
        null=True, unique=True
    )  # of the form; posting it again writes no second note

    objects = NoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("internal note")
        verbose_name_plural = _("internal notes")
        ordering: ClassVar[list[str]] = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.at:%Y-%m-%d}"
