"""Until when those who were accepted late can still write."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from consultations.access.memberships import institutions_of
from consultations.access.permissions import late_acceptance, phase_for
from consultations.models import Institution, LateAcceptance, Round
from consultations.queries.rounds.round_states import WAY_OVER
from consultations.rules.phases import Phase

Sender = tuple[UUID, UUID | None]
"""The keys of a round and of the institution; None for an individual view."""


def standing_acceptances(user: Any, at: datetime) -> QuerySet[LateAcceptance]:
    """Late acceptances that now hold for the person or an institution of theirs, with their closed rounds."""
    if not user.is_authenticated:
        return LateAcceptance.objects.none()
    own = Q(institution__in=institutions_of(user, at)) | Q(person=user)
    is_over = Q(round__closes__lt=at) | Q(round__closed_at__lte=at)
    holds_now = LateAcceptance.objects.filter(accepted_at__lte=at, until__gte=at.replace(microsecond=0))
    return holds_now.filter(own, is_over, round__cancelled_at=None).select_related(
        "round__draft__amendment", "institution"
    )


def acceptances_of_use(user: Any, at: datetime) -> QuerySet[LateAcceptance]:
    """Late acceptances that “My work” names: those on amendments that a comment can still change."""
    return standing_acceptances(user, at).exclude(round__draft__amendment__state__in=WAY_OVER)


def own_late_ends(user: Any, at: datetime) -> dict[Sender, datetime]:
    """The end of each of these, by round and institution."""
    rows = standing_acceptances(user, at)
    return {(row.round_id, row.institution_id): row.until for row in rows if row.until is not None}


def late_ends(user: Any, rounds: Iterable[Round], at: datetime) -> dict[UUID, datetime]:
    """The last of these ends for each round. No query if none of the rounds is over."""
    if all(row.phase(at) is not Phase.CLOSED for row in rounds):
        return {}
    found: dict[UUID, datetime] = {}
    for (round_, _body), until in own_late_ends(user, at).items():
        found[round_] = max(until, found.get(round_, until))
    return found


def end_for(round_: Round, institution: Institution | None, user: Any, at: datetime) -> datetime:
    """Until when the institution, or the person, can write."""
    if phase_for(round_, institution, user, at) is Phase.LATE:
        accepted = late_acceptance(round_, institution, user)
        if accepted is not None and accepted.until is not None:
            return accepted.until
    return round_.ended_at
