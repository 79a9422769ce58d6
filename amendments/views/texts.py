"""Pages that show the text of one version."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from amendments.hooks import AMENDMENT_PANELS, PROVISION_PANELS, Link, collect
from amendments.models import Amendment, Instrument, Provision, Version
from amendments.queries.provisions import cited_for, provision_page
from amendments.queries.readings import text_of


def visible_version(request: HttpRequest, page: Instrument | Amendment, number: int) -> Version:
    """The version if the reader may read it; otherwise it does not exist for them."""
    versions = Version.objects.visible_to(request.user).select_related(
        "instrument", "amendment", "parent__instrument"
    )
    if isinstance(page, Amendment):
        return get_object_or_404(versions, amendment=page, number=number)
    return get_object_or_404(versions, instrument=page, amendment=None, number=number)


def links_of(request: HttpRequest, version: Version) -> dict[str, list[Link]]:
    """What the panels of other apps put beside the provisions, by UUID."""
    links: dict[str, list[Link]] = {}
    for panel in collect(PROVISION_PANELS):
        for provision, found in panel.links(request, version).items():
            links.setdefault(str(provision), []).extend(found)
    return links


def has_discussion(links: dict[str, list[Link]]) -> bool:
    """Whether anything is said about the provisions: a link that counts opens it beside the text."""
    return any(link.count for found in links.values() for link in found)


def panels_of(request: HttpRequest, amendment: Amendment) -> Sequence[str]:
    """What the panels of other apps show on the page of an amendment."""
    return [html for panel in collect(AMENDMENT_PANELS) if (html := panel.render(request, amendment))]


def text(request: HttpRequest, page: Instrument | Amendment, number: int) -> HttpResponse:
    """The text of a version with its contents."""
    version = visible_version(request, page, number)
    links = links_of(request, version)
    context = {
        "page": page,
        "version": version,
        "reading": text_of(version),
        "links": links,
        "has_discussion": has_discussion(links),
    }
    return render(request, "madda/amendments/text.html", context)


def version(request: HttpRequest, pk: object) -> HttpResponse:
    """The permanent address of a version, without a language: leads to its text, or to the redline of a draft."""
    row = get_object_or_404(Version.objects.visible_to(request.user), pk=pk)
    return redirect(f"{row.url}redline/" if row.is_draft else row.url)


def provision(request: HttpRequest, pk: object) -> HttpResponse:
    """The hub of a provision: `/id/provision/<uuid>`, in every language and forever."""
    row = get_object_or_404(Provision.objects.select_related("instrument"), pk=pk)
    found = provision_page(request.user, row)
    if found is None:
        raise Http404
    context = {"hub": found, "instrument": row.instrument, "panels": _panels_on(request, row)}
    return render(request, "madda/amendments/provision.html", context)


def discussion(request: HttpRequest, pk: object) -> HttpResponse:
    """What other apps say of a provision, as a piece of page to stand beside the text."""
    row = get_object_or_404(Provision.objects.select_related("instrument"), pk=pk)
    cited = cited_for(request.user, row)
    if cited is None:
        raise Http404
    context = {"provision": row, "cited": cited, "panels": _panels_on(request, row)}
    return render(request, "madda/amendments/discussion.html", context)


def _panels_on(request: HttpRequest, provision: Provision) -> list[str]:
    return [html for panel in collect(PROVISION_PANELS) if (html := panel.render(request, provision))]
