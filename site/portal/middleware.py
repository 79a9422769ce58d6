"""What every response of the site gets."""

from collections.abc import Callable
from http import HTTPStatus

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.urls import get_script_prefix, is_valid_path
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.encoding import escape_uri_path
from django.utils.http import escape_leading_slashes
from django.utils.translation import get_language, get_language_from_path

GetResponse = Callable[[HttpRequest], HttpResponse]


class Languages(LocaleMiddleware):
    """Looks for a page with the prefix of a language only where no view stands: what a view misses is missing."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Lead to the prefixed address, unless a view has answered at this one."""
        if response.status_code != HTTPStatus.NOT_FOUND or request.resolver_match is None:
            return super().process_response(request, response)
        patch_vary_headers(response, ("Accept-Language",))
        response.headers.setdefault("Content-Language", get_language() or settings.LANGUAGE_CODE)
        return response


class RememberLanguage:
    """Keeps the language of the last prefixed address for those without a prefix (search, accounts, forms).

    Only Wagtail's pages carry a prefix, but people type one before everything: `/ru/search/?q=…` leads to the
    search, which then speaks Russian.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        language = get_language_from_path(request.path_info)
        if language and response.status_code == HTTPStatus.NOT_FOUND:
            response = _without_prefix(request, language) or response
        if language and request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) != language:
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                language,
                max_age=settings.LANGUAGE_COOKIE_AGE,
                secure=settings.LANGUAGE_COOKIE_SECURE,
                httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
                samesite="Lax",
            )
        return response


def _without_prefix(request: HttpRequest, language: str) -> HttpResponse | None:
    """Lead to the address behind the prefix, if something stands there."""
    path = request.path_info.removeprefix(f"/{language}")
    if request.method not in ("GET", "HEAD") or not is_valid_path(path):
        return None
    query = request.META.get("QUERY_STRING", "")
    script = get_script_prefix().rstrip("/")
    return HttpResponseRedirect(
        f"{script}{escape_leading_slashes(escape_uri_path(path))}{'?' if query else ''}{query}"
    )


class PrivatePages:
    """What is answered to somebody whom the site knows is kept by no cache that others share.

    Who gave the password of a collection is known by the session alone. A document is asked for again each time: it
    may have been replaced or closed since.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.has_header("Cache-Control"):
            return response
        if request.session.accessed and not request.session.is_empty():
            patch_cache_control(response, private=True)
        if request.path_info.startswith("/documents/"):
            patch_cache_control(response, no_cache=True)
        return response


class ContentSecurityPolicy(CSPMiddleware):
    """The strict policy everywhere; the wider one only below `/cms/`."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Widen the policy for Wagtail's admin."""
        if request.path_info.startswith("/cms/"):
            response._csp_replace = settings.CONTENT_SECURITY_POLICY_ADMIN  # type: ignore[attr-defined]
        return super().process_response(request, response)
