"""The days on which texts enter into force: the search finds the law of each day."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from amendments.actions.publication.naming import name_by_law
from amendments.audit.actor import Actor
from amendments.long_work.progress import shared_cache
from amendments.models import Commencement, Version
from amendments.search_sources import follow

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
        begun = Commencement.objects.filter(date__gt=last, date__lte=today).values_list("version", flat=True)
        with transaction.atomic():
            _name_acts(set(begun), now)
            follow("amendments.version", sorted(set(begun)))
        cache.set(_LAST, today.isoformat(), _KEPT_FOR)


def _name_acts(begun: Collection[UUID], now: datetime) -> None:
    """An act gets the title of its new text, in the name of the person who sealed it."""
    for version in Version.objects.filter(pk__in=begun, draft=None).select_related("instrument", "sealed_by"):
        name_by_law(version.instrument, Actor(version.sealed_by, now))
