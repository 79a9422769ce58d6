"""`/api/v1/search/`: the results as JSON, with the rights of the person who is signed in.

The parameters are those of the page (`search.request`): q or like; kind, instrument, status, institution, right,
language, year, each as often as wanted; on, sort, by, page.
"""

import logging

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from search import queries
from search.queries.plain import plain
from search.request import Request

logger = logging.getLogger(__name__)
_AS_FILE = {"Content-Disposition": 'attachment; filename="search.json"'}  # no browser takes it for a page


@require_safe
@never_cache
def search(request: HttpRequest) -> HttpResponse:
    """A page of hits with counts, facets, and the addresses of the pages beside it."""
    asked = Request.read(request.GET)
    try:
        results = queries.search(asked, request.user)
    except DatabaseError:
        logger.exception("The search could not be answered")
        return JsonResponse({"error": "The search does not answer."}, status=503, headers=_AS_FILE)
    asked = results.request
    if asked.page > results.pages:
        return redirect(_address(request, asked.but(page=results.pages)))
    pages = {
        "previous": _address(request, asked.but(page=asked.page - 1)) if asked.page > 1 else None,
        "next": _address(request, asked.but(page=asked.page + 1)) if asked.page < results.pages else None,
    }
    return JsonResponse(plain(results) | pages, headers=_AS_FILE)


def _address(request: HttpRequest, asked: Request) -> str:
    return request.build_absolute_uri(f"{reverse('search_api:search')}?{asked.address()}")
