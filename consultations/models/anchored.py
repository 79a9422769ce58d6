"""What every passage has that points at words of an act, and every place of one in a later version.

Comments point at passages (`anchor.py`), and so may what another app writes about the law.
"""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from consultations.models.keys import RandomKey
from consultations.rules.passages import Field, Passage, Place
from consultations.rules.placement import Method
from consultations.values import PLACEMENT_LABELS

FIELD_LABELS = {Field.HEADING: _("heading"), Field.BODY: _("text")}
FIELDS = [(field.value, label) for field, label in FIELD_LABELS.items()]


class AnchoredPassage(models.Model):
    """Words of a provision in a version. A model that derives from it names the `provision`.

    Offsets count Unicode code points. An empty range is the whole provision.
    """

    version = models.ForeignKey("amendments.Version", models.PROTECT, related_name="+")
    field = models.CharField(max_length=10, choices=FIELDS, default=Field.BODY)
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    quote = models.TextField(blank=True)
    prefix = models.CharField(max_length=60, blank=True)
    suffix = models.CharField(max_length=60, blank=True)
    sha256 = models.CharField(max_length=64)  # of the whole text of the field

    provision_id: Any  # the key of the provision

    class Meta:
        abstract = True

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


class PlacedPassage(RandomKey):
    """The place of an anchored passage in a version of its act.

    The offsets count in the text of the version `text_of`. A model that derives from it names the `anchor`, the
    `version` and the `provision`.
    """

    status = models.CharField(
        max_length=20, choices=[(status.value, label) for status, label in PLACEMENT_LABELS.items()]
    )
    text_of = models.ForeignKey("amendments.Version", models.PROTECT, related_name="+")
    field = models.CharField(max_length=10, choices=FIELDS, default=Field.BODY)
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    further = models.JSONField(default=list, blank=True)  # the other places of a split or doubtful passage
    similarity = models.FloatField()
    method = models.CharField(max_length=20, choices=[(method.value, method.value) for method in Method])
    placed_at = models.DateTimeField()

    anchor_id: Any  # the keys of the rows that the deriving model names
    version_id: Any
    provision_id: Any

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.anchor_id} {self.version_id}: {self.status}"

    @property
    def places(self) -> list[Place]:
        """The place of the row, if it has one, and the others."""
        others = [Place(key, Field(field), start, end) for key, field, start, end in self.further]
        if self.provision_id is None:
            return others
        return [Place(str(self.provision_id), Field(self.field), self.start, self.end), *others]


def range_constraint(name: str) -> models.CheckConstraint:
    """No range ends before it starts."""
    return models.CheckConstraint(condition=Q(start__lte=F("end")), name=name)


def quote_constraint(name: str) -> models.CheckConstraint:
    """A range is quoted; an empty one quotes nothing."""
    return models.CheckConstraint(
        condition=Q(start=F("end"), quote="") | (Q(start__lt=F("end")) & ~Q(quote="")), name=name
    )
