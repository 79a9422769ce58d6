"""Where the powers of a person count: in the committees in which the person holds an office or sits.

A group says what its people may do. What the group "secretary" grants counts where the person is the secretary today, and
so for "chair" and "member". A member is also whoever belongs to an institution with a seat. A power of a committee that
another group grants counts where the person holds any office. All other powers of other groups count everywhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.timezone import localdate

from amendments.models import Amendment
from amendments.permissions import NOBODY, groups_granting
from consultations.permissions import institutions_of
from consultations.powers import OF_COMMITTEE, WIDENED_BY, Power
from consultations.values import OfficeKind

if TYPE_CHECKING:
    from consultations.models import Committee

NOWHERE: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a power counts: everywhere, or in these committees."""

    committees: frozenset[UUID] = NOWHERE
    is_everywhere: bool = False

    def __bool__(self) -> bool:
        return self.is_everywhere or bool(self.committees)

    def covers(self, committee: UUID | None) -> bool:
        """Whether it counts in a committee; where there is none, it must count everywhere."""
        return self.is_everywhere or committee in self.committees


class Remit:
    """What `register_remits` of `amendments` asks about every power of an office."""

    slug = "committees"
    powers = frozenset({*OF_COMMITTEE, *Power})

    def reaches(self, user: Any, power: str, amendment: Amendment | None) -> bool:
        """On the amendments of the committees in which the power counts."""
        reach = reach_of(user, power)
        if amendment is None or not reach or reach.is_everywhere:
            return bool(reach)
        return reach.covers(committee_of(amendment))

    def amendments_of(self, user: Any, power: str) -> Q:
        """The same as a condition."""
        reach = reach_of(user, power)
        return (
            Q() if reach.is_everywhere else Q(referral__committee__in=reach.committees) if reach else NOBODY
        )


def reach_of(user: Any, power: str) -> Reach:
    """Where a power of the person counts today."""
    groups = groups_granting(user, power)
    if not groups:
        return Reach()
    of_offices = groups.intersection(OfficeKind.values)
    others = groups - of_offices
    if power in OF_COMMITTEE:
        widening = WIDENED_BY.get(power)
        is_everywhere = widening is not None and bool(reach_of(user, widening))
    else:
        is_everywhere = bool(others)
    if is_everywhere:
        return Reach(is_everywhere=True)
    held = offices_of(user)
    found = {pk for name in of_offices for pk in held.get(name, NOWHERE)}
    if others:
        found.update(*held.values())
    if OfficeKind.MEMBER in of_offices:
        found.update(seats_of(user))
    return Reach(frozenset(found))


def holds_in(user: Any, power: Power, committee: "Committee") -> bool:
    """Whether a power counts in a committee; for one that is not founded yet it must count in every one."""
    return reach_of(user, power).covers(None if committee._state.adding else committee.pk)


def offices_of(user: Any, at: datetime | None = None) -> Mapping[str, frozenset[UUID]]:
    """The committees in which the person holds an office, by its kind; one query a day."""
    from consultations.models import Office

    rows = Office.objects.filter(user=user)
    return _kept(user, "_madda_offices", at, rows, "kind")


def seats_of(user: Any, at: datetime | None = None) -> frozenset[UUID]:
    """The committees on which an institution of the person has a seat; one query a day."""
    from consultations.models import Seat

    rows = Seat.objects.filter(institution__in=institutions_of(user, at))
    return frozenset().union(*_kept(user, "_madda_seats", at, rows, "role").values())


def _kept(user: Any, name: str, at: datetime | None, rows: Any, key: str) -> Mapping[str, frozenset[UUID]]:
    from consultations.models.institution import standing

    at = at or timezone.now()
    days: dict[object, dict[str, frozenset[UUID]]] = user.__dict__.setdefault(name, {})
    if localdate(at) not in days:
        found: dict[str, set[UUID]] = {}
        for kind, committee in rows.filter(standing(at)).values_list(key, "committee"):
            found.setdefault(kind, set()).add(committee)
        days[localdate(at)] = {kind: frozenset(committees) for kind, committees in found.items()}
    return days[localdate(at)]


def forget_offices(user: Any) -> None:
    """After an office was given or ended."""
    for name in ("_madda_offices", "_madda_seats", "_madda_granted"):
        user.__dict__.pop(name, None)


def committees_of(user: Any, at: datetime | None = None) -> frozenset[UUID]:
    """The committees to which the person belongs: by the seat of an institution, or by an office that sits there."""
    if not user.is_authenticated or not user.is_active:
        return NOWHERE
    return reach_of(user, Power.SIT).committees | seats_of(user, at)


def committee_of(amendment: Amendment) -> UUID | None:
    """The committee that deals with an amendment, None before it is named."""
    from consultations.models import Referral

    try:
        referral: Referral = amendment.referral
    except Referral.DoesNotExist:
        return None
    return referral.committee_id
