"""What a person confirmed before the text of an act was sealed, though the parser asked to look at it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class ConfirmedFinding(models.Model):
    """One kind of stopping finding in an imported text and why the text is right as it stands."""

    version = models.ForeignKey("amendments.Version", models.CASCADE, related_name="confirmed_findings")
    code = models.CharField(max_length=40)
    line = models.PositiveIntegerField(help_text="Of the first finding.")
    count = models.PositiveIntegerField(help_text="Lines or provisions that are meant.")
    reason = models.TextField()

    class Meta:
        verbose_name = _("confirmed finding")
        ordering: ClassVar[list[str]] = ["version", "line", "code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["version", "code"], name="one_confirmation_of_a_code")
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.reason}"
