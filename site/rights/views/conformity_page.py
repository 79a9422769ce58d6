"""The table of conformity of an act, as a page and as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from amendments.exporters import exporters_of
from amendments.models import Instrument
from amendments.views.downloads import FILE_HEADERS
from consultations.views.requests import actor_of, page_of
from rights.actions.reporting.log_conformity_file import LogConformityFile
from rights.exports.tabled import ConformityDocument
from rights.models import RightsIssue
from rights.queries.conformity import ConformityTable, conformity_table
from rights.queries.conformity_cell import cell_page
from rights.queries.conformity_coverage import coverage
from rights.queries.conformity_file import conformity_document
from rights.queries.conformity_narrowed import Narrowed
from rights.views.office import office_only, unknown_text

ROWS = 50  # provisions on one page
FILTERS = ("cluster", "stage", "group")


@office_only
def conformity(request: HttpRequest, pk: int) -> HttpResponse:
    """Provision by right, as of one text of the act."""
    act, table = _table(request, pk)
    chosen = {name: request.GET.get(name, "") for name in FILTERS}
    context = {
        "act": act,
        "table": table,
        "unknown_text": unknown_text(request, table.version),
        "rows": page_of(request, table.rows, ROWS),
        "attention": page_of(request, table.attention, ROWS, "attention"),  # on a phone, instead of the table
        "chosen": chosen,
        "is_narrowed": any(chosen.values()),
        "formats": exporters_of(ConformityDocument),
        "covered": coverage(table),
        "panel": cell_page(request.user, table, request.GET.get("cell", "")),
    }
    return render(request, "madda/rights/conformity.html", context)


@office_only
@require_safe
def conformity_file(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Send the table as a file, by the same filters, after logging that it leaves."""
    exporter = next((each for each in exporters_of(ConformityDocument) if each.slug == slug), None)
    if exporter is None:
        raise Http404
    act, table = _table(request, pk)
    document = conformity_document(act, table, timezone.now())
    content = exporter.export(document)
    if request.method == "GET":
        LogConformityFile(exporter.slug, actor=actor_of(request)).execute()
    response = HttpResponse(content, content_type=exporter.media_type, headers=FILE_HEADERS)
    name = f"{document.name}{exporter.suffix}"
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response


def _table(request: HttpRequest, pk: int) -> tuple[Instrument, ConformityTable]:
    acts = RightsIssue.objects.visible_to(request.user).values("instrument")
    act = get_object_or_404(Instrument.objects.filter(pk__in=acts), pk=pk)
    chosen = {name: request.GET.get(name, "") for name in FILTERS}
    table = conformity_table(request.user, act, request.GET.get("text", ""), Narrowed(**chosen))
    if table is None:
        raise Http404
    return act, table
