"""How many invited institutions have answered each open round, for the secretary."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q

from amendments.permissions import holds
from consultations.access.powers import Power
from consultations.models import Invitation, Round, Submission
from consultations.models.visibility import where
from consultations.values import SubmissionState

MOST_WATCHED = 5


@dataclass(frozen=True, slots=True)
class WatchedRound:
    """An open round: how many institutions were invited, and how many of them have answered."""

    round: Round
    invited: int
    answered: int


def watched_rounds(user: Any, now: datetime) -> list[WatchedRound]:
    """The open rounds of the committees whose secretary the person is; the one that closes first comes first."""
    if not holds(user, Power.WATCH_ROUND):
        return []
    rows = (
        Round.objects.visible_to(user)
        .filter(where(user, Power.WATCH_ROUND, "draft__amendment"))
        .filter(opens__lte=now, closes__gte=now, closed_at=None, cancelled_at=None)
        .select_related("draft__amendment")
        .order_by("closes")[:MOST_WATCHED]
    )
    rounds = list(rows)
    received = Submission.objects.filter(
        round=OuterRef("round"), institution=OuterRef("institution"), state=SubmissionState.SUBMITTED
    )
    invitations = (
        Invitation.objects.filter(round__in=rounds)
        .annotate(has_answered=Exists(received))
        .order_by()
        .values("round")
        .annotate(invited=Count("pk"), answered=Count("pk", filter=Q(has_answered=True)))
    )
    counts = {row["round"]: (row["invited"], row["answered"]) for row in invitations}
    return [WatchedRound(row, *counts.get(row.pk, (0, 0))) for row in rounds]
