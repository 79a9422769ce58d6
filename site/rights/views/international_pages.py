"""Recommendations of international bodies: the list, its files, the import, and the links with issues."""

import json
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from amendments.errors import AmendmentsError
from amendments.exporters import exporters_of
from amendments.permissions import holds
from amendments.views.downloads import FILE_HEADERS
from consultations.forms.vocabulary_file import ImportForm
from consultations.views.requests import actor_of, keys_in, page_of, run
from rights.actions.sources.import_recommendations import (
    ImportRecommendations,
    RecommendationPlan,
    plan_recommendations,
)
from rights.actions.sources.link_source import LinkSource, SourceAction, UnlinkSource
from rights.actions.sources.log_recommendations_file import LogRecommendationsFile
from rights.exports.recommendation_files import RecommendationsDocument
from rights.forms.recommendations_file import RecommendationsFileForm
from rights.models import InternationalRecommendation, RightsIssue
from rights.powers import Power
from rights.queries.international_list import (
    FILTERS,
    for_list,
    international_filters,
    narrowed,
    recommendations_document,
)
from rights.queries.international_rights import suggested_for
from rights.queries.issue_lines import not_sought
from rights.views.office import office_only, writers_only

_MOST_SHOWN = 200  # lines of a dry run


@office_only
def international(request: HttpRequest) -> HttpResponse:
    """The recommendations by filters. With an issue in the address, each can be linked with it."""
    chosen = request.GET.dict()
    issue = RightsIssue.objects.visible_to(request.user).filter(pk__in=keys_in([chosen.get("issue", "")]))
    rows = page_of(request, narrowed(for_list(request.user), chosen))
    suggested = suggested_for(rows)
    for row in rows:
        row.suggested = suggested.get(row.pk, [])
    may_write = holds(request.user, Power.WRITE)
    context = {
        "rows": rows,
        "filters": international_filters(request.user),
        "chosen": chosen,
        "not_sought": not_sought(chosen),
        "is_filtered": any(chosen.get(name) for name in FILTERS),
        "may_write": may_write,
        "issue": issue.first() if may_write else None,
        "formats": exporters_of(RecommendationsDocument),
    }
    return render(request, "madda/rights/international.html", context)


@office_only
@require_safe
def international_file(request: HttpRequest, slug: str) -> HttpResponse:
    """What the filters leave as a file, once it is logged that it leaves."""
    exporter = next((each for each in exporters_of(RecommendationsDocument) if each.slug == slug), None)
    if exporter is None:
        raise Http404
    rows = narrowed(for_list(request.user), request.GET.dict())
    document = recommendations_document(rows, timezone.now())
    content = exporter.export(document)
    if request.method == "GET":
        count = len(document.table) - 1
        LogRecommendationsFile(count, exporter.slug, actor=actor_of(request)).execute()
    response = HttpResponse(content, content_type=exporter.media_type, headers=FILE_HEADERS)
    name = f"{document.name}{exporter.suffix}"
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response


@office_only
def import_international(request: HttpRequest) -> HttpResponse:
    """Choose a file, look at what it would do, then do it."""
    writers_only(request)
    if "table" in request.POST:
        return _import(request)
    form = RecommendationsFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        table = form.cleaned_data["file"]
        plan = plan_recommendations(table)
        confirm = ImportForm(initial={"table": json.dumps(table)}) if plan.may_be_done else None
        return _show(request, plan=plan, form=confirm, status=200 if plan.table.is_sound else 422)
    return _show(request, file_form=form, status=422 if form.is_bound else 200)


def _import(request: HttpRequest) -> HttpResponse:
    form = ImportForm(request.POST)
    if form.is_valid():
        actor = actor_of(request, reason=form.cleaned_data["reason"])
        try:
            done = ImportRecommendations(form.cleaned_data["table"], actor=actor).execute()
        except AmendmentsError as refusal:
            form.add_error(None, str(refusal))
        else:
            words = _("Imported: %(added)s added, %(changed)s changed.")
            messages.success(request, words % {"added": len(done.new), "changed": len(done.changed)})
            return redirect("rights:international")
    table = form.cleaned_data.get("table")
    plan = plan_recommendations(table) if table else None
    return _show(request, plan=plan, form=form, status=422)


def _show(
    request: HttpRequest,
    *,
    file_form: RecommendationsFileForm | None = None,
    plan: RecommendationPlan | None = None,
    form: ImportForm | None = None,
    status: int = 200,
) -> HttpResponse:
    wrong = [line for line in plan.table.lines if line.faults] if plan else []
    context = {
        "file_form": file_form or RecommendationsFileForm(),
        "plan": plan,
        "wrong": wrong[:_MOST_SHOWN],
        "more_wrong": len(wrong) - len(wrong[:_MOST_SHOWN]),
        "planned": plan.lines[:_MOST_SHOWN] if plan else (),
        "more_planned": len(plan.lines[_MOST_SHOWN:]) if plan else 0,
        "form": form,
    }
    return render(request, "madda/rights/international_import.html", context, status=status)


@login_required
@require_POST
def link(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Set an issue on a recommendation."""
    return _linked(request, pk, LinkSource, _("%(reference)s names the recommendation."))


@login_required
@require_POST
def unlink(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a recommendation away from an issue."""
    return _linked(request, pk, UnlinkSource, _("%(reference)s no longer names the recommendation."))


def _linked(request: HttpRequest, pk: UUID, step: type[SourceAction], told: str) -> HttpResponse:
    row = get_object_or_404(InternationalRecommendation.objects.visible_to(request.user), pk=pk)
    issues = RightsIssue.objects.visible_to(request.user)
    issue = get_object_or_404(issues, pk__in=keys_in([request.POST.get("issue", "")]))
    return run(
        request,
        lambda: step(issue, row, actor=actor_of(request)).execute(),
        told % {"reference": issue.reference},
        f"{issue.url}#standards-title",
    )
