"""Who adds and ends the people of an institution: its focal points, and the secretariat within its remit (ADR 6)."""

from datetime import datetime
from typing import Any

from django.db.models import Q

from consultations.access.memberships import sends_for
from consultations.access.powers import Power
from consultations.access.remit import reach_of
from consultations.models.committee import Seat
from consultations.models.institution import Institution
from consultations.models.round import Round


def keeps_members(user: Any, power: Power, institution: Institution, at: datetime) -> bool:
    """Whether the person signs for the institution, or the power counts in every committee that it has to do with.

    Who acts for an institution reads and withdraws all that it wrote, so one committee does not open it to the other.
    """
    if institution.pk in sends_for(user, at):
        return True
    reach = reach_of(user, power)
    return bool(reach) and all(reach.covers(committee) for committee in _committees_of(institution))


def _committees_of(institution: Institution) -> set[Any]:
    """The committees on which it has or had a seat, or in whose rounds it was invited or has begun to write."""
    part = Q(invitations__institution=institution) | Q(submissions__institution=institution)
    rounds = Round.objects.filter(part)
    return {
        *Seat.objects.filter(institution=institution).values_list("committee", flat=True),
        *rounds.values_list("draft__amendment__referral__committee", flat=True),
    }
