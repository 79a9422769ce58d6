"""Committees in a list, and one committee with its offices and seats."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, QuerySet

from consultations.models import Committee, Office, Seat
from consultations.models.institution import standing, stands
from consultations.powers import Power
from consultations.remit import reach_of


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """An office in a list, and whether the reader may end it."""

    office: Office
    is_standing: bool
    may_end: bool


@dataclass(frozen=True, slots=True)
class CommitteePage:
    """The page of a committee. Present people and seats come first, former ones below."""

    committee: Committee
    offices: tuple[OfficeLine, ...]
    seats: tuple[Seat, ...]
    may_give: bool


def committee_rows(at: datetime) -> QuerySet[Committee]:
    """All committees with the numbers of their present offices and seats."""
    return Committee.objects.annotate(
        officers=Count("offices", filter=standing(at, "offices__"), distinct=True),
        seated=Count("seats", filter=standing(at, "seats__"), distinct=True),
    ).order_by("name")


def committee_page(user: Any, committee: Committee, at: datetime) -> CommitteePage:
    """What the page of a committee shows, and what its reader may do there."""
    ending = reach_of(user, Power.END_OFFICE).covers(committee.pk)
    offices = [
        OfficeLine(row, stands(row, at), may_end=ending and (row.end is None or stands(row, at)))
        for row in committee.offices.select_related("user").order_by("kind", "start")
    ]
    seats = committee.seats.select_related("institution").order_by("institution__name", "start")
    return CommitteePage(
        committee,
        tuple(sorted(offices, key=lambda line: not line.is_standing)),
        tuple(sorted(seats, key=lambda seat: not stands(seat, at))),
        may_give=reach_of(user, Power.GIVE_OFFICE).covers(committee.pk),
    )
