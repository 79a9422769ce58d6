"""Texts and redlines as files, for whoever may read the page on which the file is offered."""

from collections.abc import Sequence
from typing import Any, TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from amendments.actions.reading.log_download import LogDownload
from amendments.audit.actor import Actor
from amendments.exporters import exporters_of
from amendments.models import Amendment, Draft, Instrument, Version
from amendments.queries.amending_acts import act_of_draft, amending_act_document
from amendments.queries.downloads import Pair, compared_document, remarks_on, text_document
from amendments.renderers.exporter import Exporter
from amendments.renderers.paper.documents import AmendingActDocument, CommentedDocument, PaperDocument
from amendments.views.amending_acts import chosen_language, draft_and_versions
from amendments.views.redlines import DOCUMENTS, compared_pairs, draft_pairs
from amendments.views.text_choice import keeps_text_choice, shown_to
from amendments.views.texts import chosen_act, text_documents, versions_of, visible_text

D = TypeVar("D", bound=PaperDocument)
FILE_HEADERS = {
    "Cache-Control": "private, no-cache",  # rights are asked again each time, and no proxy keeps the file
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}


@require_safe
@keeps_text_choice
def text(request: HttpRequest, page: Instrument | Amendment, number: int, slug: str) -> HttpResponse:
    """The texts of a draft or of a consolidated version, in the words of the page and with the act that it chose."""
    shown = visible_text(request, page, number)
    versions = versions_of(shown)
    chosen = chosen_act(request, [version.instrument for version in versions])
    asked = [version for version in versions if chosen in (None, version.instrument)]
    exporter, _kind = _exporter(slug, *text_documents(len(asked)))
    document = text_document(request.user, shown, asked, shown_to(request, asked))
    return _sent(request, exporter, document, shown, asked)


@require_safe
@keeps_text_choice
def redline(request: HttpRequest, page: Amendment, number: int, slug: str) -> HttpResponse:
    """A draft against the texts that it amends."""
    return _compared(request, slug, *draft_pairs(request, page, number))


@require_safe
@keeps_text_choice
def comparison(
    request: HttpRequest, page: Instrument | Amendment, old: int, new: int, slug: str
) -> HttpResponse:
    """Any two consolidated texts of an act or drafts of an amendment."""
    return _compared(request, slug, *compared_pairs(request, page, old, new))


@require_safe
def amending_act(request: HttpRequest, page: Amendment, number: int, slug: str) -> HttpResponse:
    """The amending act that a draft is, in the language of its page."""
    draft, versions = draft_and_versions(request, page, number)
    exporter, _kind = _exporter(slug, AmendingActDocument)
    law = act_of_draft(draft, versions, chosen_language(request, [each.instrument for each in versions]))
    return _sent(request, exporter, amending_act_document(draft, versions, law), draft, versions)


def _compared(request: HttpRequest, slug: str, text: Draft | Version, pairs: Sequence[Pair]) -> HttpResponse:
    exporter, kind = _exporter(slug, *DOCUMENTS)
    chosen = chosen_act(request, [pair.after.instrument for pair in pairs])
    asked = [pair for pair in pairs if chosen in (None, pair.after.instrument)]
    words = shown_to(request, [version for pair in asked for version in (pair.before, pair.after)])
    said = remarks_on(request.user, text) if kind is CommentedDocument else {}
    document = compared_document(kind, text, asked, words, said)
    against = [str(pair.before.label) for pair in asked]
    more = {"comments": sum(len(act.remarks) for act in document.acts)} if said else {}
    return _sent(request, exporter, document, text, [pair.after for pair in asked], against=against, **more)


def _exporter(slug: str, *kinds: type[D]) -> tuple[Exporter, type[D]]:
    """The format of this name for one of the kinds of document of a page."""
    found = next(((each, kind) for kind in kinds for each in exporters_of(kind) if each.slug == slug), None)
    if found is None:
        raise Http404
    return found


def _sent(
    request: HttpRequest,
    exporter: Exporter,
    document: PaperDocument,
    text: Draft | Version,
    versions: Sequence[Version],
    **more: Any,
) -> HttpResponse:
    """The file, once it is logged what it contains."""
    content = exporter.export(document)
    if request.method == "GET" and request.user.is_authenticated:
        contained = {
            "format": exporter.slug,
            "acts": [version.instrument.title for version in versions],
            "languages": sorted(document.languages),
            "hash": document.identity,
            **more,
        }
        LogDownload(text, contained, actor=Actor.now(request.user)).execute()
    response = HttpResponse(content, content_type=exporter.media_type, headers=FILE_HEADERS)
    name = f"{document.name}{exporter.suffix}"
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response
