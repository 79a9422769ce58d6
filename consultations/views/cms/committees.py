"""Committees in the admin: the list, and one committee with its offices and seats. Offices are given here and ended."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from amendments.errors import AmendmentsError
from amendments.permissions import holds
from consultations.access.powers import Power
from consultations.access.remit import holds_in, reach_of
from consultations.actions.committees.end_office import EndOffice
from consultations.actions.committees.give_office import GiveOffice
from consultations.errors import CommitteeNameTaken, EndsBeforeStart, OfficeStands, OwnOffice, RoleFirst
from consultations.forms.institution_forms import OfficeForm
from consultations.models import Committee, Office
from consultations.queries.bodies.committees import committee_page, committee_rows
from consultations.views.cms.frame import Ending, FormPage, ask_last_day, furniture, recorded
from consultations.views.requests import page_of

LIST = "consultations_admin:committees"
REFUSED_AT: dict[type[AmendmentsError], str] = {
    CommitteeNameTaken: "new_name",
    EndsBeforeStart: "end",
    OfficeStands: "end",
    OwnOffice: "email",
    RoleFirst: "email",
}


def committees(request: HttpRequest) -> HttpResponse:
    """Show all committees to those who see the lists of institutions."""
    if not holds(request.user, Power.SEE_BODIES):
        raise PermissionDenied
    context = {
        "rows": page_of(request, committee_rows(timezone.now())),
        "may_give": holds(request.user, Power.GIVE_OFFICE),
        **furniture((reverse(LIST), _("Committees")), icon="group"),
    }
    return render(request, "madda/consultations/cms/committees.html", context)


def seen_committee(request: HttpRequest, pk: UUID) -> Committee:
    """A committee, for those who see the list."""
    if not holds(request.user, Power.SEE_BODIES):
        raise PermissionDenied
    return get_object_or_404(Committee, pk=pk)


def trail_to(committee: Committee) -> list[tuple[str, str]]:
    """The breadcrumbs to the page of a committee."""
    here = reverse("consultations_admin:committee", args=[committee.pk])
    return [(reverse(LIST), _("Committees")), (here, str(committee))]


def committee(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show one committee with its offices and seats."""
    row = seen_committee(request, pk)
    page = committee_page(request.user, row, timezone.now())
    context = {"page": page, "committee": row, **furniture(*trail_to(row), icon="group")}
    return render(request, "madda/consultations/cms/committee.html", context)


def give_office(request: HttpRequest) -> HttpResponse:
    """Give a person an office. The address may name the committee."""
    reach = reach_of(request.user, Power.GIVE_OFFICE)
    if not reach:
        raise PermissionDenied
    initial = {"committee": request.GET.get("committee"), "start": timezone.localdate()}
    form = OfficeForm(request.POST or None, initial=initial, reach=reach)
    words = _("Give an office")
    return FormPage(
        form,
        lambda: GiveOffice(
            form.cleaned_data["committee"], form.office(), actor=recorded(request, form)
        ).execute(),
        _("Give the office"),
        _("The person holds the office."),
        reverse(LIST),
        furniture((reverse(LIST), _("Committees")), ("", words), icon="user"),
        refused_at=REFUSED_AT,
    ).answer(request)


def end_office(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Set the last day of an office."""
    row = get_object_or_404(Office.objects.select_related("committee", "user"), pk=pk)
    if not holds_in(request.user, Power.END_OFFICE, row.committee):
        raise PermissionDenied
    words = Ending(_("End an office"), _("End the office"), _("The office has its last day."))
    return ask_last_day(request, row, EndOffice, words, trail_to(row.committee))
