"""The table of conformity of an act."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from amendments.models import Instrument
from consultations.views.requests import page_of
from rights.models import RightsIssue
from rights.queries.conformity import Narrowed, conformity_table
from rights.queries.conformity_cell import cell_page
from rights.queries.conformity_coverage import coverage
from rights.views.office import office_only

ROWS = 50  # provisions on one page


@office_only
def conformity(request: HttpRequest, pk: int) -> HttpResponse:
    """Provision by right, as of one text of the act."""
    acts = RightsIssue.objects.visible_to(request.user).values("instrument")
    act = get_object_or_404(Instrument.objects.filter(pk__in=acts), pk=pk)
    chosen = {name: request.GET.get(name, "") for name in ("cluster", "stage", "group")}
    table = conformity_table(request.user, act, request.GET.get("text", ""), Narrowed(**chosen))
    if table is None:
        raise Http404
    context = {
        "act": act,
        "table": table,
        "rows": page_of(request, table.rows, ROWS),
        "attention": page_of(request, table.attention, ROWS),  # on a phone, instead of the table
        "chosen": chosen,
        "covered": coverage(table),
        "panel": cell_page(request.user, table, request.GET.get("cell", "")),
    }
    return render(request, "madda/rights/conformity.html", context)
