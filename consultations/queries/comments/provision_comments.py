"""The comments on one provision in all drafts, and the number of comments on each provision of a draft."""

from typing import Any

from django.db.models import Count

from amendments.models import Draft, EntryText, Provision, Version
from consultations.models import Anchor, Comment
from consultations.models.visibility import CommentQuerySet
from consultations.queries.comments.comment_lines import for_lines
from consultations.queries.comments.provision_texts import wording_of


def number_of(user: Any, provision: Provision) -> str | None:
    """How the provision is named in its newest text; None if the reader may read no text that contains it."""
    row = (
        EntryText.objects.filter(
            entry__provision=provision, entry__version__in=Version.objects.visible_to(user)
        )
        .order_by("-entry__version__sealed_at")
        .select_related("entry__version__instrument", "entry__provision", "text")
        .first()
    )
    return wording_of(row).called if row else None


def comments_on(user: Any, provision: Provision) -> CommentQuerySet[Comment]:
    """Sent comments on the provision, from the oldest round. The order in a round does not show when they were sent."""
    anchored = Anchor.objects.filter(provision=provision).values("comment")
    return for_lines(
        Comment.objects.visible_to(user).filter(pk__in=anchored, submitted_at__isnull=False)
    ).order_by("submission__round__opens", "reference")


def counts_on(user: Any, draft: Draft) -> dict[str, int]:
    """The number of comments on each provision that the reader may read, in all rounds on the amendment."""
    readable = (
        Comment.objects.visible_to(user).sent().filter(submission__round__draft__amendment=draft.amendment_id)
    )
    rows = (
        Anchor.objects.filter(comment__in=readable)
        .values("provision")
        .annotate(count=Count("comment", distinct=True))
    )
    return {str(row["provision"]): row["count"] for row in rows}
