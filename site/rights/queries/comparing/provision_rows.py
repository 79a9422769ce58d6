"""The rows of the concordance that name a provision, or else the nearest ones of the same article."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F

from amendments.models import Provision, VersionEntry
from rights.models import ConcordanceRow, RowAnchor, RowPlacement
from rights.queries.comparing.degrees import RowDegrees, degrees_of, readable_texts
from rights.queries.comparing.row_list import RowPlace, places_of, rows_of
from rights.queries.names_of_texts import names_of


@dataclass(frozen=True, slots=True)
class ProvisionRow:
    """A row with the provisions that it names."""

    degrees: RowDegrees
    places: tuple[RowPlace, ...]
    stale_in: str  # the name of the text whose other words nobody has judged; "" if there is none

    @property
    def row(self) -> ConcordanceRow:
        """The row itself."""
        return self.degrees.row


@dataclass(frozen=True, slots=True)
class ProvisionRows:
    """The first rows; `is_own` says that they name the provision itself, else they stand on the same list."""

    lines: tuple[ProvisionRow, ...]
    total: int
    is_own: bool


def provision_rows(user: Any, provision: Provision, most: int) -> ProvisionRows:
    """The rows on a provision that the person may read. A bounded number of queries."""
    visible = ConcordanceRow.objects.visible_to(user).filter(instrument=provision.instrument_id)
    readable = readable_texts(user, [provision.instrument_id])
    found = _naming(visible, [provision.pk], readable)
    is_own = bool(found)
    if not found:
        found = _naming(visible, _near(provision, readable), readable)
    rows = rows_of(found[:most])
    degrees = degrees_of(rows, readable)
    texts = dict.fromkeys(one.newest.version_id if one.newest else one.row.written_on_id for one in degrees)
    places = places_of(rows, list(texts)) if rows else {}
    names = names_of(text.version for one in degrees for text in one.texts)
    lines = [
        ProvisionRow(one, tuple(places[one.row.pk]), names.dated(one.waiting.version) if one.waiting else "")
        for one in degrees
    ]
    return ProvisionRows(tuple(lines), len(found) if is_own else 0, is_own)


def _naming(visible: Any, keys: Any, readable: Sequence[Any]) -> list[Any]:
    """The keys of the rows that name one of the provisions, in whichever text that the person may read."""
    named = RowAnchor.objects.filter(provision__in=keys).values("row")
    moved = RowPlacement.objects.filter(provision__in=keys, version__in=readable).values("anchor__row")
    rows = visible.filter(pk__in=named) | visible.filter(pk__in=moved)
    return list(rows.order_by("reference").values_list("pk", flat=True))


def _near(provision: Provision, readable: Sequence[Any]) -> list[Any]:
    """The provisions beside it below the same one, and that one."""
    entries = VersionEntry.objects.filter(version__in=readable)
    entry = entries.filter(provision=provision, parent__isnull=False)
    above = entry.order_by("-version__sealed_at").values_list("parent", flat=True).first()
    if above is None:
        return []
    beside = entries.filter(parent=above).order_by().values_list("provision", flat=True)
    return [above, *beside.annotate(key=F("provision")).distinct()]
