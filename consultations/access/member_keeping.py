"""Who adds and ends the people of an institution: its focal points, and the secretariat within its remit (ADR 6)."""

from datetime import datetime
from typing import Any

from django.db.models import Q

from consultations.access.memberships import sends_for
from consultations.access.powers import Power
from consultations.access.remit import reach_of
from consultations.models.committee import Seat
from consultations.models.institution import Institution, Membership, standing
from consultations.models.round import Round
from consultations.values import SENDING_ROLES


def keeps_members(user: Any, power: Power, institution: Institution, at: datetime) -> bool:
    """Whether the person signs for the institution, or the power counts in every committee that it has to do with.

    Who acts for an institution reads and withdraws all that it wrote, so one committee does not open it to the other. Where
    it has to do with none, the power counts until somebody signs for it: the Ombudsman's office may have asked it by then.
    """
    if institution.pk in sends_for(user, at):
        return True
    reach, committees = reach_of(user, power), _committees_of(institution)
    if not committees and _is_signed_for(institution, at):
        return False
    return bool(reach) and all(reach.covers(committee) for committee in committees)


def _is_signed_for(institution: Institution, at: datetime) -> bool:
    rows = Membership.objects.filter(standing(at), institution=institution, role__in=SENDING_ROLES)
    return rows.exists()


def _committees_of(institution: Institution) -> set[Any]:
    """The committees on which it has or had a seat, or in whose rounds it was invited or has begun to write."""
    part = Q(invitations__institution=institution) | Q(submissions__institution=institution)
    rounds = Round.objects.filter(part)
    return {
        *Seat.objects.filter(institution=institution).values_list("committee", flat=True),
        *rounds.values_list("draft__amendment__referral__committee", flat=True),
    }
