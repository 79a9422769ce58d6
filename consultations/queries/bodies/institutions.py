"""The list of institutions, and one institution with the people and seats that the reader may know."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Prefetch, QuerySet
from django.utils.timezone import localdate

from amendments.permissions import holds
from consultations.access.member_keeping import keeps_members
from consultations.access.memberships import institutions_of
from consultations.access.powers import Power
from consultations.access.remit import reach_of
from consultations.models import Institution, Seat
from consultations.models.institution import standing, stands
from consultations.queries.bodies.held import HeldLine, present_first


def institution_rows(at: datetime) -> QuerySet[Institution]:
    """Every institution with `members`, the number of people who act for it now, and `standing_seats`."""
    seats = Seat.objects.filter(standing(at)).select_related("committee")
    return Institution.objects.annotate(
        members=Count("memberships__user", filter=standing(at, "memberships__"), distinct=True)
    ).prefetch_related(Prefetch("seats", seats, to_attr="standing_seats"))


@dataclass(frozen=True, slots=True)
class InstitutionPage:
    """Everything on the page of an institution, and what the reader may do there."""

    institution: Institution
    members: tuple[HeldLine, ...]
    seats: tuple[HeldLine, ...]
    may_change: bool
    may_add_members: bool
    may_keep_seats: bool


def institution_page(user: Any, institution: Institution, at: datetime) -> InstitutionPage:
    """The page of an institution. Present people and seats come first, former ones below."""
    known = holds(user, Power.KNOW_MEMBERS) or institution.pk in institutions_of(user, at)
    may_end_members = keeps_members(user, Power.END_MEMBER, institution, at)
    ending = reach_of(user, Power.END_SEAT)
    members = [
        HeldLine(
            row.pk,
            str(row.user) if known or row.show_name else "",
            row.get_role_display(),
            row.start,
            row.end,
            stands(row, at),
            may_end_members and (row.end is None or row.end >= max(row.start, localdate(at))),
        )
        for row in institution.memberships.select_related("user").order_by("role", "start")
    ]
    seats = [
        HeldLine(
            row.pk,
            str(row.committee),
            row.get_role_display(),
            row.start,
            row.end,
            stands(row, at),
            ending.covers(row.committee_id) and stands(row, at),
            row.committee_id,
        )
        for row in institution.seats.select_related("committee").order_by("committee__name", "start")
    ]
    return InstitutionPage(
        institution,
        present_first(members),
        present_first(seats),
        holds(user, Power.CHANGE_INSTITUTION),
        keeps_members(user, Power.ADD_MEMBER, institution, at),
        holds(user, Power.GIVE_SEAT),
    )
