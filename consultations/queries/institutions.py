"""The list of institutions, and one institution with the people and seats that the reader may know."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Prefetch, QuerySet

from amendments.permissions import holds
from consultations.memberships import institutions_of
from consultations.models import Institution, Membership, Seat
from consultations.models.institution import standing, stands
from consultations.powers import Power
from consultations.remit import reach_of


def institution_rows(at: datetime) -> QuerySet[Institution]:
    """Every institution with `members`, the number of people who act for it now, and `standing_seats`."""
    seats = Seat.objects.filter(standing(at)).select_related("committee")
    return Institution.objects.annotate(
        members=Count("memberships__user", filter=standing(at, "memberships__"), distinct=True)
    ).prefetch_related(Prefetch("seats", seats, to_attr="standing_seats"))


@dataclass(frozen=True, slots=True)
class Member:
    """A person of an institution. `name` is "" if the reader may not know it."""

    membership: Membership
    name: str
    is_standing: bool


@dataclass(frozen=True, slots=True)
class HeldSeat:
    """A seat of an institution on a committee."""

    seat: Seat
    is_standing: bool
    may_end: bool


@dataclass(frozen=True, slots=True)
class InstitutionPage:
    """Everything on the page of an institution, and what the reader may do there."""

    institution: Institution
    members: tuple[Member, ...]
    seats: tuple[HeldSeat, ...]
    may_change: bool
    may_keep_seats: bool


def institution_page(user: Any, institution: Institution, at: datetime) -> InstitutionPage:
    """The page of an institution. Present people and seats come first, former ones below."""
    known = holds(user, Power.KNOW_MEMBERS) or institution.pk in institutions_of(user, at)
    people = [
        Member(row, str(row.user) if known or row.show_name else "", stands(row, at))
        for row in institution.memberships.select_related("user").order_by("role", "start")
    ]
    ending = reach_of(user, Power.END_SEAT)
    places = [
        HeldSeat(row, stands(row, at), may_end=stands(row, at) and ending.covers(row.committee_id))
        for row in institution.seats.select_related("committee").order_by("committee__name", "start")
    ]
    return InstitutionPage(
        institution,
        tuple(sorted(people, key=lambda member: not member.is_standing)),
        tuple(sorted(places, key=lambda place: not place.is_standing)),
        holds(user, Power.CHANGE_INSTITUTION),
        holds(user, Power.GIVE_SEAT),
    )
