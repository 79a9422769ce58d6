"""Texts and redlines as files, for whoever may read the page on which the file is offered."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from amendments.actions.exporting.keep_export import KeepExport
from amendments.actions.exporting.request_export import RequestExport
from amendments.actions.reading.log_download import LogDownload
from amendments.audit.actor import Actor
from amendments.errors.of_exports import TooManyExports
from amendments.exporters import exporters_of
from amendments.models import Amendment, Draft, Export, Instrument, Version
from amendments.queries.files.downloads import Pair
from amendments.queries.files.export_recipes import ExportRecipe
from amendments.queries.files.kept_exports import prepared_export
from amendments.renderers.paper.documents import (
    AmendingActDocument,
    ExecutableActDocument,
    NoteDocument,
    PaperDocument,
)
from amendments.views.amending_acts import chosen_language, draft_and_versions
from amendments.views.redlines import compared_pairs, draft_pairs, redline_documents
from amendments.views.text_choice import keeps_text_choice, wants_authentic
from amendments.views.texts import chosen_act, text_documents, versions_of, visible_text
from amendments.views.visitors import visitor_of

_NOTED = timedelta(hours=12)  # so often it is noted that somebody took a file
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
    kind = _kind(slug, *text_documents(len(asked)))
    return _answer(request, shown, _recipe(request, slug, kind, shown, [(None, each) for each in asked]))


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
    kind = _kind(slug, AmendingActDocument, ExecutableActDocument)
    language = chosen_language(request, [each.instrument for each in versions])
    recipe = _recipe(request, slug, kind, draft, [(None, each) for each in versions])
    return _answer(request, draft, replace(recipe, spoken=language))


@require_safe
def note(request: HttpRequest, page: Amendment, number: int, slug: str) -> HttpResponse:
    """The explanatory note of a draft."""
    draft, versions = draft_and_versions(request, page, number)
    recipe = _recipe(request, slug, _kind(slug, NoteDocument), draft, [(None, each) for each in versions])
    return _answer(request, draft, recipe)


def _compared(request: HttpRequest, slug: str, text: Draft | Version, pairs: Sequence[Pair]) -> HttpResponse:
    chosen = chosen_act(request, [pair.after.instrument for pair in pairs])
    asked = [(pair.before, pair.after) for pair in pairs if chosen in (None, pair.after.instrument)]
    kind = _kind(slug, *redline_documents(len(asked)))
    return _answer(request, text, _recipe(request, slug, kind, text, asked))


def _kind(slug: str, *kinds: type[PaperDocument]) -> type[PaperDocument]:
    """The first kind of document of a page that has a format of this name."""
    found = next((kind for kind in kinds for each in exporters_of(kind) if each.slug == slug), None)
    if found is None:
        raise Http404
    return found


def _recipe(
    request: HttpRequest,
    slug: str,
    kind: type[PaperDocument],
    text: Draft | Version,
    pairs: Iterable[tuple[Version | None, Version]],
) -> ExportRecipe:
    return ExportRecipe(
        slug,
        kind.__name__,
        ("draft" if isinstance(text, Draft) else "version", str(text.pk)),
        tuple((str(before.pk) if before else "", str(after.pk)) for before, after in pairs),
        get_language() or "en",
        wants_authentic(request),
    )


def _answer(request: HttpRequest, text: Draft | Version, recipe: ExportRecipe) -> HttpResponse:
    """The file if it is there or quickly made; else the page on which one waits for it."""
    plan = prepared_export(request.user, recipe)
    now = timezone.now()
    kept = Export.objects.filter(key=plan.key, state=Export.State.DONE).first()
    if kept is None and plan.is_big:
        return _wait(request, RequestExport(plan, request.get_full_path(), now, visitor_of(request)))
    if kept is None:
        kept = KeepExport(plan, now).execute()
    elif now - kept.used_at > _NOTED:
        Export.objects.filter(pk=kept.pk).update(used_at=now)
    if request.method == "GET" and request.user.is_authenticated:
        LogDownload(text, kept.contained, actor=Actor.now(request.user)).execute()
    response = HttpResponse(
        bytes(kept.content or b""), content_type=plan.exporter.media_type, headers=FILE_HEADERS
    )
    response["Content-Disposition"] = content_disposition_header(True, kept.name) or "attachment"
    return response


def _wait(request: HttpRequest, asked: RequestExport) -> HttpResponse:
    try:
        export = asked.execute()
    except TooManyExports as refusal:
        response = render(request, "madda/amendments/export.html", {"refusal": str(refusal)}, status=503)
        response["Retry-After"] = "120"
        return response
    to = reverse("amendments:export", args=[export.pk])
    return redirect(f"{to}?{urlencode({'to': request.get_full_path()})}")
