"""What followed from a recommendation: instructions, the reply of its addressee, and what the office says became of it."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from consultations.models.keys import RandomKey
from rights.models.opinion import Recommendation
from rights.values import FollowUpValue


class RecommendationInstruction(models.Model):
    """The instruction that came of a recommendation, with the wording that was taken."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="instruction_links")
    instruction = models.ForeignKey(
        "amendments.Instruction", models.PROTECT, related_name="recommendation_links"
    )
    wording = models.TextField()
    as_recommended = models.BooleanField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["at", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["instruction"], name="instruction_of_one_recommendation")
        ]

    def __str__(self) -> str:
        return f"{self.recommendation_id} → {self.instruction_id}"


class RecommendationReply(RandomKey):
    """What the addressee replies, once. Whoever reads the opinion reads the reply."""

    recommendation = models.OneToOneField(Recommendation, models.PROTECT, related_name="reply")
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.recommendation_id} {self.at:%Y-%m-%d}"


class FollowUpQuerySet(models.QuerySet["FollowUp"]):
    """Chainable reads of what became of recommendations."""

    def standing(self) -> "FollowUpQuerySet":
        """Those that were not taken back."""
        return self.filter(taken_back_at=None)


class FollowUp(RandomKey):
    """What became of a recommendation in one text, as the office says. Rows are only added; the newest that stands counts.

    Whoever reads the opinion reads it. `place` counts the answers on one recommendation.
    """

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="follow_ups")
    version = models.ForeignKey("amendments.Version", models.PROTECT, related_name="+")
    value = models.CharField(max_length=20, choices=FollowUpValue.choices)
    note = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    place = models.PositiveIntegerField()
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    taken_back_because = models.TextField(blank=True)

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["recommendation", "place"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["recommendation", "place"], name="one_follow_up_in_a_place")
        ]

    def __str__(self) -> str:
        return f"{self.recommendation_id} {self.version_id}: {self.value}"
