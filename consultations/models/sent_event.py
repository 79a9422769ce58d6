"""What happened to something that was sent: one row for each withdrawal, replacement, merging and decision."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from consultations.models.comment import Comment
from consultations.models.submission import Submission
from consultations.values import SentEventKind

ENDINGS = (SentEventKind.WITHDRAWN, SentEventKind.SUPERSEDED)


class SentEvent(models.Model):
    """A sealed row that is written before the change that it names; without it the database refuses the change.

    `comment` is None if it happened to the submission. `other` is the comment with which this one is merged. `said` keeps
    the answer that was decided, or the submission that replaces this one.
    """

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="events")
    comment = models.ForeignKey(Comment, models.PROTECT, null=True, related_name="events")
    kind = models.CharField(max_length=12, choices=SentEventKind.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)
    other = models.ForeignKey(Comment, models.PROTECT, null=True, related_name="+")
    said = models.JSONField(default=dict, blank=True)
    # What readers see from now on instead of the words as sent, which stay; None: these
    shown_rationale = models.TextField(null=True)  # noqa: DJ001 # "" shows nothing
    shown_proposed_text = models.TextField(null=True)  # noqa: DJ001 # the same
    covers_files = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("event on a submission")
        verbose_name_plural = _("events on submissions")
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["submission"],
                condition=Q(comment=None, kind__in=ENDINGS),
                name="submission_ends_once",
            ),
            models.UniqueConstraint(
                fields=["comment"], condition=Q(kind__in=ENDINGS), name="comment_ends_once"
            ),
            models.UniqueConstraint(
                fields=["comment"], condition=Q(kind=SentEventKind.DECIDED), name="answer_decided_once"
            ),
            models.CheckConstraint(
                condition=Q(comment__isnull=False) | Q(kind__in=ENDINGS), name="submission_only_ends"
            ),
            models.CheckConstraint(
                condition=Q(kind=SentEventKind.MERGED, other__isnull=False)
                | (~Q(kind=SentEventKind.MERGED) & Q(other=None)),
                name="merged_with_a_comment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.comment or self.submission}: {self.get_kind_display()}"
