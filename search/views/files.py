"""What the search gives to programs beside its page: the hits as a file, and the lines below the box while one types."""

import csv
import io
import logging

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from search.mails import absolute
from search.queries.completions import completions
from search.queries.export import COLUMNS, exported, without_formulas
from search.request import Request

logger = logging.getLogger(__name__)
_MARK = "\ufeff"  # so that spreadsheets read the letters of every language


@require_safe
@never_cache
def export(request: HttpRequest, form: str) -> HttpResponse:
    """The hits of the question in the address, as CSV or JSON."""
    try:
        found = list(exported(Request.read(request.GET), request.user))
    except DatabaseError:
        logger.exception("The hits could not be exported")
        return JsonResponse({"error": "The search does not answer."}, status=503)
    rows = [row | {"url": absolute(row["url"])} for row in found]
    if form == "json":
        response: HttpResponse = JsonResponse({"hits": rows}, json_dumps_params={"ensure_ascii": False})
    else:
        out = io.StringIO()
        lines = csv.writer(out)
        lines.writerow(COLUMNS)
        lines.writerows(without_formulas(row.values()) for row in rows)
        response = HttpResponse(_MARK + out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="search.{form}"'
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@require_safe
@never_cache
def suggest(request: HttpRequest) -> JsonResponse:
    """Acts and texts that the reader may mean; none where the database does not answer, as the box works without."""
    try:
        found = completions(request.GET.get("q", ""), request.user)
    except DatabaseError:
        logger.exception("Nothing could be suggested")
        found = []
    page = reverse("search:search")
    lines = [
        {"label": one.label, "context": one.context, "url": one.address or f"{page}?{one.asked}"}
        for one in found
    ]
    return JsonResponse({"suggestions": lines})
