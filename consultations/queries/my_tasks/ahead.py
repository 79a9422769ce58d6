"""The days on which rounds open and close and hearings are held."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from amendments.work import MOST, DateAhead
from consultations.models import Round
from consultations.queries.rounds.late_ends import acceptances_of_use
from consultations.queries.rounds.round_states import WAY_OVER


def dates_for(user: Any, now: datetime) -> list[DateAhead]:
    """What lies ahead in the rounds that the person may see, as long as they can change the law."""
    rows = (
        Round.objects.visible_to(user)
        .filter(Q(closes__gte=now, closed_at=None) | Q(hearing_at__gte=now), cancelled_at=None)
        .exclude(draft__amendment__state__in=WAY_OVER)
        .select_related("draft__amendment")
        .order_by("closes")[:MOST]
    )
    found = [*(day for row in rows for day in _days(row, now)), *_late_days(user, now)]
    return sorted(found, key=lambda day: day.at or now)[:MOST]


def _late_days(user: Any, now: datetime) -> Iterator[DateAhead]:
    """The ends of what was accepted late."""
    for row in acceptances_of_use(user, now):
        if row.until is not None:
            title = _("Late comments on %(draft)s close") % {"draft": row.round.draft.label}
            yield DateAhead(
                localdate(row.until), title, row.round.url, row.round.amendment.shown_title, row.until
            )


def _days(row: Round, now: datetime) -> Iterator[DateAhead]:
    moments = (
        (row.opens, _("Round on %(draft)s opens")),
        (row.hearing_at, _("Hearing on %(draft)s")),
        (row.ended_at, _("Round on %(draft)s closes")),
    )
    for at, words in moments:
        if at is not None and at >= now:
            title = words % {"draft": row.draft.label}
            yield DateAhead(localdate(at), title, row.url, row.amendment.shown_title, at)
