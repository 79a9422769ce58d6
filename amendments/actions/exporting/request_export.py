"""Somebody asks for a file of a big act, which the worker makes."""

from datetime import datetime

from django.db import transaction

from amendments.actions.exporting.keep_export import asked_columns
from amendments.errors.of_exports import TooManyExports
from amendments.long_work.progress import shared_cache
from amendments.models import Export, ExportRequest
from amendments.models.export import LONGEST_URL
from amendments.queries.files.kept_exports import PreparedExport
from amendments.worker.tasks import make_export

MOST_OF_ONE = 10  # files that wait for one person, and for all visitors together
MOST_OF_A_VISITOR = 3
_REMEMBERED = 3600  # seconds
State = Export.State


class RequestExport:
    """No change of the record. The same file is asked for once, however many wait for it; who did stands in the requests."""

    def __init__(self, plan: PreparedExport, url: str, at: datetime, visitor: str = "") -> None:
        """`visitor` tells somebody who is not signed in from others, as far as that can be told."""
        self.plan = plan
        self.url = url
        self.at = at
        self.visitor = "" if plan.reader.is_authenticated else visitor

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
                self._remember()
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
        if self.visitor and of_visitors.filter(key__in=self._asked()).count() >= MOST_OF_A_VISITOR:
            raise TooManyExports

    def _asked(self) -> list[str]:
        """The keys of the files for which this visitor asked lately."""
        found: list[str] = shared_cache().get(self._name, [])
        return found

    def _remember(self) -> None:
        if self.visitor:
            asked = [*self._asked(), self.plan.key][-MOST_OF_ONE:]
            shared_cache().set(self._name, asked, _REMEMBERED)

    @property
    def _name(self) -> str:
        return f"madda-files-of-{self.visitor}"
