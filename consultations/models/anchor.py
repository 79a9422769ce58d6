"""The passages that a comment points at, and their places in later versions."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from consultations.models.comment import Comment
from consultations.models.keys import RandomKey
from consultations.rules.passages import Field, Passage
from consultations.rules.placement import Method, Status
from consultations.values import PLACEMENT_LABELS

FIELD_LABELS = {Field.HEADING: _("heading"), Field.BODY: _("text")}
_FIELDS = [(field.value, label) for field, label in FIELD_LABELS.items()]


class Anchor(models.Model):
    """A passage in the draft of the round, or in the base for words that the draft strikes out.

    Offsets count Unicode code points. An empty range is the whole provision. A comment without an anchor is on the whole
    document.
    """

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="anchors")
    version = models.ForeignKey("amendments.Version", models.PROTECT, related_name="+")
    provision = models.ForeignKey("amendments.Provision", models.PROTECT, related_name="anchors")
    field = models.CharField(max_length=10, choices=_FIELDS, default=Field.BODY)
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    quote = models.TextField(blank=True)
    prefix = models.CharField(max_length=60, blank=True)
    suffix = models.CharField(max_length=60, blank=True)
    sha256 = models.CharField(max_length=64)  # of the whole text of the field

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(start__lte=F("end")), name="anchor_range"),
            models.CheckConstraint(
                condition=Q(start=F("end"), quote="") | (Q(start__lt=F("end")) & ~Q(quote="")),
                name="anchor_quotes_its_range",
            ),
        ]

    def __str__(self) -> str:
        return self.quote or str(self.provision_id)

    @property
    def passage(self) -> Passage:
        """The passage as a value for the rules."""
        return Passage(
            str(self.provision_id),
            Field(self.field),
            self.start,
            self.end,
            self.quote,
            self.prefix,
            self.suffix,
        )


class AnchorPlacement(RandomKey):
    """The place of an anchored passage in a version of its act.

    The offsets count in the text of the version `text_of`.
    """

    anchor = models.ForeignKey(Anchor, models.CASCADE, related_name="placements")
    version = models.ForeignKey("amendments.Version", models.PROTECT, related_name="anchor_placements")
    status = models.CharField(
        max_length=20, choices=[(status.value, label) for status, label in PLACEMENT_LABELS.items()]
    )
    text_of = models.ForeignKey("amendments.Version", models.PROTECT, related_name="+")
    provision = models.ForeignKey(
        "amendments.Provision", models.PROTECT, null=True, related_name="anchor_placements"
    )
    field = models.CharField(max_length=10, choices=_FIELDS, default=Field.BODY)
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    further = models.JSONField(default=list, blank=True)  # the other places of a split or doubtful passage
    similarity = models.FloatField()
    method = models.CharField(max_length=20, choices=[(method.value, method.value) for method in Method])
    placed_at = models.DateTimeField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["anchor", "version"], name="one_placement_per_version"),
            models.CheckConstraint(condition=Q(start__lte=F("end")), name="placement_range"),
            models.CheckConstraint(
                condition=Q(status=Status.DELETED) | Q(provision__isnull=False),
                name="placement_stands_somewhere",
            ),
        ]
        permissions = [
            ("confirm_placement", "Can confirm where comments stand"),
        ]

    def __str__(self) -> str:
        return f"{self.anchor_id} {self.version}: {self.status}"
