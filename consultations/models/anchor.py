"""The passages that a comment points at, and their places in later versions."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from consultations.models.anchored import AnchoredPassage, PlacedPassage, quote_constraint, range_constraint
from consultations.models.comment import Comment
from consultations.rules.placement import Status


class Anchor(AnchoredPassage):
    """A passage in the draft of the round, or in the base for words that the draft strikes out.

    A comment without an anchor is on the whole document.
    """

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="anchors")
    provision = models.ForeignKey("amendments.Provision", models.PROTECT, related_name="anchors")

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            range_constraint("anchor_range"),
            quote_constraint("anchor_quotes_its_range"),
        ]


class AnchorPlacement(PlacedPassage):
    """The place of an anchored passage in a version of its act."""

    anchor = models.ForeignKey(Anchor, models.CASCADE, related_name="placements")
    version = models.ForeignKey("amendments.Version", models.PROTECT, related_name="anchor_placements")
    provision = models.ForeignKey(
        "amendments.Provision", models.PROTECT, null=True, related_name="anchor_placements"
    )
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["anchor", "version"], name="one_placement_per_version"),
            range_constraint("placement_range"),
            models.CheckConstraint(
                condition=Q(status=Status.DELETED) | Q(provision__isnull=False),
                name="placement_stands_somewhere",
            ),
        ]
        permissions = [
            ("confirm_placement", "Can confirm where comments stand"),
        ]
