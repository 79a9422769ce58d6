"""Pages of the library, an act, a drafting body and an amendment."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from amendments.hooks import ACT_PANELS, collect
from amendments.models import Amendment, Instrument, Library, Section
from amendments.permissions import sections_of
from amendments.queries.law.acts import (
    act_page,
    amendment_lines,
    amendment_page,
    visible_amendments,
    visible_instruments,
)
from amendments.queries.way.adoption import adopted_texts
from amendments.queries.way.entry_days import shown_days
from amendments.queries.way.steps import next_steps
from amendments.views.texts import panels_of

PAGE_SIZE = 20


def library(request: HttpRequest, page: Library) -> HttpResponse:
    """The acts that the reader may open."""
    acts = Paginator(visible_instruments(request.user), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"page": page, "acts": acts, "may_import": bool(sections_of(request.user))}
    return render(request, "madda/amendments/library.html", context)


def act(request: HttpRequest, page: Instrument) -> HttpResponse:
    """Particulars, texts and amendments of an act."""
    found = act_page(request.user, page)
    if found is None:
        raise Http404
    panels = [panel.render(request, page) for panel in collect(ACT_PANELS)]
    context = {"page": page, "act": found, "panels": panels}
    return render(request, "madda/amendments/instrument.html", context)


def section(request: HttpRequest, page: Section) -> HttpResponse:
    """The amendments of a drafting body."""
    rows = visible_amendments(request.user).filter(path__startswith=page.path)
    amendments = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    lines = amendment_lines(request.user, amendments)
    return render(
        request, "madda/amendments/section.html", {"page": page, "amendments": amendments, "lines": lines}
    )


def amendment(request: HttpRequest, page: Amendment) -> HttpResponse:
    """Purpose, state, drafts and what other apps add."""
    found = amendment_page(request.user, page)
    if found is None:
        raise Http404
    adopted = adopted_texts(request.user, page)
    context = {
        "page": page,
        "found": found,
        "adopted": adopted,
        "entry_days": shown_days(page, adopted),
        "panels": panels_of(request, page),
        "next_steps": next_steps(request.user, page),
    }
    return render(request, "madda/amendments/amendment.html", context)
