"""Where the steps of the office and the answers that count leave issues."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from itertools import groupby, pairwise
from typing import Any

from django.db.models import F, Q

from amendments.models import StateChange
from rights.models import Assessment, Recommendation, RightsIssue
from rights.models.unanswered import FAILED
from rights.states import after_opinion


def states_of(issues: Collection[RightsIssue]) -> Mapping[Any, str]:
    """The state of each: that of the last step by hand or, since then, of the last answer that counts. Five queries.

    The history of an issue has its steps in their order. What it was at the moment of an answer, or of the end of an amendment,
    or when one of these was taken back, or when the issue got or lost provisions, followed from that: it says nothing where no
    answer counts. No issue with an issued opinion goes back behind it.
    """
    given = Assessment.objects.filter(issue__in=issues).exclude(version=F("issue__raised_on"))
    counting = {(row.issue_id, row.at): row for row in given.moving()}
    followed: dict[Any, set[datetime]] = {issue.pk: set() for issue in issues}
    for key, *moments in given.values_list("issue", "at", "taken_back_at"):
        followed[key].update(filter(None, moments))
    amendments = given.filter(version__draft__isnull=False).values("version__draft__amendment")
    ends = StateChange.objects.filter(Q(state__in=FAILED) | Q(takes_back__state__in=FAILED))
    steps = set(ends.filter(amendment__in=amendments).values_list("at", flat=True))
    opinions: dict[Any, list[datetime]] = {}
    issued = Recommendation.objects.filter(issue__in=issues, opinion__issued_at__isnull=False)
    for key, at in issued.order_by("opinion__issued_at").values_list("issue", "opinion__issued_at"):
        opinions.setdefault(key, []).extend(filter(None, [at]))
    history = RightsIssue.history.filter(id__in=list(followed)).order_by("id", "history_id")
    rows = history.values_list("id", "history_date", "state", "provisions")
    told = {key: list(own) for key, own in groupby(rows, key=lambda row: row[0])}
    return {
        key: _state(own, counting, followed[key] | steps | _covered(own), opinions.get(key, []))
        for key, own in told.items()
    }


Row = tuple[Any, datetime, str, list[str]]


def _covered(rows: Sequence[Row]) -> set[datetime]:
    """The moments at which an issue got or lost provisions."""
    told = [(at, provisions) for _key, at, _state, provisions in rows if provisions]  # [] tells nothing
    return {at for (_before, was), (at, now) in pairwise(told) if was != now}


def _state(
    rows: Sequence[Row],
    counting: Mapping[tuple[Any, datetime], Assessment],
    followed: Collection[datetime],
    issued: list[datetime],
) -> str:
    stands = before = rows[0][2]
    for key, at, state, _provisions in rows:
        while issued and issued[0] < at:
            issued.pop(0)
            stands = after_opinion(stands)
        if answer := counting.get((key, at)):
            stands = answer.state_after if answer.has_moved else stands
        elif state != before and at not in followed:
            stands = state
        before = state
    return after_opinion(stands) if issued else stands
