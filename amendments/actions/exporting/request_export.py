"""Somebody asks for a file of a big act, which the worker makes."""

from datetime import datetime

from django.db import transaction

from amendments.actions.exporting.keep_export import asked_columns
from amendments.errors.of_exports import TooManyExports
from amendments.models import Export, ExportRequest
from amendments.models.export import LONGEST_URL
from amendments.queries.kept_exports import PreparedExport
from amendments.tasks import make_export

MOST_OF_ONE = 10  # files that wait for one person, and for all visitors together
State = Export.State


class RequestExport:
    """No change of the record. The same file is asked for once, however many wait for it; who did stands in the requests."""

    def __init__(self, plan: PreparedExport, url: str, at: datetime) -> None:
        self.plan = plan
        self.url = url
        self.at = at

    def execute(self) -> Export:
        """Store the request; the worker picks it up after the commit. Raises `TooManyExports`."""
        with transaction.atomic():
            same = Export.objects.select_for_update().filter(key=self.plan.key)
            export = same.defer("content").first()
            if export is None or export.state == State.FAILED:
                self._refuse_too_many()
                wish = {**asked_columns(self.plan, self.at), "state": State.WAITING, "error": ""}
                export, _ = Export.objects.update_or_create(key=self.plan.key, defaults=wish)
                key = str(export.pk)
                transaction.on_commit(lambda: make_export.enqueue(key))
            elif not (self.plan.reader.is_authenticated or export.by_visitors):
                same.update(by_visitors=True)
            self.note(export)
        return export

    def note(self, export: Export) -> None:
        """The person finds the file under My work. Visitors find it by asking again."""
        if self.plan.reader.is_authenticated:
            bare = self.url.partition("?")[0]  # what somebody wrote behind it may have any length
            url = self.url if len(self.url) <= LONGEST_URL else bare
            asked = {"url": url, "asked_at": self.at}
            ExportRequest.objects.update_or_create(export=export, user=self.plan.reader, defaults=asked)

    def _refuse_too_many(self) -> None:
        reader = self.plan.reader
        waiting = Export.objects.filter(state__in=Export.ACTIVE)
        of_visitors = waiting.filter(by_visitors=True, asked_by=None)
        own = waiting.filter(asked_by=reader) if reader.is_authenticated else of_visitors
        if own.count() >= MOST_OF_ONE:
            raise TooManyExports
