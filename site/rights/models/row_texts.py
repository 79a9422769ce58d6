"""The provisions of rows of the concordance, their places in other texts, and the degrees text by text."""

from collections.abc import Collection
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from consultations.models.anchored import AnchoredPassage, PlacedPassage, quote_constraint, range_constraint
from consultations.models.keys import RandomKey
from consultations.rules.placement import Status
from rights.models.concordance_row import ConcordanceRow
from rights.models.unanswered import same_words, unanswered
from rights.models.visibility import JudgementQuerySet
from rights.values import Degree


class RowAnchor(AnchoredPassage):
    """A provision of the act that a row names, with everything below it."""

    row = models.ForeignKey(ConcordanceRow, models.CASCADE, related_name="anchors")
    provision = models.ForeignKey("amendments.Provision", models.PROTECT, related_name="concordance_anchors")

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            range_constraint("row_anchor_range"),
            quote_constraint("row_anchor_quotes_its_range"),
        ]


class RowPlacement(PlacedPassage):
    """The place of a provision of a row in another text of the act."""

    anchor = models.ForeignKey(RowAnchor, models.CASCADE, related_name="placements")
    version = models.ForeignKey("amendments.Version", models.PROTECT, related_name="+")
    provision = models.ForeignKey("amendments.Provision", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["anchor", "version"], name="one_row_placement_per_version"),
            range_constraint("row_placement_range"),
            models.CheckConstraint(
                condition=Q(status=Status.DELETED) | Q(provision__isnull=False),
                name="row_placement_stands_somewhere",
            ),
        ]


class Judgement(RandomKey):
    """The degree that somebody gave to a row on a text. Rows are only added; the newest that stands counts.

    `place` counts the judgements of a row in the order in which they were written. `text_hash` is of the words that were
    judged; texts with the same words have the same degree. It is empty for a row that names no provision.
    """

    row = models.ForeignKey(ConcordanceRow, models.CASCADE, related_name="judgements")
    version = models.ForeignKey("amendments.Version", models.PROTECT, related_name="+")
    text_hash = models.CharField(max_length=64, blank=True)
    degree = models.CharField(max_length=30, choices=Degree.choices)
    comment = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    place = models.PositiveIntegerField()
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = JudgementQuerySet.as_manager()
    assessor = ""  # who gave it, in words for the reader of a page (`assessors.py`)

    class Meta:
        ordering: ClassVar[list[str]] = ["row", "place"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["row", "place"], name="one_judgement_in_a_place")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["row", "text_hash"], name="judged_text")
        ]

    def __str__(self) -> str:
        return f"{self.row_id} {self.version_id}: {self.degree}"


class RowTextQuerySet(models.QuerySet["RowText"]):
    """Chainable reads of the texts in which rows are followed."""

    def waiting(self, readable: Collection[Any] | None = None) -> "RowTextQuerySet":
        """Texts with other words than those that were judged, about which nobody has said yet whether the degree holds.

        Nobody is asked about a text once a later one of its amendment, or of the law, has words that were judged before it.
        With the keys of the texts that a reader may read, those of them, and only what was said of them counts.
        """
        asking, said = self.filter(asks=True, row__removed_at=None), Judgement.objects.standing()
        later = RowText.objects.filter(
            row=OuterRef("row"), version__sealed_at__gt=OuterRef("version__sealed_at")
        )
        if readable is not None:
            asking = asking.filter(version__in=readable)
            said = said.filter(version__in=readable)
            later = later.filter(version__in=readable)
        return unanswered(asking, said, "row").filter(
            ~_goes_back(later.filter(Exists(same_words(said, "row"))))
        )


def _goes_back(judged: models.QuerySet[Any]) -> Q:
    """Whether one of these later texts is of the same amendment, or is the law that it became; for the law a later one."""
    amendment = OuterRef("version__draft__amendment")
    own = Q(version__draft__amendment=amendment) | Q(version__text_of__draft__amendment=amendment)
    by_law = Q(Exists(judged.filter(version__draft=None)), version__draft=None)
    return Q(Exists(judged.filter(own))) | by_law


class RowText(models.Model):
    """A text of the act with the hash of the words that the provisions of a row have there.

    `asks` says whether other words make the row stale; `follow_text.answers` has the rule.
    """

    row = models.ForeignKey(ConcordanceRow, models.CASCADE, related_name="texts")
    version = models.ForeignKey("amendments.Version", models.PROTECT, related_name="rows_of_concordance")
    text_hash = models.CharField(max_length=64)
    asks = models.BooleanField(default=True)

    objects = RowTextQuerySet.as_manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["row", "version"], name="row_followed_once_in_a_text")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["version", "text_hash"], name="row_text")
        ]

    def __str__(self) -> str:
        return f"{self.row_id} {self.version_id}"
