"""Whether a reader reads translations or the authentic words: chosen by a link, kept in a cookie, without scripts."""

from collections.abc import Callable, Collection
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from amendments.models import Version
from amendments.queries.languages.shown_texts import ShownTexts, shown_texts
from amendments.text.language import reader_language

PARAMETER, COOKIE = "text", "madda_text"
AUTHENTIC, TRANSLATION = "authentic", "translation"
_AGE = 365 * 24 * 3600

View = Callable[..., HttpResponse]


def wants_authentic(request: HttpRequest) -> bool:
    """Whether the reader chose the authentic words, here or on an earlier page."""
    return (_asked(request) or request.COOKIES.get(COOKIE, "")) == AUTHENTIC


def shown_to(request: HttpRequest, versions: Collection[Version]) -> ShownTexts:
    """What the reader is shown of these versions."""
    return shown_texts(versions, reader_language(), wants_authentic=wants_authentic(request))


def keeps_text_choice(view: View) -> View:
    """Keep the choice that the address of a page names for the next pages."""

    @wraps(view)
    def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        patch_vary_headers(response, ["Cookie"])
        if asked := _asked(request):
            response.set_cookie(
                COOKIE, asked, max_age=_AGE, secure=request.is_secure(), httponly=True, samesite="Lax"
            )
        return response

    return kept


def _asked(request: HttpRequest) -> str:
    asked = request.GET.get(PARAMETER, "")
    return asked if asked in (AUTHENTIC, TRANSLATION) else ""
