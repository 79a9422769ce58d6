"""The annual report of the office, as a page and as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from amendments.exporters import exporters_of
from amendments.views.downloads import FILE_HEADERS
from consultations.views.requests import actor_of
from rights.actions.reporting.log_annual_file import LogAnnualFile
from rights.exports.tabled import AnnualDocument
from rights.queries.annual_report import AnnualReport, annual_document, annual_report, years_of
from rights.views.office import office_only


@office_only
def newest(request: HttpRequest) -> HttpResponse:
    """Lead to the newest year."""
    years = years_of(request.user)
    if not years:
        return render(request, "madda/rights/annual.html", {"report": None})
    return redirect("rights:annual", years[0])


@office_only
def annual(request: HttpRequest, year: int) -> HttpResponse:
    """The report of a year."""
    context = {"report": _report(request, year), "formats": exporters_of(AnnualDocument)}
    return render(request, "madda/rights/annual.html", context)


@office_only
@require_safe
def annual_file(request: HttpRequest, year: int, slug: str) -> HttpResponse:
    """Send the tables of the report as a file, after logging that they leave."""
    exporter = next((each for each in exporters_of(AnnualDocument) if each.slug == slug), None)
    if exporter is None:
        raise Http404
    document = annual_document(_report(request, year), timezone.now())
    content = exporter.export(document)
    if request.method == "GET":
        LogAnnualFile(year, exporter.slug, actor=actor_of(request)).execute()
    response = HttpResponse(content, content_type=exporter.media_type, headers=FILE_HEADERS)
    name = f"{document.name}{exporter.suffix}"
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response


def _report(request: HttpRequest, year: int) -> AnnualReport:
    report = annual_report(request.user, year)
    if report is None:
        raise Http404
    return report
