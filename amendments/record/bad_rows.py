"""Reads the rows of the record one by one where they cannot be read together, so that one bad row hides no other."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

CHUNK = 2000


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be read, and the name of the fault."""

    pk: Any
    fault: str


def read_each(rows: "QuerySet[Any]") -> Iterator[Any]:
    """The rows in their order; in the place of one that was changed by hand so that it cannot be read, a `BadRow`."""
    keys = list(rows.values_list("pk", flat=True))
    for start in range(0, len(keys), CHUNK):
        some = keys[start : start + CHUNK]
        try:
            found = list(rows.filter(pk__in=some))
        except Exception:  # of whatever kind: rows changed by hand break in any way
            found = [_alone(rows, key) for key in some]
        yield from found


def _alone(rows: "QuerySet[Any]", key: object) -> Any:
    try:
        return rows.get(pk=key)
    except Exception as fault:  # as above
        return BadRow(key, type(fault).__name__)
