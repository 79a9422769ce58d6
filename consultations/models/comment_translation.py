"""What a comment says in another language, as the staff of a committee wrote it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from consultations.models.comment import Comment
from consultations.models.sent_event import SentEvent
from consultations.values import SentEventKind


class CommentTranslationQuerySet(models.QuerySet["CommentTranslation"]):
    """Chainable reads of translations."""

    def shown(self) -> "CommentTranslationQuerySet":
        """Translations that may be shown: not those made before their words were covered or uncovered."""
        covered = SentEvent.objects.filter(
            comment=OuterRef("comment"),
            kind=SentEventKind.COVERED,
            at__gte=OuterRef("written_at"),
            comment__events__shown_rationale__isnull=False,
        )
        return self.exclude(Exists(covered))


class CommentTranslation(models.Model):
    """The reasons of a comment in another language. Rows are only added; the newest one in a language is shown.

    Whoever may read the text of the comment may read it, and nobody else.
    """

    comment = models.ForeignKey(Comment, models.PROTECT, related_name="translations")
    language = models.CharField(_("language"), max_length=3)
    rationale = models.TextField(_("reasons"))
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_by_label = models.CharField(max_length=200)

    objects = CommentTranslationQuerySet.as_manager()

    class Meta:
        verbose_name = _("translation of a comment")
        ordering: ClassVar[list[str]] = ["written_at", "pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["comment", "language"], name="translations_of_a_comment")
        ]
        permissions = [("translate_comments", "Can write translations of comments")]

    def __str__(self) -> str:
        return f"{self.comment} ({self.language})"
