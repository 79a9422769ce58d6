"""One of the acts that an amendment changes."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class AmendedAct(models.Model):
    """An act, the consolidated text on which it is amended, and its place in the amending law.

    `revision` counts the changes of its list of instructions, in the transaction of each change: what was computed
    from the list can be kept under (amended act, base, revision).
    """

    amendment = models.ForeignKey("amendments.Amendment", models.PROTECT, related_name="amended_acts")
    instrument = models.ForeignKey("amendments.Instrument", models.PROTECT, related_name="amended_in")
    base_version = models.ForeignKey(
        "amendments.Version", models.PROTECT, related_name="+", verbose_name=_("base version")
    )
    order = models.PositiveIntegerField()
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("amended act")
        verbose_name_plural = _("amended acts")
        ordering: ClassVar[list[str]] = ["order"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["amendment", "instrument"], name="an_act_is_amended_once"),
            models.UniqueConstraint(fields=["amendment", "order"], name="one_amended_act_per_place"),
        ]

    def __str__(self) -> str:
        return str(self.instrument)
