"""The page of the amending act, beside the text, the redline and the table of a draft."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from amendments.instructions.amending_act import law_lines
from amendments.models import Amendment, Draft, Instrument, Version
from amendments.queries.drafting.amending_acts import act_of_draft, spoken_languages
from amendments.queries.files.downloads import downloads
from amendments.renderers.paper.documents import ExecutableActDocument
from amendments.text.language import reader_language
from amendments.views.texts import note_reading, versions_of, visible_text

PARAMETER = "words"
"""Which language the reader chose for the sentences of the act."""


def amending_act(request: HttpRequest, page: Amendment, number: int) -> HttpResponse:
    """The whole act, in the language that the reader chose, else in that of the page."""
    draft, versions = draft_and_versions(request, page, number)
    acts = [version.instrument for version in versions]
    language = chosen_language(request, acts)
    law = act_of_draft(draft, versions, language)
    context = {
        "page": page,
        "text": draft,
        "act": law,
        "lines": list(law_lines(law)),
        "languages": spoken_languages(acts),
        "language": language,
        "downloads": downloads(ExecutableActDocument, draft.act_url, **{PARAMETER: language}),
    }
    note_reading(request, draft)
    return render(request, "madda/amendments/amending_act.html", context)


def draft_and_versions(request: HttpRequest, page: Amendment, number: int) -> tuple[Draft, list[Version]]:
    """A draft that the reader may read, with its versions in the order of its acts."""
    draft = visible_text(request, page, number)
    if not isinstance(draft, Draft):
        raise Http404
    return draft, versions_of(draft)


def chosen_language(request: HttpRequest, acts: Sequence[Instrument]) -> str:
    """The language that the address names, else that of the page, else that of the acts."""
    offered = spoken_languages(acts)
    wanted = request.GET.get(PARAMETER, "") or reader_language()
    if any(each.code == wanted for each in offered):
        return wanted
    if PARAMETER in request.GET or not offered:
        raise Http404
    return offered[0].code
