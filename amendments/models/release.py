"""Who may read a sealed version: its releases, and what was asked and approved before them."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    """The four audiences in the order in which they widen."""

    DRAFTING_BODY = "drafting_body", _("drafting body")
    INVITED = "invited", _("invited institutions")
    COMMITTEE = "committee", _("committee")
    PUBLIC = "public", _("public")

    @property
    def width(self) -> int:
        """0 for the narrowest."""
        return list(Audience).index(self)


class ReleaseRequest(models.Model):
    """The drafting body asks for a release; the chair may approve it. Who asked never approves or releases."""

    version = models.ForeignKey("amendments.Version", models.PROTECT, related_name="release_requests")
    audience = models.CharField(max_length=20, choices=Audience.choices)
    requested_at = models.DateTimeField()
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["requested_at"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["version", "audience"], name="one_request_per_audience"),
            models.CheckConstraint(
                condition=models.Q(approved_by=None) | ~models.Q(approved_by=models.F("requested_by")),
                name="nobody_approves_the_own_request",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version} → {self.get_audience_display()}"


class Release(models.Model):
    """A version is open to an audience from this moment; never taken back."""

    version = models.ForeignKey("amendments.Version", models.PROTECT, related_name="releases")
    audience = models.CharField(max_length=20, choices=Audience.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    request = models.OneToOneField(ReleaseRequest, models.PROTECT, related_name="release")

    class Meta:
        ordering: ClassVar[list[str]] = ["at"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["version", "audience"], name="one_release_per_audience")
        ]

    def __str__(self) -> str:
        return f"{self.version} → {self.get_audience_display()}"
