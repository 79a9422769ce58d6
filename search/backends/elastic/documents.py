"""Turns entries of the embedded index into documents of a server. They contain what the transaction wrote."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Any
from unicodedata import normalize

from search.backends.elastic.analyzers import STEMMED
from search.backends.question import FACETS
from search.models import ConfidentialEntry, IndexedEntry
from search.models.facets import COLUMNS, column_of, is_current, place_of, values_of
from search.query.document import cite_keys
from search.sources import PUBLIC

_LONGEST_ID = 400  # a server takes 512 bytes
_DIGITS = 12  # to which numbers are filled up, so that the act 27-L comes before the act 101-L
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Document:
    """What a server keeps of one entry."""

    id: str
    fields: dict[str, Any]


def document_id(source: str, key: str) -> str:
    """Under which name a server keeps an entry."""
    name = f"{source}:{key}"
    return name if len(name.encode()) <= _LONGEST_ID else f"{source}:{blake2b(key.encode()).hexdigest()}"


def documents(rows: Sequence[IndexedEntry]) -> list[Document]:
    """The documents of entries that were loaded with their content, and with their audience where they have one."""
    values = values_of({getattr(row, column) for row in rows for column in COLUMNS})
    return [Document(document_id(row.source, row.key), _fields(row, values)) for row in rows]


def _fields(row: IndexedEntry, values: Any) -> dict[str, Any]:
    content: Any = row.content  # type: ignore[attr-defined] # the two concrete models have it
    facets = {facet: _values(facet, values.get(getattr(row, column_of(facet)), ())) for facet in FACETS}
    filled = {
        **{facet: found for facet, found in facets.items() if facet != "kind"},
        "source": row.source,
        "key": row.key,
        "object": f"{row.source}:{row.object_id}",
        "group": row.group_code,
        "audience": _audience(row),
        "day": row.day or None,
        "place": row.place,
        "law_order": [_natural(act) for act in facets["instrument"]],
        "is_current": is_current(values[row.profile]),
        "valid_from": _iso(row.valid_from),
        "valid_to": _iso(row.valid_to),
        "cite": cite_keys(content.cites),
        "heading": _by_language((text.language, text.heading) for text in content.searched),
        "body": _by_language((text.language, text.body) for text in content.searched),
    }
    return {name: value for name, value in filled.items() if value not in (None, [], {})}


def _values(facet: str, values: tuple[str, ...]) -> list[str]:
    return [value for value in values[place_of(facet)] if value]


def _audience(row: IndexedEntry) -> list[str]:
    if isinstance(row, ConfidentialEntry):
        return sorted(token.token for token in row.audience.all())
    return [PUBLIC]


def _by_language(texts: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for language, text in texts:
        if text:
            found.setdefault(language if language in STEMMED else "other", []).append(normalize("NFC", text))
    return found


def _natural(act: str) -> str:
    return _NUMBER.sub(lambda number: number[0].zfill(_DIGITS), act)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
