"""The institutions of a person, and the roles that the person has in each of them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.timezone import localdate

from amendments.models.visibility import forget_rules
from consultations.models.institution import Membership, standing
from consultations.values import SENDING_ROLES, SPEAKING_ROLES, MembershipRole


def roles_of(user: Any, at: datetime | None = None) -> dict[UUID, frozenset[MembershipRole]]:
    """The person's roles by institution at a moment; one query for a day. The legal service takes no part."""
    if not user.is_authenticated or not user.is_active:
        return {}
    at = at or timezone.now()
    day = localdate(at)
    days: dict[object, dict[UUID, frozenset[MembershipRole]]] = user.__dict__.setdefault("_madda_roles", {})
    if day not in days:
        roles: dict[UUID, set[MembershipRole]] = {}
        own = Membership.objects.filter(user=user, role__in=SPEAKING_ROLES)
        rows = own.filter(standing(at), standing(at, "institution__"))
        for institution, role in rows.values_list("institution_id", "role"):
            roles.setdefault(institution, set()).add(MembershipRole(role))
        days[day] = {pk: frozenset(held) for pk, held in roles.items()}
    return days[day]


def forget_roles(user: Any) -> None:
    """Forget the roles that the user object keeps, after a membership has changed."""
    user.__dict__.pop("_madda_roles", None)
    forget_rules(user)


def institutions_of(user: Any, at: datetime | None = None) -> list[UUID]:
    """The institutions that the person belongs to."""
    return sorted(roles_of(user, at))


def sends_for(user: Any, at: datetime | None = None) -> list[UUID]:
    """The institutions for which the person signs off and submits."""
    return sorted(pk for pk, roles in roles_of(user, at).items() if not roles.isdisjoint(SENDING_ROLES))
