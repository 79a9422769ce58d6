"""Files are removed when nobody takes them any more, and those whose worker died or task was lost are taken up again."""

from datetime import datetime, timedelta

from django.db.models import Sum

from amendments.models import Export
from amendments.queries.files.kept_exports import export_standing
from amendments.worker.answering import put_back
from amendments.worker.tasks import make_export

State = Export.State
KEPT = timedelta(days=7)  # since somebody last took it
FAILED_KEPT = timedelta(days=1)
TRIED_FOR = timedelta(hours=1)  # a file that was cut off for so long is given up
ROOM = 1 << 29  # bytes of all files together
_CHUNK = 20


class TendExports:
    """A job: forget files, and put back what a worker began and did not end or never got."""

    slug = "exports"
    every = timedelta(minutes=1)

    def run(self, now: datetime) -> None:
        """Each file in a transaction of its own."""
        for export in Export.objects.filter(state__in=Export.ACTIVE).select_related(None).defer("content"):
            if export_standing(export, now).is_silent:
                put_back(export, now, make_export, state=State.WAITING)
        Export.objects.filter(state=State.DONE, used_at__lt=now - KEPT).delete()
        Export.objects.filter(state=State.FAILED, moved_at__lt=now - FAILED_KEPT).delete()
        Export.objects.filter(state__in=Export.ACTIVE, used_at__lt=now - TRIED_FOR).delete()
        _make_room()


def _make_room() -> None:
    """Forget those that nobody took for the longest time."""
    done = Export.objects.filter(state=State.DONE)
    beyond = (done.aggregate(size=Sum("size"))["size"] or 0) - ROOM
    while beyond > 0:
        oldest = list(done.order_by("used_at").values_list("pk", "size")[:_CHUNK])
        if not oldest:  # another runner was there before
            return
        for pk, size in oldest:
            if beyond > 0:
                Export.objects.filter(pk=pk).delete()
                beyond -= size
