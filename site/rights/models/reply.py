"""What the office asks an institution about an issue, and what the institution replies."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consultations.models.institution import Institution
from consultations.models.keys import RandomKey
from rights.models.issue import RightsIssue
from rights.models.visibility import ReplyQuerySet


class ReplyRequest(RandomKey):
    """A question to the lead institution. Its people see these words and the provision, and nothing else of the issue."""

    issue = models.ForeignKey(RightsIssue, models.CASCADE, related_name="requests")
    institution = models.ForeignKey(Institution, models.PROTECT, related_name="reply_requests")
    question = models.TextField()
    due = models.DateField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reply = models.TextField(blank=True)
    replied_at = models.DateTimeField(null=True)
    replied_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True)  # the question: nobody replies to it any more
    taken_back_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = ReplyQuerySet.as_manager()

    class Meta:
        verbose_name = _("question to an institution")
        verbose_name_plural = _("questions to institutions")
        ordering: ClassVar[list[str]] = ["asked_at", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(replied_at=None, reply="") | (Q(replied_at__isnull=False) & ~Q(reply="")),
                name="reply_has_its_moment",
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at=None) | Q(replied_at=None), name="question_with_a_reply_stays"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.asked_at:%Y-%m-%d}"

    @property
    def url(self) -> str:
        return reverse("rights:request", args=[self.pk])

    @property
    def is_open(self) -> bool:
        """Whether a reply is expected."""
        return self.replied_at is None and self.taken_back_at is None
