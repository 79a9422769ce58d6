"""The days on which texts enter into force: the search finds the law of each day."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from amendments.long_work.progress import shared_cache
from amendments.models import Commencement
from amendments.search_sources import follow

_LAST = "amendments.commencing"  # the last day that was looked at
_LOOKED_BACK = timedelta(days=7)  # where that is not known, such as at the first run
_KEPT_FOR = 90 * 24 * 3600  # seconds


class FindTheLawOfToday:
    """A job: when a text enters into force, what is found of its act changes, and nobody does anything."""

    slug = "commencements"
    every = timedelta(minutes=15)

    def run(self, now: datetime) -> None:
        """Index again the acts whose texts entered into force since the last day that was looked at."""
        today, cache = localdate(now), shared_cache()
        last = date.fromisoformat(cache.get(_LAST) or (today - _LOOKED_BACK).isoformat())
        if last >= today:
            return
        begun = Commencement.objects.filter(date__gt=last, date__lte=today).values_list("version", flat=True)
        with transaction.atomic():
            follow("amendments.version", sorted(set(begun)))
        cache.set(_LAST, today.isoformat(), _KEPT_FOR)
