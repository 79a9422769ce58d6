"""Replies of institutions that were taken back: they stay in the record, and the question waits again."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from consultations.models.keys import RandomKey
from rights.models.opinion import Recommendation
from rights.models.reply import ReplyRequest


class TakenBackReply(RandomKey):
    """What an institution replied, to a question or to a recommendation, and why it took the reply back."""

    request = models.ForeignKey(ReplyRequest, models.CASCADE, null=True, related_name="taken_back")
    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, null=True, related_name="taken_back_replies"
    )
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    taken_back_at = models.DateTimeField()
    taken_back_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.TextField()

    class Meta:
        ordering: ClassVar[list[str]] = ["taken_back_at", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(request=None, recommendation__isnull=False)
                | Q(request__isnull=False, recommendation=None),
                name="taken_back_reply_to_one_thing",
            )
        ]

    def __str__(self) -> str:
        return f"{self.request_id or self.recommendation_id} {self.taken_back_at:%Y-%m-%d}"
