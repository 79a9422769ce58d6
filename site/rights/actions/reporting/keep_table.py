"""Keeps a table that leaves the site, for whoever gets the same."""

from dataclasses import replace
from datetime import UTC, datetime

from django.db import transaction
from django.utils import timezone

from amendments.models import Export, Version
from amendments.queries.files.kept_exports import code_version
from amendments.record.digest import digest
from amendments.renderers.exporter import Exporter
from rights.exports.tabled import TabledDocument


class KeepTable:
    """No change of the record: a file of today with the same words is given again instead of being made anew.

    Its key covers all words of the document, so that nobody gets a file with other words than their own.
    """

    def __init__(
        self, document: TabledDocument, exporter: Exporter, version: Version, *, is_visitor: bool
    ) -> None:
        self.document, self.exporter, self.version = document, exporter, version
        self.is_visitor = is_visitor

    def execute(self) -> bytes:
        """The bytes of the kept file, which is made if there is none."""
        key, now = self._key(), timezone.now()
        kept = Export.objects.filter(key=key, state=Export.State.DONE).first()
        if kept is not None and kept.content is not None:
            Export.objects.filter(pk=kept.pk).update(used_at=now)
            return bytes(kept.content)
        content = self.exporter.export(self.document)
        made = {
            "version": self.version,
            "recipe": {"table": self.exporter.slug},
            "by_visitors": self.is_visitor,
            "state": Export.State.DONE,
            "moved_at": now,
            "used_at": now,
            "name": f"{self.document.name}{self.exporter.suffix}",
            "content": content,
            "size": len(content),
        }
        with transaction.atomic():
            Export.objects.get_or_create(key=key, defaults=made)
        return content

    def _key(self) -> str:
        """A hash of the day, which the file shows, of its words and of the code."""
        words = repr(replace(self.document, at=datetime.min.replace(tzinfo=UTC)))
        day = timezone.localdate(self.document.at).isoformat()
        return digest([code_version(), self.exporter.slug, type(self.document).__name__, day, words])
