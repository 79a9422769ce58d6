"""Somebody no longer waits for a file."""

from typing import Any

from django.db import transaction

from amendments.models import Export, ExportRequest


class CancelExport:
    """Takes the own request back. If nobody else waits, a file that is not made yet is forgotten, and the worker stops."""

    def __init__(self, export: Export, user: Any) -> None:
        self.export = export
        self.user = user

    def execute(self) -> None:
        """Nothing is changed for others who asked for the same."""
        with transaction.atomic():
            own = ExportRequest.objects.filter(export=self.export, user=self.user)
            if not own.delete()[0]:
                return
            unwanted = Export.objects.filter(pk=self.export.pk, requests=None, asked_by=self.user)
            unwanted.exclude(state=Export.State.DONE).delete()
