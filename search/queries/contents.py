"""Reads what hits show with the reader's audiences."""

import datetime
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection

from search.backends.dialect import CONFIDENTIAL_SCOPE, PUBLIC_SCOPE, Scope
from search.backends.question import Hit
from search.models import AudienceToken
from search.query.document import Written

_COLUMNS = (
    "e.source, e.key, e.group_code, c.url, c.context, c.instrument, c.status, c.institution, c.date, c.texts, "
    "e.valid_from, e.valid_to, c.cites"
)


@dataclass(frozen=True, slots=True)
class Shown:
    """The content of an entry; entries of one `group` are one thing."""

    group: int
    url: str
    context: str
    instrument: str
    status: str
    institution: str
    date: datetime.date | None
    written: tuple[Written, ...]
    is_confidential: bool
    valid_from: datetime.date | None = None  # first day in force
    valid_to: datetime.date | None = None  # first day no longer in force
    cites: tuple[str, ...] = ()


def load(hits: Iterable[Hit], tokens: list[str]) -> dict[Hit, Shown]:
    """What hits show; nothing outside the reader's audiences is loaded."""
    wanted = set(hits)
    found = _contents(PUBLIC_SCOPE, wanted, []) if wanted else {}
    missing = wanted - found.keys()
    return found | _contents(CONFIDENTIAL_SCOPE, missing, tokens) if missing and tokens else found


def _contents(scope: Scope, wanted: set[Hit], tokens: list[str]) -> dict[Hit, Shown]:
    """Read the contents in one query without models, which would take four times as long.

    Rows that combine the source of one hit with the key of another are dropped.
    """
    sources, keys = {hit.source for hit in wanted}, {hit.id for hit in wanted}
    statement = (
        f"SELECT {_COLUMNS} FROM {scope.table} e JOIN {scope.content._meta.db_table} c ON c.entry_id = e.id"  # noqa: S608 - our own names
        f" WHERE e.source IN ({_holes(sources)}) AND e.key IN ({_holes(keys)})"
    )
    if scope is CONFIDENTIAL_SCOPE:
        statement += f" AND EXISTS (SELECT 1 FROM {AudienceToken._meta.db_table} a WHERE a.entry_id = e.id AND a.token IN ({_holes(tokens)}))"  # noqa: S608 - holes alone
    with connection.cursor() as cursor:
        cursor.execute(statement, [*sources, *keys, *tokens])
        rows = cursor.fetchall()
    return {
        hit: _shown(values, scope) for source, key, *values in rows if (hit := Hit(source, key)) in wanted
    }


def _shown(values: list[Any], scope: Scope) -> Shown:
    group, url, context, act, status, institution, date, texts, begins, ends, cites = values
    written = tuple(Written(*text) for text in json.loads(texts))
    is_confidential = scope is CONFIDENTIAL_SCOPE
    date, begins, ends, cited = *map(_day, (date, begins, ends)), tuple(json.loads(cites))
    return Shown(
        group, url, context, act, status, institution, date, written, is_confidential, begins, ends, cited
    )


def _day(value: Any) -> datetime.date | None:
    """A day as SQLite (text) or PostgreSQL gives it."""
    return datetime.date.fromisoformat(value) if isinstance(value, str) else value


def _holes(values: Iterable[str]) -> str:
    return ", ".join("%s" for _ in values)
