"""Pages that show the text of a draft or of a consolidated version, act by act."""

from collections.abc import Iterable, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from amendments.actions.reading.note_reading import NoteReading
from amendments.hooks import AMENDMENT_PANELS, PROVISION_PANELS, Link, collect
from amendments.models import Amendment, Draft, Instrument, Provision, Version
from amendments.opening import was_opened, without_waiting
from amendments.queries.files.downloads import downloads
from amendments.queries.languages.translating import translates
from amendments.queries.law.act_titles import shown_title_in
from amendments.queries.law.in_force_now import standing_of
from amendments.queries.law.provision_page import Reader, cited_for, provision_page, wording_name
from amendments.queries.law.wording_citations import cited_by, cites
from amendments.queries.showing.kept_readings import kept_text
from amendments.queries.showing.readings import ReadingPage
from amendments.renderers.paper.documents import SingleActDocument, TextDocument
from amendments.text.language import reader_language
from amendments.views.text_choice import keeps_text_choice, shown_to, wants_authentic


def visible_text(request: HttpRequest, page: Instrument | Amendment, number: int) -> Draft | Version:
    """The draft or consolidated text if the reader may read it; otherwise it does not exist for them."""
    if isinstance(page, Amendment):
        return get_object_or_404(page.drafts.visible_to(request.user), number=number)
    versions = Version.objects.visible_to(request.user).select_related("instrument", "draft")
    return get_object_or_404(versions, instrument=page, draft=None, number=number)


def versions_of(text: Draft | Version) -> list[Version]:
    """The versions of a draft in the order of its acts, with their bases; a consolidated text is one."""
    if isinstance(text, Version):
        return [text]
    versions = list(text.versions.select_related("instrument", "parent"))
    for version in versions:
        if version.parent is not None:  # an earlier text of the same act
            version.parent.instrument = version.instrument
    return versions


def name_of(text: Draft | Version) -> str:
    """What a text is called: the act by its title in this text, a draft as it was sealed."""
    return shown_title_in(text) if isinstance(text, Version) else text.shown_title


def chosen_act(request: HttpRequest, acts: Iterable[Instrument]) -> Instrument | None:
    """The act that `?act=` names by its slug or its number in the database; None where it names none."""
    name = request.GET.get("act", "")
    if not name:
        return None
    found = next((act for act in acts if name in (act.slug, str(act.pk))), None)
    if found is None:
        raise Http404
    return found


def text_documents(count: int) -> tuple[type[TextDocument]]:
    """What the page of so many acts offers as a file: some formats hold one act."""
    return (SingleActDocument,) if count == 1 else (TextDocument,)


def links_of(request: HttpRequest, versions: Sequence[Version]) -> dict[str, list[Link]]:
    """What the panels of other apps put beside the provisions, by UUID."""
    links: dict[str, list[Link]] = {}
    for panel in collect(PROVISION_PANELS):
        for provision, found in panel.links(request, versions).items():
            links.setdefault(str(provision), []).extend(found)
    return links


def has_discussion(links: dict[str, list[Link]]) -> bool:
    """Whether anything is said about the provisions: a link that counts opens it beside the text."""
    return any(link.count for found in links.values() for link in found)


def panels_of(request: HttpRequest, amendment: Amendment) -> Sequence[str]:
    """What the panels of other apps show on the page of an amendment."""
    return [html for panel in collect(AMENDMENT_PANELS) if (html := panel.render(request, amendment))]


def note_reading(request: HttpRequest, text: Draft | Version) -> None:
    """Keep for the person that this draft was read, if the person opened the page."""
    if isinstance(text, Draft) and request.user.is_authenticated and was_opened(request):
        with without_waiting():
            NoteReading(text, request.user).execute()


@keeps_text_choice
def text(request: HttpRequest, page: Instrument | Amendment, number: int) -> HttpResponse:
    """The texts of a draft or of a consolidated version, with their contents."""
    shown = visible_text(request, page, number)
    versions = versions_of(shown)
    acts = tuple(version.instrument for version in versions)
    chosen = chosen_act(request, acts)
    asked = [version for version in versions if chosen in (None, version.instrument)]
    links = links_of(request, asked)
    words = shown_to(request, asked)
    standing = standing_of(request.user, shown) if isinstance(shown, Version) else None
    context = {
        "page": page,
        "name": name_of(shown),
        "text": shown,
        "is_draft": isinstance(shown, Draft),
        "in_force": standing.day if standing else None,
        "standing": standing,
        "law": ReadingPage(tuple(kept_text(version, words) for version in asked), acts, chosen),
        "links": links,
        "has_discussion": has_discussion(links),
        "downloads": [
            link
            for kind in text_documents(len(asked))
            for link in downloads(kind, shown.url, chosen.slug if chosen else "")
        ],
        "translatable": [version for version in asked if translates(request.user, version)],
    }
    note_reading(request, shown)
    return render(request, "madda/amendments/text.html", context)


def version(request: HttpRequest, pk: object) -> HttpResponse:
    """The permanent address of a version, without a language: leads to its text, or to the redline of its draft."""
    rows = Version.objects.visible_to(request.user).select_related("draft__amendment", "instrument")
    row = get_object_or_404(rows, pk=pk)
    if row.draft is None:
        return redirect(row.url)
    is_one_of_several = row.draft.versions.count() > 1
    return redirect(row.draft.redline_url + (f"?act={row.instrument.slug}" if is_one_of_several else ""))


@keeps_text_choice
def provision(request: HttpRequest, pk: object) -> HttpResponse:
    """The hub of a provision: `/id/provision/<uuid>`, in every language and forever."""
    row = get_object_or_404(Provision.objects.select_related("instrument"), pk=pk)
    reader = Reader(request.user, reader_language(), wants_authentic=wants_authentic(request))
    found = provision_page(reader, row)
    if found is None:
        raise Http404
    context = {
        "hub": found,
        "instrument": row.instrument,
        "wording": wording_name(row.pk, found.now.language, found.now.text.sha256),
        "cites": cites(request.user, found.now),
        "cited_by": cited_by(request.user, found.now),
        "panels": _panels_on(request, row),
    }
    return render(request, "madda/amendments/provision.html", context)


def discussion(request: HttpRequest, pk: object) -> HttpResponse:
    """What other apps say of a provision, as a piece of page to stand beside the text."""
    row = get_object_or_404(Provision.objects.select_related("instrument"), pk=pk)
    cited = cited_for(request.user, [row.pk]).get(row.pk)
    if cited is None:
        raise Http404
    context = {"provision": row, "cited": cited, "panels": _panels_on(request, row)}
    return render(request, "madda/amendments/discussion.html", context)


def _panels_on(request: HttpRequest, provision: Provision) -> list[str]:
    return [html for panel in collect(PROVISION_PANELS) if (html := panel.render(request, provision))]
