"""Says in which committees a person's powers count.

A group grants powers to its people. A power from the group "secretary" counts in the committees in which the person is
the secretary today; likewise for "chair" and "member". People of an institution with a seat are members too. A power over
committees from another group counts where the person has any office. All other powers of other groups count everywhere.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.timezone import localdate

from amendments.models import Amendment
from amendments.models.visibility import forget_rules
from amendments.permissions import NOBODY, groups_granting
from consultations.access.memberships import institutions_of
from consultations.access.powers import OF_COMMITTEE, WIDENED_BY, Power
from consultations.models.committee import Committee, Office, Referral, Seat
from consultations.models.institution import standing
from consultations.values import OfficeKind

NOWHERE: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Reach:
    """The committees in which a power counts, or all of them."""

    committees: frozenset[UUID] = NOWHERE
    is_everywhere: bool = False

    def __bool__(self) -> bool:
        return self.is_everywhere or bool(self.committees)

    def covers(self, committee: UUID | None) -> bool:
        """Whether the power counts in a committee. Without a committee, it must count everywhere."""
        return self.is_everywhere or committee in self.committees


class Remit:
    """Answers the hook `register_remits` of `amendments`."""

    slug = "committees"
    powers = frozenset({*OF_COMMITTEE, *Power})

    def reaches(self, user: Any, power: str, amendment: Amendment | None) -> bool:
        """Whether the power counts in the committee of the amendment."""
        reach = reach_of(user, power)
        if amendment is None or not reach or reach.is_everywhere:
            return bool(reach)
        return reach.covers(committee_of(amendment))

    def amendments_of(self, user: Any, power: str) -> Q:
        """A condition: the amendments on which the power counts."""
        reach = reach_of(user, power)
        return (
            Q() if reach.is_everywhere else Q(referral__committee__in=reach.committees) if reach else NOBODY
        )


def reach_of(user: Any, power: str) -> Reach:
    """The committees in which a power of the person counts today."""
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


def holds_in(user: Any, power: Power, committee: Committee) -> bool:
    """Whether a power counts in a committee. For a committee that is not founded yet, it must count in all."""
    return reach_of(user, power).covers(None if committee._state.adding else committee.pk)


def offices_of(user: Any, at: datetime | None = None) -> Mapping[str, frozenset[UUID]]:
    """The committees in which the person has an office, by kind of office. Kept on the user object by day."""
    return _kept(user, "_madda_offices", at, lambda: Office.objects.filter(user=user), "kind")


def seats_of(user: Any, at: datetime | None = None) -> frozenset[UUID]:
    """The committees on which an institution of the person has a seat. Kept on the user object by day."""

    def rows() -> Any:
        return Seat.objects.filter(institution__in=institutions_of(user, at))

    return frozenset().union(*_kept(user, "_madda_seats", at, rows, "role").values())


def _kept(
    user: Any, name: str, at: datetime | None, rows: Callable[[], Any], key: str
) -> Mapping[str, frozenset[UUID]]:
    at = at or timezone.now()
    day = localdate(at)
    days: dict[object, dict[str, frozenset[UUID]]] = user.__dict__.setdefault(name, {})
    if day not in days:
        found: dict[str, set[UUID]] = {}
        for kind, committee in rows().filter(standing(at)).values_list(key, "committee"):
            found.setdefault(kind, set()).add(committee)
        days[day] = {kind: frozenset(committees) for kind, committees in found.items()}
    return days[day]


def forget_offices(user: Any) -> None:
    """Forget the offices that the user object keeps, after one was given or ended."""
    for name in ("_madda_offices", "_madda_seats", "_madda_granted"):
        user.__dict__.pop(name, None)
    forget_rules(user)


def committees_of(user: Any, at: datetime | None = None) -> frozenset[UUID]:
    """The committees of the person, through the seat of an institution or an office."""
    if not user.is_authenticated or not user.is_active:
        return NOWHERE
    return reach_of(user, Power.SIT).committees | seats_of(user, at)


def committee_of(amendment: Amendment) -> UUID | None:
    """The committee that deals with the amendment; None if it is not named yet."""
    try:
        referral: Referral = amendment.referral
    except Referral.DoesNotExist:
        return None
    return referral.committee_id
