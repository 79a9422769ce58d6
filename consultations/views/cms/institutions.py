"""Institutions in the admin: the list, one institution with its people and seats, and changes to it."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _, gettext_lazy, pgettext_lazy
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.widgets.button import HeaderButton

from amendments.errors import AmendmentsError
from amendments.permissions import holds
from consultations.access.powers import Power
from consultations.actions.institutions.edit_institution import EditInstitution
from consultations.actions.institutions.register_institution import RegisterInstitution
from consultations.errors import EndsBeforeStart, ShortNameTaken
from consultations.forms.institution_forms import InstitutionForm
from consultations.models import Institution
from consultations.queries.bodies.institutions import institution_page, institution_rows
from consultations.views.cms.frame import FormPage, furniture, recorded

LIST = "consultations_admin:institutions"
REFUSED_AT: dict[type[AmendmentsError], str] = {EndsBeforeStart: "end", ShortNameTaken: "slug"}


class Institutions(IndexView):
    """The list of institutions. Nothing is deleted here."""

    model = Institution
    any_permission_required = None  # `dispatch` decides, because superuser status gives no right
    page_title = gettext_lazy("Institutions")
    header_icon = "group"
    index_url_name = LIST
    index_results_url_name = "consultations_admin:institutions_results"
    default_ordering = "name"
    paginate_by = 20
    list_filter = ["type"]
    list_export: list[str] = []
    search_fields = ["name", "slug", "names__az", "names__en", "names__ru"]
    columns = [
        TitleColumn(
            "name",
            label=pgettext_lazy("of an institution", "Name"),
            accessor=str,
            sort_key="name",
            get_url=lambda row: reverse("consultations_admin:institution", args=[row.pk]),
        ),
        Column("type", label=gettext_lazy("Type"), accessor="get_type_display", sort_key="type"),
        Column("members", label=gettext_lazy("Members"), sort_key="members"),
        Column(
            "seats",
            label=gettext_lazy("Seats"),
            accessor=lambda row: ", ".join(str(seat.committee) for seat in row.standing_seats),
        ),
        Column("start", label=pgettext_lazy("beginning of a period", "From"), sort_key="start"),
        Column("end", label=gettext_lazy("Last day"), sort_key="end"),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Refuse people who may not see the list."""
        if not holds(request.user, Power.SEE_BODIES):
            raise PermissionDenied
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        return response

    def get_base_queryset(self) -> Any:
        """The institutions with their present number of people and seats."""
        return institution_rows(timezone.now())

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """ "Register an institution", for the secretary."""
        if not holds(self.request.user, Power.REGISTER):
            return []
        url = reverse("consultations_admin:register_institution")
        return [HeaderButton(_("Register an institution"), url=url, icon_name="plus")]


def seen_institution(request: HttpRequest, pk: UUID) -> Institution:
    """An institution, for those who see the list."""
    if not holds(request.user, Power.SEE_BODIES):
        raise PermissionDenied
    return get_object_or_404(Institution, pk=pk)


def trail_to(institution: Institution) -> list[tuple[str, str]]:
    """The breadcrumbs to the page of an institution."""
    here = reverse("consultations_admin:institution", args=[institution.pk])
    return [(reverse(LIST), _("Institutions")), (here, str(institution))]


def institution(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One institution with its people and seats."""
    row = seen_institution(request, pk)
    page = institution_page(request.user, row, timezone.now())
    context = {"page": page, "institution": row, **furniture(*trail_to(row), icon="group")}
    return render(request, "madda/consultations/cms/institution.html", context)


def register(request: HttpRequest) -> HttpResponse:
    """Register an institution."""
    if not holds(request.user, Power.REGISTER):
        raise PermissionDenied
    form = InstitutionForm(request.POST or None, initial={"start": timezone.localdate()})
    words = _("Register an institution")
    return FormPage(
        form,
        lambda: RegisterInstitution(form.known(), actor=recorded(request, form)).execute(),
        words,
        _("The institution is registered. Add its members."),
        reverse(LIST),
        furniture((reverse(LIST), _("Institutions")), ("", words), icon="group"),
        refused_at=REFUSED_AT,
    ).answer(request)


def change(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change an institution. Its last day ends it."""
    row = seen_institution(request, pk)
    if not holds(request.user, Power.CHANGE_INSTITUTION):
        raise PermissionDenied
    form = InstitutionForm(request.POST or None, initial=InstitutionForm.of(row), institution=row)
    trail = trail_to(row)
    return FormPage(
        form,
        lambda: EditInstitution(row, form.known(), actor=recorded(request, form)).execute(),
        _("Save"),
        _("The institution is changed."),
        trail[-1][0],
        furniture(*trail, ("", _("Change")), icon="group"),
        refused_at=REFUSED_AT,
    ).answer(request)
