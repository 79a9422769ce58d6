"""The table of concordance of an act, and the page of a row."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache

from amendments.exporters import exporters_of
from consultations.views.requests import keys_in, page_of
from rights.exports.tabled import ConcordanceDocument
from rights.forms.row_form import JudgeRowForm
from rights.models import ConcordanceRow
from rights.models.visibility import RowQuerySet
from rights.powers import may_write_rows
from rights.queries.comparing.assessors import name_assessors
from rights.queries.comparing.removed_rows import removed_rows
from rights.queries.comparing.row_list import act_without_rows, in_table_order, row_lines, row_table, rows_of
from rights.queries.comparing.row_page import row_page
from rights.values import Degree
from rights.views.office import unknown_text

ROWS = 30  # on one page
FILTERS = ("treaty", "degree", "only")


@never_cache
def row_list(request: HttpRequest) -> HttpResponse:
    """The table as of a text, by filters. Everybody reads what stands on texts that they may read."""
    chosen = request.GET.dict()
    table = row_table(request.user, chosen)
    act = None if table is not None else act_without_rows(request.user, chosen.get("act", ""))
    context: dict[str, Any] = {
        "table": table,
        "act": act,
        "chosen": chosen,
        "degrees": Degree.choices,
        "is_filtered": any(chosen.get(name) for name in FILTERS),
        "may_write": may_write_rows(request.user, ["any"]),
        "writes_some": not may_write_rows(request.user, []) and may_write_rows(request.user, ["any"]),
        "removed": _removed(request),
        "removed_rows": removed_rows(request.user, table.act if table is not None else act),
        "formats": exporters_of(ConcordanceDocument),
    }
    if table is not None:
        context["unknown_text"] = unknown_text(request, table.version)
        context["rows"] = page_of(request, in_table_order(table.rows), ROWS)
        context["lines"] = row_lines(rows_of(list(context["rows"])), table)
        name_assessors(request.user, (line.after for line in context["lines"]))
    return render(request, "madda/rights/concordance.html", context)


def _removed(request: HttpRequest) -> ConcordanceRow | None:
    """The row that was just taken out, for whoever can bring it back."""
    keys = keys_in([request.GET.get("removed", "")])
    rows = ConcordanceRow.objects.standing_or_removed(request.user).filter(removed_at__isnull=False)
    row = rows.filter(pk__in=keys).first() if keys else None
    return row if row is not None and may_write_rows(request.user, row.rights.all()) else None


@never_cache
def show_row(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The page of a row."""
    return show(request, visible_row(request, pk))


def visible_row(request: HttpRequest, pk: UUID) -> ConcordanceRow:
    """The row; 404 for people who may not read the text on which it was written."""
    return get_object_or_404(_for_page(ConcordanceRow.objects.visible_to(request.user)), pk=pk)


def row_to_remove(request: HttpRequest, pk: UUID) -> ConcordanceRow:
    """The same row; for those who could have taken it out, also one that is out already."""
    row = get_object_or_404(_for_page(ConcordanceRow.objects.standing_or_removed(request.user)), pk=pk)
    if row.removed_at is not None and not may_write_rows(request.user, row.rights.all()):
        raise Http404
    return row


def _for_page(rows: RowQuerySet[ConcordanceRow]) -> QuerySet[ConcordanceRow]:
    joined = ("instrument", "written_on__instrument", "written_on__draft__amendment")
    own = ("treaty__system", "authority", "written_by")
    return rows.select_related(*joined, *own).prefetch_related("anchors", "rights")


def show(
    request: HttpRequest,
    row: ConcordanceRow,
    *,
    form: JudgeRowForm | None = None,
    typed: Mapping[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of a row, with the form of a degree, or the reason for taking the row out, as it was typed."""
    page = row_page(request.user, row)
    newest = page.degrees.newest
    initial = {
        "text": page.stale or page.text,
        "degree": newest.degree if newest else "",
    }
    context = {
        "page": page,
        "row": row,
        "form": form or JudgeRowForm(offered=list(page.offered), initial=initial),
        "errors": form.errors if form else None,
        "typed": typed or {},
    }
    return render(request, "madda/rights/concordance_row.html", context, status=status)
