"""The log of actions, for administrators and auditors: who did what and when.

What an action is about is named only to whoever may know it (`log_readers.py`), as in Wagtail's site history. Of actions
on comments, answers and submissions there is nothing here: the person who acted is their author, whose identity may be
withheld.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import IntegerField, QuerySet, Value
from wagtail.log_actions import registry
from wagtail.models import BaseLogEntry, ModelLogEntry

Rows = QuerySet[Any, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class LoggedAction:
    """One action; `about` and `reason` are empty where the reader may not know them."""

    at: datetime
    person: str
    acting_for: str
    action: str
    kind: str
    about: str = ""
    reason: str = ""


class LoggedActions(Sequence[LoggedAction]):
    """The actions that a reader may know of, the newest first; a paginator loads one page of them."""

    def __init__(self, user: Any) -> None:
        self.user = user
        self.logs = sorted(registry.get_log_entry_models(), key=lambda log: log.__name__)
        self.rows = _joined(self.logs, user)

    def __len__(self) -> int:
        return self.rows.count()

    def __getitem__(self, where: Any) -> Any:
        return list(self._load(list(self.rows[where])))

    def _load(self, rows: list[dict[str, Any]]) -> Iterator[LoggedAction]:
        keys: dict[int, list[int]] = defaultdict(list)
        for row in rows:
            keys[row["log"]].append(row["pk"])
        found: dict[tuple[int, int], BaseLogEntry] = {}
        named: set[tuple[int, int]] = set()
        for number, pks in keys.items():
            entries = self.logs[number].objects.filter(pk__in=pks).select_related("user", "content_type")
            found.update({(number, entry.pk): entry for entry in entries})
            known = self.logs[number].objects.viewable_by_user(self.user).filter(pk__in=pks)
            named.update((number, pk) for pk in known.order_by().values_list("pk", flat=True))
        named.update(key for key, entry in found.items() if _is_on_account(entry))
        for row in rows:
            key = (row["log"], row["pk"])
            yield _action(found[key], is_named=key in named)


def _joined(logs: Sequence[type[BaseLogEntry]], user: Any) -> Rows:
    parts = [
        _open(log, user)
        .order_by()
        .values("pk", "timestamp")
        .annotate(log=Value(number, output_field=IntegerField()))
        for number, log in enumerate(logs)
    ]
    return parts[0].union(*parts[1:], all=True).order_by("-timestamp", "-log", "-pk")


def _open(log: type[BaseLogEntry], user: Any) -> QuerySet[Any]:
    """The entries that the reader may know: all on plain rows, some on pages and confidential objects."""
    found: QuerySet[Any] = log.objects.all() if log is ModelLogEntry else log.objects.viewable_by_user(user)
    return found


def _is_on_account(entry: BaseLogEntry) -> bool:
    """Whether it is about an account, of which administrators and auditors know."""
    label: str = get_user_model()._meta.app_label
    return entry.content_type is not None and bool(entry.content_type.app_label == label)


def _action(entry: BaseLogEntry, *, is_named: bool) -> LoggedAction:
    data = entry.data or {}
    kind = entry.content_type.name if entry.content_type else ""
    return LoggedAction(
        at=entry.timestamp,
        person=entry.user_display_name,
        acting_for=data.get("acting_for", ""),
        action=str(registry.get_action_label(entry.action)),
        kind=kind,
        about=entry.label if is_named else "",
        reason=data.get("reason", "") if is_named else "",
    )
