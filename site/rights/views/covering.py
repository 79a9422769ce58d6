"""The provisions of an issue that stands: adds some, removes one."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from amendments.errors import AmendmentsError
from consultations.views.requests import actor_of, keys_in, run
from rights.actions.issues.cover_provisions import AddProvisions, RemoveProvision
from rights.forms.covering import CoverForm
from rights.models import RightsIssue
from rights.queries.issue_coverage import coverage_of
from rights.queries.names_of_texts import text_name
from rights.views.office import typed_reason, visible_issue, writers_only


@never_cache
@login_required
def provisions(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The provisions of an issue, with a form that adds others."""
    issue = _open_to(request, pk)
    form = CoverForm(request.POST or None, issue=issue)
    if request.method == "POST" and form.is_valid():
        keys = form.cleaned_data["numbers"]
        try:
            AddProvisions(issue, keys, actor=actor_of(request)).execute()
        except AmendmentsError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("%(reference)s is saved.") % {"reference": issue.reference})
            return redirect(issue.url)
    return _show(request, issue, form, status=422 if form.errors else 200)


@login_required
@require_POST
def remove_provision(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Remove a provision, with a reason."""
    issue = _open_to(request, pk)
    key = next(iter(keys_in([request.POST.get("provision", "")])), None)
    if key is None:
        raise Http404
    actor = actor_of(request, reason=request.POST.get("reason", ""))
    form = CoverForm(issue=issue)
    return run(
        request,
        lambda: RemoveProvision(issue, str(key), actor=actor).execute(),
        _("%(reference)s is saved.") % {"reference": issue.reference},
        issue.url,
        again=lambda refusal: _show(
            request, issue, form, typed=typed_reason(request, str(key), refusal), status=422
        ),
    )


def _show(
    request: HttpRequest,
    issue: RightsIssue,
    form: CoverForm,
    *,
    typed: dict[str, str] | None = None,
    status: int,
) -> HttpResponse:
    """The page, with what was typed into one of its forms."""
    coverage, typed = coverage_of(issue), typed or {}
    context = {"issue": issue, "form": form, "coverage": coverage, "typed": typed}
    context |= {"errors": form.errors, "text": text_name(issue.raised_on)}
    offered = () if issue.is_closed else coverage.further
    context["is_typed_again"] = any(one.key == typed.get("of") for one in offered)
    return render(request, "madda/rights/provisions.html", context, status=status)


def _open_to(request: HttpRequest, pk: UUID) -> RightsIssue:
    """The issue, for those who write."""
    issue = visible_issue(request, pk)
    writers_only(request)
    return issue
