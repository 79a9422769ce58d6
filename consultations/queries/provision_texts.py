"""The wordings of a few provisions in a few versions, in one query."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F

from amendments.models import EntryText, Version


@dataclass(frozen=True, slots=True)
class Wording:
    """A provision in a version. `order` is its place in the law."""

    provision: str
    version: object
    number: str
    order: int
    heading: str
    body: str
    is_repealed: bool
    parent: str

    @property
    def words(self) -> str:
        """The text that one comments on: the body, or the heading where there is no body."""
        return self.body or self.heading


Wordings = dict[tuple[object, str], Wording]


def wordings(versions: Iterable[Version], provisions: Iterable[UUID | str | None]) -> Wordings:
    """By (version, provision)."""
    rows = EntryText.objects.filter(
        entry__version__in=list(versions),
        entry__provision__in=[str(pk) for pk in provisions if pk],
        language=F("entry__version__instrument__language"),
    ).select_related("entry", "text")
    return {(row.entry.version_id, str(row.entry.provision_id)): _wording(row) for row in rows}


def _wording(row: EntryText) -> Wording:
    entry = row.entry
    return Wording(
        str(entry.provision_id),
        entry.version_id,
        entry.number,
        entry.order,
        row.text.heading,
        row.text.body,
        entry.is_repealed,
        str(entry.parent_id or ""),
    )
