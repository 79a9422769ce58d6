"""Who may read a draft or a consolidated text: its releases, and what was asked and approved before them."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amendments.audiences import LONGEST_AUDIENCE, label_of
from amendments.models.draft import Draft
from amendments.models.version import Version


def _one_text(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(draft__isnull=False, version=None) | Q(draft=None, version__isnull=False), name=name
    )


class ReleaseRequest(models.Model):
    """The drafting body asks for a release; the chair may approve it. Who asked never approves or releases."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    draft = models.ForeignKey(Draft, models.PROTECT, null=True, related_name="release_requests")
    version = models.ForeignKey(Version, models.PROTECT, null=True, related_name="release_requests")
    audience = models.CharField(max_length=LONGEST_AUDIENCE)  # the slug of `amendments/audiences.py`
    requested_at = models.DateTimeField()
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("request to open a text")
        ordering: ClassVar[list[str]] = ["requested_at"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            _one_text("request_for_a_draft_or_a_version"),
            models.UniqueConstraint(fields=["draft", "audience"], name="one_request_per_draft_and_audience"),
            models.UniqueConstraint(
                fields=["version", "audience"], name="one_request_per_version_and_audience"
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=models.F("requested_by")),
                name="nobody_approves_the_own_request",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.text} → {self.audience_label}"

    @property
    def audience_label(self) -> str:
        """The audience in words."""
        return label_of(self.audience)

    @property
    def text(self) -> Draft | Version:
        """The draft or the consolidated text to be released."""
        return _text_of(self)


class Release(models.Model):
    """A draft or a consolidated text is open to an audience from this moment; never taken back."""

    draft = models.ForeignKey(Draft, models.PROTECT, null=True, related_name="releases")
    version = models.ForeignKey(Version, models.PROTECT, null=True, related_name="releases")
    audience = models.CharField(max_length=LONGEST_AUDIENCE)  # the slug of `amendments/audiences.py`
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    request = models.OneToOneField(ReleaseRequest, models.PROTECT, related_name="release")

    class Meta:
        verbose_name = _("opening of a text")
        ordering: ClassVar[list[str]] = ["at"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            _one_text("release_of_a_draft_or_a_version"),
            models.UniqueConstraint(fields=["draft", "audience"], name="one_release_per_draft_and_audience"),
            models.UniqueConstraint(
                fields=["version", "audience"], name="one_release_per_version_and_audience"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.text} → {self.audience_label}"

    @property
    def audience_label(self) -> str:
        """The audience in words."""
        return label_of(self.audience)

    @property
    def text(self) -> Draft | Version:
        """The draft or the consolidated text that is released."""
        return _text_of(self)


def _text_of(row: Release | ReleaseRequest) -> Draft | Version:
    text = row.draft or row.version
    if text is None:
        raise LookupError(f"{type(row).__name__} {row.pk} names no text")  # the database refuses such a row
    return text
