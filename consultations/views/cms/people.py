"""The people and seats of an institution. They can be added and ended, but not deleted."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from consultations.access.member_keeping import keeps_members
from consultations.access.powers import Power
from consultations.access.remit import holds_in, reach_of
from consultations.actions.committees.end_seat import EndSeat
from consultations.actions.committees.give_seat import GiveSeat
from consultations.actions.institutions.add_member import AddMember
from consultations.actions.institutions.end_membership import EndMembership
from consultations.errors import CommitteeNameTaken
from consultations.forms.institution_forms import MemberForm, SeatForm
from consultations.models import Committee, Membership, Seat
from consultations.values import SeatRole
from consultations.views.cms.frame import Ending, FormPage, ask_last_day, furniture, recorded
from consultations.views.cms.institutions import seen_institution, trail_to


def add_member(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Let a person with an account act for the institution."""
    institution = seen_institution(request, pk)
    if not keeps_members(request.user, Power.ADD_MEMBER, institution, timezone.now()):
        raise PermissionDenied
    form = MemberForm(request.POST or None, initial={"start": timezone.localdate()})
    trail = trail_to(institution)
    return FormPage(
        form,
        lambda: AddMember(institution, form.member(), actor=recorded(request, form)).execute(),
        _("Add the member"),
        _("The person acts for %(institution)s.") % {"institution": institution},
        trail[-1][0],
        furniture(*trail, ("", _("Add a member")), icon="user"),
        said=str(institution),
    ).answer(request)


def end_membership(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Set the last day on which a person acts for an institution."""
    row = get_object_or_404(Membership.objects.select_related("institution", "user"), pk=pk)
    if not keeps_members(request.user, Power.END_MEMBER, row.institution, timezone.now()):
        raise PermissionDenied
    words = Ending(
        _("End a membership"), _("End the membership"), _("The last day of the membership is saved.")
    )
    return ask_last_day(request, row, EndMembership, words, trail_to(row.institution))


def give_seat(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give the institution a seat on a committee from today."""
    institution = seen_institution(request, pk)
    reach = reach_of(request.user, Power.GIVE_SEAT)
    if not reach:
        raise PermissionDenied
    first = Committee.objects.order_by("name").first()
    form = SeatForm(request.POST or None, initial={"committee": first}, reach=reach)
    trail = trail_to(institution)
    return FormPage(
        form,
        lambda: GiveSeat(
            form.cleaned_data["committee"],
            institution,
            SeatRole(form.cleaned_data["role"]),
            actor=recorded(request, form),
        ).execute(),
        _("Give the seat"),
        _("%(institution)s has the seat from today.") % {"institution": institution},
        trail[-1][0],
        furniture(*trail, ("", _("Give a seat")), icon="group"),
        said=str(institution),
        refused_at={CommitteeNameTaken: "new_name"},
    ).answer(request)


def end_seat(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Set the last day of a seat."""
    row = get_object_or_404(Seat.objects.select_related("institution", "committee"), pk=pk)
    if not holds_in(request.user, Power.END_SEAT, row.committee):
        raise PermissionDenied
    words = Ending(_("End a seat"), _("End the seat"), _("The last day of the seat is saved."), icon="group")
    return ask_last_day(request, row, EndSeat, words, trail_to(row.institution))
