"""Translating a text: each wording beside fields for its translation, page by page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest, PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _, ngettext

from amendments.actions.translating.translate_title import TranslateTitle
from amendments.actions.translating.translate_wordings import TranslateWordings
from amendments.audit.actor import Actor
from amendments.errors import AmendmentsError
from amendments.errors.of_translations import TitleTooLong
from amendments.models import Amendment, Instrument, Version
from amendments.queries.languages.translating import TranslationLine, last_source, may_translate, sealed_lines
from amendments.queries.languages.translations import Words

ON_A_PAGE = 20

Save = Callable[[str, dict[str, Words], str], Sequence[object]]


@dataclass(frozen=True, slots=True)
class TranslationDesk:
    """One page of wordings to translate into a language."""

    language: str
    languages: tuple[tuple[str, Any], ...]  # codes and names
    lines: tuple[TranslationLine, ...]
    page: Page[TranslationLine]
    missing: int
    total: int
    shows_all: bool
    source: str


@login_required
def translate(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The wordings of a sealed text."""
    rows = Version.objects.visible_to(request.user).select_related(
        "instrument__drafting_body", "draft__amendment"
    )
    version = get_object_or_404(rows, pk=pk)
    if not may_translate(request.user, version):
        raise PermissionDenied
    language = language_of(request, version.instrument)
    desk = desk_of(request, sealed_lines(request.user, version, language), language, version)

    def save(language: str, words: dict[str, Words], source: str) -> Sequence[object]:
        actor = Actor.now(request.user)
        return TranslateWordings(version, language, words, source, actor=actor).execute()

    page = cast("Amendment | Instrument", version.page)
    title, too_long = page.titles.get(language, ""), ""
    if "title" in request.POST:
        title = request.POST["title"]
        too_long = _title_saved(request, page, language)
        if not too_long:
            return redirect(request.get_full_path())
    elif request.method == "POST":
        desk, problem = saved(request, desk, save)
        if not problem:
            return redirect(request.get_full_path())
        messages.error(request, problem)
    context = {"version": version, "desk": desk, "title": title, "too_long": too_long}
    status = 422 if request.method == "POST" else 200
    return render(request, "madda/amendments/translate.html", context, status=status)


def _title_saved(request: HttpRequest, page: Amendment | Instrument, language: str) -> str:
    """Save the title, or say why it is too long."""
    try:
        TranslateTitle(page, language, request.POST["title"], actor=Actor.now(request.user)).execute()
    except TitleTooLong as refusal:
        return str(refusal)
    messages.success(request, _("The translated title is saved. Lists, headings and mails show it."))
    return ""


def language_of(request: HttpRequest, instrument: Instrument) -> str:
    """The language that the address names; the first one of the site that is not the authentic one."""
    offered = [code for code, _name in settings.LANGUAGES if code != instrument.language]
    asked = request.GET.get("language", "")
    return asked if asked in offered else offered[0]


def desk_of(
    request: HttpRequest, lines: Sequence[TranslationLine], language: str, text: Any
) -> TranslationDesk:
    """The page of lines that the address asks for: those without a translation, or all."""
    missing = [line for line in lines if line.words is None]
    shows_all = request.GET.get("show") == "all" or not missing
    page = Paginator(lines if shows_all else missing, ON_A_PAGE).get_page(request.GET.get("page"))
    offered = tuple((code, name) for code, name in settings.LANGUAGES if code != text.instrument.language)
    source = last_source(request.user, text, language) or str(request.user)
    return TranslationDesk(language, offered, tuple(page), page, len(missing), len(lines), shows_all, source)


def saved(request: HttpRequest, desk: TranslationDesk, save: Save) -> tuple[TranslationDesk, str]:
    """Save what was typed, or say why it cannot be saved, with a page that shows it again."""
    fields = [request.POST.getlist(name) for name in ("place", "heading", "body")]
    if len({len(values) for values in fields}) != 1:
        raise BadRequest
    typed = {place: (heading, body) for place, heading, body in zip(*fields, strict=True)}
    lines = {line.place: line for line in desk.lines}
    words = {
        place: lines[place].typed(*given) if place in lines else Words(*given)
        for place, given in typed.items()
        if "".join(given).strip()
    }
    source = request.POST.get("source", "")
    try:
        rows = save(desk.language, words, source)
    except AmendmentsError as refusal:
        shown = tuple(replace(line, words=words.get(line.place, line.words)) for line in desk.lines)
        return replace(desk, lines=shown, source=source), str(refusal)
    told = ngettext("%(count)s translation is saved.", "%(count)s translations are saved.", len(rows))
    messages.success(request, told % {"count": len(rows)})
    return desk, ""
