"""`/search/`: one page that anybody may open."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from search import queries
from search.backends.question import Sort
from search.models.saved import LONGEST_NAME
from search.queries import Results
from search.queries.export import MOST as MOST_EXPORTED
from search.queries.facets import MOST as MOST_OF_FACET, Choice, facets_of, kinds_of
from search.queries.told import notes, reading
from search.request import Request

logger = logging.getLogger(__name__)

_SORTS: Mapping[Sort, str | Promise] = {
    Sort.RELEVANCE: _("Best first"),
    Sort.NEWEST: _("Newest first"),
    Sort.LAW: _("Order of the law"),
}


@dataclass(frozen=True, slots=True)
class Way:
    """A link to the same question asked another way."""

    label: str | Promise
    url: str
    is_current: bool
    count: int = 0
    is_about: bool = False  # the count is an estimate


@require_safe
@cache_control(no_cache=True)  # a search server lags behind the data by a moment
def search(request: HttpRequest) -> HttpResponse:
    """Show the hits for the question in the address."""
    asked = Request.read(request.GET)
    try:
        results = queries.search(asked, request.user)
    except DatabaseError:
        logger.exception("The search could not be answered")
        return render(request, "madda/search/search.html", {"asked": asked, "has_failed": True}, status=503)
    asked = results.request
    if asked.page > results.pages:
        return redirect(address(asked.but(page=results.pages)))
    return render(
        request, "madda/search/search.html", {"asked": asked, "results": results, **_frame(asked, results)}
    )


def address(asked: Request) -> str:
    """The address of the page that answers a question."""
    return f"{reverse('search:search')}?{asked.address()}"


def _frame(asked: Request, results: Results) -> dict[str, Any]:
    """Everything around the hits."""
    facets = facets_of(results.answer, asked, MOST_OF_FACET)
    chosen = [choice for facet in facets for choice in facet.choices if choice.is_chosen]
    kind = {facet: values for facet, values in asked.chosen.items() if facet == "kind"}
    return {
        "most_exported": MOST_EXPORTED,
        "notes": notes(results.plan, asked.ignored),
        "reading": reading(results.plan),
        "tabs": _tabs(asked, results),
        "sorts": [
            Way(label, address(asked.but(sort=sort)), asked.sort is sort) for sort, label in _SORTS.items()
        ],
        "by_act_url": address(asked.but(by_act=not asked.by_act)),
        "facets": facets,
        "chosen": chosen,
        "free_url": address(asked.but(chosen=kind, on=None, since=None, until=None)),
        "kept": _kept(asked),
        "save_name": _name(asked, results, chosen),
        "previous_url": address(asked.but(page=asked.page - 1)) if asked.page > 1 else "",
        "next_url": address(asked.but(page=asked.page + 1)) if asked.page < results.pages else "",
    }


def _tabs(asked: Request, results: Results) -> list[Way]:
    kinds = kinds_of(results.answer, asked, results.kinds)
    if results.is_loose:  # counted by none: the kinds of what is shown
        shown = {card.hit.source for card in results.looser}
        kinds = tuple(kind for kind in kinds if kind.value in shown or kind.is_chosen)
        kinds = kinds if len(kinds) > 1 or asked.chosen.get("kind") else ()
    total = sum(kind.number for kind in kinds)
    is_everything, is_about = not any(kind.is_chosen for kind in kinds), "kind" in results.answer.about
    everything = Way(_("All"), address(asked.choosing("kind")), is_everything, total, is_about)
    return [everything] + [
        Way(kind.label, f"{reverse('search:search')}?{kind.address}", kind.is_chosen, kind.number, is_about)
        for kind in kinds
    ]


def _name(asked: Request, results: Results, chosen: Iterable[Choice]) -> str:
    """The default name of a saved search: its words, then its filters."""
    words = [asked.text or results.like_heading, *(str(choice.label) for choice in chosen)]
    return Truncator(" · ".join(words)).chars(LONGEST_NAME)


def _kept(asked: Request) -> list[tuple[str, str]]:
    """The parameters that stay when other words are sent: the kind, the act, the order and the grouping."""
    pairs = [(facet, value) for facet in ("kind", "instrument") for value in asked.chosen.get(facet, ())]
    pairs.append(("sort", "" if asked.sort is Sort.RELEVANCE else asked.sort))
    pairs.append(("by", "act" if asked.by_act else ""))
    return [(name, value) for name, value in pairs if value]
