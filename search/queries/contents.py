"""Reads what hits show with the reader's audiences."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef

from search.backends.dialect import CONFIDENTIAL_SCOPE, PUBLIC_SCOPE, Scope
from search.backends.question import Hit
from search.models import AudienceToken
from search.query.document import Written

_OF_CONTENT = ("url", "context", "instrument", "status", "institution", "date", "texts")
_FIELDS = (
    "source",
    "key",
    "group_code",
    *(f"content__{one}" for one in _OF_CONTENT),
    "valid_from",
    "valid_to",
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


def load(hits: Iterable[Hit], tokens: list[str]) -> dict[Hit, Shown]:
    """What hits show; nothing outside the reader's audiences is loaded."""
    wanted = set(hits)
    found = _contents(PUBLIC_SCOPE, wanted, []) if wanted else {}
    missing = wanted - found.keys()
    return found | _contents(CONFIDENTIAL_SCOPE, missing, tokens) if missing and tokens else found


def _contents(scope: Scope, wanted: set[Hit], tokens: list[str]) -> dict[Hit, Shown]:
    """Read the contents in one query and as values: models would take four times as long.

    Rows that combine the source of one hit with the key of another are dropped.
    """
    sources, keys = {hit.source for hit in wanted}, {hit.id for hit in wanted}
    found = scope.model._default_manager.filter(source__in=sources, key__in=keys)
    if scope is CONFIDENTIAL_SCOPE:
        found = found.filter(Exists(AudienceToken.objects.filter(entry=OuterRef("pk"), token__in=tokens)))
    return {
        hit: _shown(values, scope)
        for source, key, *values in found.values_list(*_FIELDS)
        if (hit := Hit(source, key)) in wanted
    }


def _shown(values: list[Any], scope: Scope) -> Shown:
    group, url, context, act, status, institution, date, texts, begins, ends = values
    written, is_confidential = tuple(Written(*text) for text in texts), scope is CONFIDENTIAL_SCOPE
    return Shown(group, url, context, act, status, institution, date, written, is_confidential, begins, ends)
