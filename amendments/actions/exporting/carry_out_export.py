"""The worker makes a file that somebody asked for."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet
from django.utils import timezone

from amendments.errors.of_exports import ExportChanged
from amendments.long_work.progress import step, watched
from amendments.models import Export
from amendments.queries.files.export_recipes import ExportRecipe
from amendments.queries.files.kept_exports import PreparedExport, prepared_export

STEPS = 3
"""The document is read and compared, it is written, it is stored."""
State = Export.State


class CarryOutExport:
    """Makes the file with the present rights of somebody who waits for it. If nobody may still read it, no file is made."""

    def __init__(self, export: Export) -> None:
        self.export = export

    def execute(self) -> None:
        """Make the file; stop where nobody waits any more. Raises `ExportChanged`."""
        with watched(str(self.export.pk), STEPS):
            plan = self._plan()
            document = plan.document()
            step(1)
            if not self._wanted().exists():
                return
            content = plan.exporter.export(document)
            if not plan.still_holds():
                raise ExportChanged
            step(1)
            self._wanted().update(
                state=State.DONE,
                contained=plan.contained(document),
                name=f"{document.name}{plan.exporter.suffix}",
                content=content,
                size=len(content),
                moved_at=timezone.now(),
                used_at=timezone.now(),
            )
            step(1)

    def _plan(self) -> PreparedExport:
        """The export, prepared for the first waiting reader who may still read what was asked for."""
        waiting = self.export.requests.select_related("user").order_by("asked_at", "pk")
        readers: list[Any] = [asked.user for asked in waiting]
        if self.export.by_visitors:
            readers.append(AnonymousUser())
        for reader in readers:
            try:
                plan = prepared_export(reader, ExportRecipe.of(self.export.recipe))
            except ObjectDoesNotExist:
                continue
            if plan.key == self.export.key:
                return plan
        raise ExportChanged

    def _wanted(self) -> QuerySet[Export]:
        """The row, if somebody still waits for it."""
        return Export.objects.filter(pk=self.export.pk, state=State.MAKING)
