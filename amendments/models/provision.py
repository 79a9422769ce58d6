"""The identity of a provision and its wordings."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from amendments.provisions.kind_names import KIND_NAMES

KIND_LABELS = {kind: _(name.template) for kind, name in KIND_NAMES.items()}


class Provision(models.Model):
    """Identity only: it keeps its UUID through every version, is never deleted and never renumbered."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    instrument = models.ForeignKey("amendments.Instrument", models.PROTECT, related_name="provisions")
    kind = models.CharField(
        max_length=20, choices=[(kind.value, label) for kind, label in KIND_LABELS.items()]
    )

    class Meta:
        verbose_name = _("provision")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk}"


class ProvisionText(models.Model):
    """One wording of a provision. Versions that leave it unchanged share the row."""

    provision = models.ForeignKey(Provision, models.PROTECT, related_name="texts")
    language = models.CharField(max_length=3)
    heading = models.TextField(blank=True)
    body = models.TextField(
        blank=True, help_text="Paragraphs separated by a line feed, without footnote marks."
    )
    marks = models.JSONField(
        default=list, blank=True, help_text="Footnote marks: number, field, offset, printed."
    )
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["provision", "language", "sha256"], name="one_row_per_wording")
        ]

    def __str__(self) -> str:
        return self.heading or self.body[:60]
