"""The list of opinions and the page of one. Outside the office people read what is issued."""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import add_never_cache_headers

from amendments.permissions import holds
from consultations.views.requests import page_of
from rights.models import Opinion
from rights.powers import Power
from rights.queries.opinion_lists import for_opinions
from rights.queries.opinion_page import opinion_page
from rights.values import FollowUpValue


def opinion_list(request: HttpRequest) -> HttpResponse:
    """The opinions that the reader may read."""
    rows = page_of(request, for_opinions(request.user))
    may_write = holds(request.user, Power.READ) and holds(request.user, Power.WRITE)
    return _kept_by_nobody(
        request,
        render(request, "madda/rights/opinions.html", {"rows": rows, "may_write": may_write}),
    )


def visible_opinion(request: HttpRequest, pk: UUID) -> Opinion:
    """The opinion; 404 for people who may not know of it."""
    rows = Opinion.objects.visible_to(request.user)
    return get_object_or_404(rows.select_related("amendment", "instrument", "issued_by"), pk=pk)


def opinion(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The page of an opinion."""
    return show_opinion(request, visible_opinion(request, pk))


def show_opinion(
    request: HttpRequest, row: Opinion, *, typed: Mapping[str, object] | None = None, status: int = 200
) -> HttpResponse:
    """The page, for the office with its steps; `typed` is what a refused form of a recommendation held."""
    context = {
        "page": opinion_page(request.user, row),
        "opinion": row,
        "values": FollowUpValue.choices,
        "typed": typed or {},
    }
    return _kept_by_nobody(request, render(request, "madda/rights/opinion.html", context, status=status))


def _kept_by_nobody(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Nothing that the office reads stays in the browser after the sign-out."""
    if holds(request.user, Power.READ):
        add_never_cache_headers(response)
    return response
