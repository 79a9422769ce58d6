"""The rights of a recommendation of an international body, as the office names them by hand."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from amendments.errors import AmendmentsError
from consultations.views.requests import actor_of, looks_only, run
from rights.actions.sources.name_rights import NameRights
from rights.forms.named_rights import NamedRightsForm
from rights.models import InternationalRecommendation
from rights.queries.international_rights import language_of, suggested_for
from rights.queries.suggested_rights import suggested_rights
from rights.suggesting.suggestion import Suggestion
from rights.views.office import office_only, writers_only


@office_only
def choose_rights(request: HttpRequest, pk: UUID) -> HttpResponse:
    """All rights for one recommendation: those that stand, those that its words suggest, and the others."""
    row = _row(request, pk)
    standing = row.given.rights
    typed = request.POST if request.method == "POST" else None
    suggested = suggested_rights(row.text, language_of(row.text))
    form = NamedRightsForm(typed, standing=standing, suggested=suggested)
    is_checked = request.method == "POST" and not looks_only(request)
    if is_checked and form.is_valid():
        codes = [one.code for one in form.cleaned_data["rights"]]
        actor = actor_of(request, reason=_("Chosen by hand"))
        try:
            NameRights(row, codes, seen=form.cleaned_data["seen"].split(), actor=actor).execute()
        except AmendmentsError as refusal:
            form = _again(row, request.POST, suggested)
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _named(row, codes))
            return redirect(_back(request, row))
    context = {
        "row": row,
        "form": form,
        "errors": form.errors if is_checked else None,
        "back": _back(request, row),
    }
    status = 422 if context["errors"] else 200
    return render(request, "madda/rights/international_rights.html", context, status=status)


def _again(
    row: InternationalRecommendation, given: QueryDict, suggested: list[Suggestion]
) -> NamedRightsForm:
    """The form as typed, which knows what stands now."""
    standing = [right.code for right in row.rights.order_by("code")]
    typed = given.copy()
    typed["seen"] = " ".join(standing)
    return NamedRightsForm(typed, standing=standing, suggested=suggested)


@login_required
@require_POST
def name_rights(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Set the chosen ones of the suggested rights on a recommendation that names none."""
    row = _row(request, pk)
    suggested = {one.right.code for one in suggested_for([row]).get(row.pk, ())}
    codes = sorted(suggested.intersection(request.POST.getlist("rights")))
    if row.rights.all() or not codes:
        messages.error(request, _no_rights_set(row))
        return redirect(_back(request, row))
    step = NameRights(row, codes, seen=(), actor=actor_of(request, reason=_("Suggested by its words")))
    return run(request, step.execute, _named(row, codes), _back(request, row))


def _row(request: HttpRequest, pk: UUID) -> InternationalRecommendation:
    rows = InternationalRecommendation.objects.visible_to(request.user).prefetch_related("rights")
    row = get_object_or_404(rows, pk=pk)
    writers_only(request)
    return row


def _back(request: HttpRequest, row: InternationalRecommendation) -> str:
    return f"{reverse('rights:international')}?{request.GET.urlencode()}#{row.pk}"


def _named(row: InternationalRecommendation, codes: list[str]) -> str:
    if not codes:
        return _("%(number)s names no right now.") % {"number": row.annotation}
    return _("%(number)s names %(rights)s.") % {"number": row.annotation, "rights": ", ".join(codes)}


def _no_rights_set(row: InternationalRecommendation) -> str:
    if not row.rights.all():
        return _("Choose at least one right.")
    return _("%(number)s names rights already.") % {"number": row.annotation}
