"""The days on which texts enter into force: the search finds the law of each day."""

from datetime import date, datetime, timedelta

from django.db.models import Q
from django.utils.timezone import localdate

from amendments.actions.publication.commence_texts import CommenceTexts
from amendments.long_work.progress import shared_cache
from amendments.models import Version
from amendments.queries.law.in_force_now import with_starts

_LAST = "amendments.commencing"  # the last day that was looked at
_LOOKED_BACK = timedelta(days=7)  # where that is not known, such as at the first run
_KEPT_FOR = 90 * 24 * 3600  # seconds


class FindTheLawOfToday:
    """A job: when a text enters into force, what is found of its act changes, and nobody does anything."""

    slug = "commencements"
    every = timedelta(minutes=15)

    def run(self, now: datetime) -> None:
        """Index again, and name, the acts whose texts entered into force since the last day that was looked at."""
        today, cache = localdate(now), shared_cache()
        last = date.fromisoformat(cache.get(_LAST) or (today - _LOOKED_BACK).isoformat())
        if last >= today:
            return
        texts = with_starts(Version.objects.filter(draft=None)).filter(Q(starts__gt=last, starts__lte=today))
        texts = texts.select_related("instrument", "sealed_by")
        CommenceTexts(texts.order_by("instrument", "number"), now).execute()
        cache.set(_LAST, today.isoformat(), _KEPT_FOR)
