"""The days on which texts enter into force: the search finds the law of each day."""

from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from amendments.actions.publication.commence_texts import CommenceTexts
from amendments.long_work.progress import shared_cache
from amendments.models import Commencement, Version

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
        begun = set(
            Commencement.objects.filter(date__gt=last, date__lte=today).values_list("version", flat=True)
        )
        texts = Version.objects.filter(pk__in=begun, draft=None).select_related("instrument", "sealed_by")
        CommenceTexts(texts.order_by("instrument", "number"), now).execute()
        cache.set(_LAST, today.isoformat(), _KEPT_FOR)
