"""The table of concordance as a file, and the analysis report as a page and a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from amendments.actions.reading.log_download import LogDownload
from amendments.audit.actor import Actor
from amendments.exporters import exporters_of
from amendments.views.downloads import FILE_HEADERS
from consultations.views.requests import page_of
from rights.actions.reporting.keep_table import KeepTable
from rights.exports.tabled import ConcordanceDocument, ReportDocument, TabledDocument
from rights.queries.comparing.analysis_report import analysis_report, report_document, sections_with
from rights.queries.comparing.concordance_file import concordance_document
from rights.queries.comparing.row_list import RowTable, row_table

FINDINGS = 30  # on one page


@require_safe
def table_file(request: HttpRequest, slug: str) -> HttpResponse:
    """The official table, by the filters of its page."""
    table = _table(request)
    return _sent(request, slug, table, concordance_document(table, timezone.now()), ConcordanceDocument)


@never_cache
@require_safe
def report(request: HttpRequest) -> HttpResponse:
    """The analysis report, by the same filters, some findings on each page."""
    found = analysis_report(_table(request))
    rows = page_of(request, found.findings, FINDINGS)
    context = {
        "rows": rows,
        "sections": sections_with(found, rows.object_list),
        "table": found.table,
        "formats": exporters_of(ReportDocument),
    }
    return render(request, "madda/rights/concordance_report.html", context)


@require_safe
def report_file(request: HttpRequest, slug: str) -> HttpResponse:
    """The report as a file."""
    table = _table(request)
    document = report_document(analysis_report(table), timezone.now())
    return _sent(request, slug, table, document, ReportDocument)


def _table(request: HttpRequest) -> RowTable:
    table = row_table(request.user, request.GET.dict())
    if table is None or table.unknown_act:
        raise Http404
    return table


def _sent(
    request: HttpRequest, slug: str, table: RowTable, document: TabledDocument, kind: type[TabledDocument]
) -> HttpResponse:
    """The file, once it is logged what it contains."""
    exporter = next((each for each in exporters_of(kind) if each.slug == slug), None)
    if exporter is None:
        raise Http404
    is_visitor = not request.user.is_authenticated
    content = KeepTable(document, exporter, table.version, is_visitor=is_visitor).execute()
    if request.method == "GET" and not is_visitor:
        contained = {"format": exporter.slug, "title": document.title, "hash": document.identity}
        LogDownload(table.version, contained, actor=Actor.now(request.user)).execute()
    response = HttpResponse(content, content_type=exporter.media_type, headers=FILE_HEADERS)
    name = f"{document.name}{exporter.suffix}"
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response
