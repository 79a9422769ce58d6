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
            row = Export.objects.select_for_update().defer("content").filter(pk=self.export.pk).first()
            own = ExportRequest.objects.filter(export=self.export, user=self.user)
            if row is None or not own.delete()[0]:
                return
            other = row.requests.order_by("asked_at", "pk").first()
            if other is None and not row.by_visitors and row.state != Export.State.DONE:
                row.delete()
            elif row.asked_by_id == self.user.pk:
                row.asked_by_id = other.user_id if other else None
                row.save(update_fields=["asked_by"])
