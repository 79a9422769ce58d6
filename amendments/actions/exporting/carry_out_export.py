"""The worker makes a file that somebody asked for."""

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet
from django.utils import timezone

from amendments.errors.of_exports import ExportChanged
from amendments.long_work.progress import step, watched
from amendments.models import Export
from amendments.queries.export_recipes import ExportRecipe
from amendments.queries.kept_exports import prepared_export

STEPS = 3
"""The document is read and compared, it is written, it is stored."""
State = Export.State


class CarryOutExport:
    """With the rights that the person has now. If they give another file than the one that was asked for, none is made."""

    def __init__(self, export: Export) -> None:
        self.export = export

    def execute(self) -> None:
        """Make the file; stop where nobody waits any more. Raises `ExportChanged`."""
        with watched(str(self.export.pk), STEPS):
            reader = self.export.asked_by or AnonymousUser()
            try:
                plan = prepared_export(reader, ExportRecipe.of(self.export.recipe))
            except ObjectDoesNotExist:
                raise ExportChanged from None
            if plan.key != self.export.key:
                raise ExportChanged
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

    def _wanted(self) -> QuerySet[Export]:
        """The row, if somebody still waits for it."""
        return Export.objects.filter(pk=self.export.pk, state=State.MAKING)
