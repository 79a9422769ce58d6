"""Translating the working text of an act before it is sealed."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from amendments.actions.translating.prepare_translations import PrepareTranslations
from amendments.queries.languages.translating import working_lines
from amendments.queries.languages.translations import Words
from amendments.views.cms.frame import actor_of, furniture_of, own_act, own_amendment
from amendments.views.translating import desk_of, language_of, saved


def prepare(request: HttpRequest, pk: int) -> HttpResponse:
    """The wordings that the amendment changes; the next seal attaches their translations."""
    amendment = own_amendment(request, pk)
    act = own_act(request, amendment)
    language = language_of(request, act.instrument)
    desk = desk_of(request, working_lines(request.user, act, language), language, act)

    def save(language: str, words: dict[str, Words], source: str) -> Sequence[object]:
        return PrepareTranslations(act, language, words, source, actor=actor_of(request)).execute()

    if request.method == "POST":
        desk, problem = saved(request, desk, save)
        if not problem:
            return redirect(request.get_full_path())
        messages.error(request, problem)
    context = {
        "amendment": amendment,
        "act": act,
        "desk": desk,
        **furniture_of(amendment, _("Translation"), act=act),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "madda/amendments/cms/prepare_translations.html", context, status=status)
