"""Rows that were taken out of the table of concordance, and why."""

from typing import Any

from amendments.models import Instrument
from rights.models import ConcordanceRow
from rights.powers import may_write_rows

MOST = 30


def removed_rows(user: Any, act: Instrument | None) -> list[tuple[ConcordanceRow, str, str]]:
    """The newest of an act that the person can bring back, each with who took it out and the reason. Three queries at most."""
    if act is None or not may_write_rows(user, ["any"]):
        return []
    out = ConcordanceRow.objects.standing_or_removed(user).filter(instrument=act, removed_at__isnull=False)
    newest = out.select_related("treaty").prefetch_related("rights").order_by("-removed_at", "pk")[:MOST]
    rows = [row for row in newest if may_write_rows(user, row.rights.all())]
    history = ConcordanceRow.history.filter(id__in=[row.pk for row in rows]).order_by("history_id")
    told = {key: rest for key, *rest in history.values_list("id", "actor_label", "history_change_reason")}
    return [(row, told[row.pk][0], told[row.pk][1] or "") for row in rows]
