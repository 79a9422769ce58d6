"""Committees in a list, and one committee with its offices and seats."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, QuerySet

from consultations.access.powers import Power
from consultations.access.remit import reach_of
from consultations.models import Committee
from consultations.models.institution import standing, stands
from consultations.queries.bodies.held import HeldLine, present_first


@dataclass(frozen=True, slots=True)
class CommitteePage:
    """The page of a committee."""

    committee: Committee
    offices: tuple[HeldLine, ...]
    seats: tuple[HeldLine, ...]
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
        HeldLine(
            row.pk,
            str(row.user),
            row.get_kind_display(),
            row.start,
            row.end,
            stands(row, at),
            ending and (row.end is None or stands(row, at)),
        )
        for row in committee.offices.select_related("user").order_by("kind", "start")
    ]
    seats = [
        HeldLine(
            row.pk,
            str(row.institution),
            row.get_role_display(),
            row.start,
            row.end,
            stands(row, at),
            leads_to=row.institution_id,
        )
        for row in committee.seats.select_related("institution").order_by("institution__name", "start")
    ]
    return CommitteePage(
        committee,
        present_first(offices),
        present_first(seats),
        may_give=reach_of(user, Power.GIVE_OFFICE).covers(committee.pk),
    )
