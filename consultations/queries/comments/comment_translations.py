"""The translations of comments into the reader's language."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from consultations.models import Comment, CommentTranslation


def translations_of(comment: Comment) -> QuerySet[CommentTranslation]:
    """All that were written, the newest last."""
    return CommentTranslation.objects.shown().filter(comment=comment)


def translated_reasons(comments: Iterable[Comment], language: str) -> dict[UUID, str]:
    """The newest translation of the reasons of each; one query, none where all are in the language."""
    foreign = [comment.pk for comment in comments if comment.language != language]
    if not foreign:
        return {}
    rows = CommentTranslation.objects.shown().filter(comment__in=foreign, language=language)
    return dict(rows.order_by("written_at", "pk").values_list("comment", "rationale"))
