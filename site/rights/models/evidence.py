"""Evidence on an issue: summaries that name nobody."""

from typing import ClassVar

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from amendments.audit.history import audited
from consultations.models.keys import RandomKey
from rights.models.issue import LONGEST_SOURCE, RightsIssue
from rights.models.visibility import EvidenceQuerySet
from rights.values import EvidenceKind

LONGEST_PERIOD, LONGEST_PLACE, MOST_CASES = 100, 100, 1_000_000


class Evidence(RandomKey):
    """A summary for the office alone, before and after an opinion. No field has room for a name.

    `revision` counts the saves; a save with an older number is refused as a conflict. A removed row stays, with the reason
    in its history.
    """

    issue = models.ForeignKey(RightsIssue, models.CASCADE, related_name="evidence")
    kind = models.CharField(_("kind"), max_length=20, choices=EvidenceKind.choices)
    period = models.CharField(_("period"), max_length=LONGEST_PERIOD)
    place = models.CharField(_("place"), max_length=LONGEST_PLACE, blank=True)
    summary = models.TextField(_("summary"))
    cases = models.PositiveIntegerField(
        _("number of cases"), default=1, validators=[MinValueValidator(1)]
    )  # behind the summary
    source = models.CharField(_("source"), max_length=LONGEST_SOURCE, blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True)
    created_key = models.UUIDField(
        null=True, unique=True
    )  # of the form; posting it again writes no second summary
    revision = models.PositiveIntegerField(default=1)

    objects = EvidenceQuerySet.as_manager()
    history = audited()

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering: ClassVar[list[str]] = ["written_at", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(cases__gte=1), name="evidence_has_a_case")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.period}"

    @property
    def url(self) -> str:
        return reverse("rights:evidence", args=[self.pk])
