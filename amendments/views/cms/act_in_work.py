"""The amending act as the drafters would seal it now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from amendments.instructions.amending_act import law_lines
from amendments.queries.drafting.amending_acts import act_in_work, spoken_languages
from amendments.views.amending_acts import chosen_language
from amendments.views.cms.frame import furniture_of, own_amendment


def working_act(request: HttpRequest, pk: int) -> HttpResponse:
    """The act of the working text, for the drafters of its body only."""
    amendment = own_amendment(request, pk)
    acts = [act.instrument for act in amendment.amended_acts.select_related("instrument")]
    language = chosen_language(request, acts)
    context = {
        "amendment": amendment,
        "lines": list(law_lines(act_in_work(amendment, language))),
        "languages": spoken_languages(acts),
        "language": language,
        **furniture_of(amendment, _("Amending act")),
    }
    return render(request, "madda/amendments/cms/working_act.html", context)
