"""Opens an issue: finds the provision, then shows the form."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from amendments.errors import AmendmentsError
from amendments.models import Provision
from consultations.views.requests import actor_of, looks_only
from rights.actions.issues.open_issue import OpenIssue
from rights.forms.finding import FindForm
from rights.forms.issue_form import OpenForm
from rights.queries.issue_opening import MOST_ALIKE, acts_for, opening, provisions_numbered
from rights.values import Conformity
from rights.views.office import office_only, unknown_text, writers_only


@office_only
def find(request: HttpRequest) -> HttpResponse:
    """Find a provision by its act and number. A single one leads on to the form."""
    writers_only(request)
    form = FindForm(request.GET if "number" in request.GET else None, acts=acts_for(request.user))
    found = []
    if form.is_valid():
        found = provisions_numbered(request.user, form.cleaned_data["act"], form.cleaned_data["number"])
        if len(found) == 1:
            return redirect("rights:open", found[0].provision)
        if not found:
            form.add_error(
                "number", _("No text of this act that you may read has a provision of this number.")
            )
    context = {"form": form, "found": found[:MOST_ALIKE], "has_more": len(found) > MOST_ALIKE}
    return render(request, "madda/rights/find.html", context)


@office_only
def open_on(request: HttpRequest, provision: UUID) -> HttpResponse:
    """The form that opens an issue on a provision."""
    writers_only(request)
    row = get_object_or_404(Provision.objects.select_related("instrument"), pk=provision)
    shown = opening(request.user, row, request.GET.get("text", ""))
    if shown is None:
        raise Http404
    form = OpenForm(request.POST or None, user=request.user, opening=shown)
    is_checked = request.method == "POST" and not looks_only(request)
    if is_checked and form.is_valid():
        action = OpenIssue(
            shown.version,
            form.chosen,
            form.content,
            actor=actor_of(request),
            conformity=Conformity(form.cleaned_data["conformity"]),
            key=form.form_key,
        )
        try:
            issue = action.execute()
        except AmendmentsError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("%(reference)s is open.") % {"reference": issue.reference})
            return redirect(issue.url)
    context = {"opening": shown, "form": form, "errors": form.errors if is_checked else None}
    context["unknown_text"] = unknown_text(request, shown.version)
    return render(request, "madda/rights/open.html", context, status=422 if context["errors"] else 200)
