"""Imports whose worker died or whose task was lost are taken up again, and failed ones are forgotten after a while."""

from datetime import datetime, timedelta

from amendments.models import ActImport
from amendments.queries.files.imports import standing_of
from amendments.worker.answering import put_back
from amendments.worker.tasks import import_act

State = ActImport.State
KEPT = timedelta(days=90)  # a failed import, with its text
TRIED_FOR = timedelta(hours=1)  # an import that was cut off for so long is left to its drafter


class TakeUpImports:
    """A job: what a worker began and did not end, or never got, waits again for another one.

    An import whose task waits behind others may get a second task, which finds nothing to do.
    """

    slug = "abandoned_imports"
    every = timedelta(minutes=1)

    def run(self, now: datetime) -> None:
        """Put them back, each in a transaction of its own, and forget old failures."""
        lately = ActImport.objects.filter(state__in=ActImport.ACTIVE, asked_at__gt=now - TRIED_FOR)
        for asked in lately.defer("text"):
            if standing_of(asked, now).is_silent:
                put_back(asked, now, import_act, state=State.WAITING)
        ActImport.objects.filter(state=State.FAILED, moved_at__lt=now - KEPT).delete()
