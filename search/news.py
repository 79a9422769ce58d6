"""Notes what was indexed, and asks for the task that tells the owners of saved searches."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from search.models.saved import News, SavedSearch
from search.tasks import tell_saved_searches

_PATIENCE = timedelta(minutes=1)  # a task that has not come after this time is asked for again


class AskAgain:
    """A job of the periodic runner: asks for the task again if what was noted waits, because its worker or its task was lost."""

    slug = "saved_searches"
    every = timedelta(minutes=2)

    def run(self, now: datetime) -> None:
        """Enqueue it. A task too many finds nothing to tell."""
        if News.objects.filter(at__lt=now - _PATIENCE).exists():
            tell_saved_searches.enqueue()


def note(source: str, ids: Collection[str], **_: Any) -> None:
    """Note the indexed rows if there are saved searches, and enqueue the task unless one is waiting."""
    if not ids or not SavedSearch.objects.exists():
        return
    now = timezone.now()
    first, *_rest = News.objects.bulk_create(
        [News(source=source, object_id=row, at=now) for row in dict.fromkeys(ids)]
    )
    transaction.on_commit(lambda: _ask(first))


def _ask(first: News) -> None:
    """Enqueue the task after the commit, unless older rows wait: their task looks for newer rows before it ends."""
    if not News.objects.filter(pk__lt=first.pk, at__gt=first.at - _PATIENCE).exists():
        tell_saved_searches.enqueue()
