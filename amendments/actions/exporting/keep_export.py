"""Keeps a file that was made for a reader, for whoever asks for the same."""

from datetime import datetime

from django.db import transaction

from amendments.models import Draft, Export
from amendments.queries.files.kept_exports import PreparedExport


class KeepExport:
    """No change of the record: the file can be made again. Of two that are made at once the first one stays.

    If something changed while it was made, such as a comment that this reader may read since then, it is kept for nobody.
    """

    def __init__(self, plan: PreparedExport, at: datetime) -> None:
        self.plan = plan
        self.at = at

    def execute(self) -> Export:
        """Make the file and store it; the row has no key in the database if it was not stored."""
        document = self.plan.document()
        content = self.plan.exporter.export(document)
        made = {
            **asked_columns(self.plan, self.at),
            "state": Export.State.DONE,
            "contained": self.plan.contained(document),
            "name": f"{document.name}{self.plan.exporter.suffix}",
            "content": content,
            "size": len(content),
        }
        if not self.plan.still_holds():
            return Export(**made)
        with transaction.atomic():
            export, is_new = Export.objects.get_or_create(key=self.plan.key, defaults=made)
            if not is_new and export.state != Export.State.DONE:
                Export.objects.filter(pk=export.pk).update(**made, error="")
                export.refresh_from_db()
        return export


def asked_columns(plan: PreparedExport, at: datetime) -> dict[str, object]:
    """What is stored of a file before it is made."""
    is_draft = isinstance(plan.text, Draft)
    return {
        "draft": plan.text if is_draft else None,
        "version": None if is_draft else plan.text,
        "recipe": plan.recipe.kept(),
        "asked_by": plan.reader if plan.reader.is_authenticated else None,
        "by_visitors": not plan.reader.is_authenticated,
        "moved_at": at,
        "used_at": at,
    }
