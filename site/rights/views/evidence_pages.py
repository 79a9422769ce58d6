"""Steps on the evidence of an issue: write, change, take out and back."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from amendments.errors import AmendmentsError
from consultations.views.requests import actor_of, run
from rights.actions.evidencing.add_evidence import AddEvidence
from rights.actions.evidencing.edit_evidence import EditEvidence
from rights.actions.evidencing.evidence_content import WORDS, EvidenceContent
from rights.actions.evidencing.remove_evidence import BringBackEvidence, RemoveEvidence
from rights.forms.evidence_form import EditEvidenceForm, EvidenceForm, initial_of_evidence
from rights.models import Evidence, RightsIssue
from rights.views.office import typed_reason, visible_issue, warn_of_people, writers_only

_FORM = "madda/rights/evidence_form.html"


@never_cache
@login_required
def add(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The form of a new summary."""
    issue = visible_issue(request, pk)
    writers_only(request)
    form = EvidenceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actor, key = actor_of(request), form.cleaned_data["key"]
        try:
            row = AddEvidence(issue, form.content, actor=actor, key=key).execute()
        except AmendmentsError as refusal:
            form.add_error(None, str(refusal))
        else:
            return _saved(request, row, form.content)
    context = {"issue": issue, "form": form, "row": None}
    return render(request, _FORM, context, status=422 if form.errors else 200)


@never_cache
@login_required
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The form of a summary that stands."""
    row = _visible(Evidence.objects.visible_to(request.user), pk)
    writers_only(request)
    form = EditEvidenceForm(request.POST or None, initial=initial_of_evidence(row))
    if request.method == "POST" and form.is_valid():
        revision = form.cleaned_data["revision"]
        try:
            EditEvidence(row, form.content, revision, actor=actor_of(request)).execute()
        except AmendmentsError as refusal:
            form.refuse(refusal, row)
        else:
            return _saved(request, row, form.content)
    context = {"issue": row.issue, "form": form, "row": row}
    return render(request, _FORM, context, status=422 if form.errors else 200)


@login_required
@require_POST
def remove(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a summary out. The page of the issue offers to undo it."""
    row = _visible(Evidence.objects.standing_or_removed(request.user), pk)
    actor = actor_of(request, reason=request.POST.get("reason", ""))
    return run(
        request,
        lambda: RemoveEvidence(row, actor=actor).execute(),
        _("The evidence is taken out."),
        _list_of(row.issue),
        again=lambda refusal: _not_removed(request, row, refusal),
    )


def _not_removed(request: HttpRequest, row: Evidence, refusal: AmendmentsError) -> HttpResponse:
    """The form with the reason as it was typed; of a summary that is out, the reason alone."""
    typed = typed_reason(request, "removal", refusal)
    if row.removed_at is not None:
        words = {"typed": typed, "called": row.issue.reference, "back": _list_of(row.issue)}
        return render(request, "madda/rights/out_already.html", words, status=422)
    form = EditEvidenceForm(initial=initial_of_evidence(row))
    context = {"issue": row.issue, "form": form, "row": row, "typed": typed}
    return render(request, _FORM, context, status=422)


@login_required
@require_POST
def bring_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Undo the removal of a summary."""
    row = _visible(Evidence.objects.standing_or_removed(request.user), pk)
    return run(
        request,
        lambda: BringBackEvidence(row, actor=actor_of(request)).execute(),
        _("The evidence stands again."),
        _list_of(row.issue),
    )


def _saved(request: HttpRequest, row: Evidence, content: EvidenceContent) -> HttpResponse:
    """Back to the issue; to the form again, with a warning, if words look like the name or the address of somebody."""
    messages.success(request, _("The evidence is saved."))
    looks_again = warn_of_people(request, (getattr(content, name) for name in WORDS))
    return redirect(row.url if looks_again else _list_of(row.issue))


def _visible(rows: QuerySet[Evidence], pk: UUID) -> Evidence:
    return get_object_or_404(rows.select_related("issue"), pk=pk)


def _list_of(issue: RightsIssue) -> str:
    return f"{issue.url}#evidence"
