"""`/search/`: one page that anybody may open."""

import logging
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from search import queries
from search.queries import LAST_PAGE, Results
from search.query.parse import MAX_LENGTH
from search.sources import sources

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Tab:
    """One kind of hits, how many there are, and the address that lists them."""

    label: str | Promise
    count: int
    url: str
    is_current: bool


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Hits for `?q=`, of one `kind`, from one `page`."""
    text, kind, page = request.GET.get("q", ""), request.GET.get("kind", ""), _page(request)
    try:
        results = queries.search(text, request.user, kind=kind, page=page)
    except DatabaseError:
        logger.exception("The search could not be answered")
        return render(
            request, "search/search.html", {"text": text[:MAX_LENGTH], "has_failed": True}, status=503
        )
    text = text[:MAX_LENGTH]  # what was looked at is what is shown and linked
    if page > results.pages:
        return redirect(_address(text, kind, results.pages))
    context = {
        "text": text,
        "results": results,
        "tabs": _tabs(text, results),
        "previous_url": _address(text, kind, page - 1) if page > 1 else "",
        "next_url": _address(text, kind, page + 1) if page < results.pages else "",
    }
    return render(request, "search/search.html", context)


def _page(request: HttpRequest) -> int:
    try:
        return min(max(int(request.GET.get("page", "1")), 1), LAST_PAGE)
    except ValueError:
        return 1


def _address(text: str, kind: str = "", page: int = 1) -> str:
    given = {"q": text, "kind": kind, "page": page if page > 1 else ""}
    return f"{reverse('search:search')}?{urlencode({name: value for name, value in given.items() if value})}"


def _tabs(text: str, results: Results) -> list[Tab]:
    everything = Tab(_("All"), sum(results.counts.values()), _address(text), is_current=not results.kind)
    return [everything] + [
        Tab(source.label, results.counts.get(name, 0), _address(text, name), is_current=name == results.kind)
        for name, source in sources().items()
    ]
