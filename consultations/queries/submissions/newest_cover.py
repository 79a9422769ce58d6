"""Which cover of a comment is the newest. Forms carry its key, so that nobody writes over a cover that they did not see."""

from uuid import UUID

from django.db.models import Max

from consultations.models import SentEvent
from consultations.values import SentEventKind


def newest_cover(comment: UUID) -> int:
    """The key of its event; 0 if nothing was ever covered."""
    rows = SentEvent.objects.filter(comment=comment, kind=SentEventKind.COVERED)
    key: int | None = rows.aggregate(key=Max("pk"))["key"]
    return key or 0
