"""What every response of the site gets."""

from collections.abc import Callable

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language_from_path

GetResponse = Callable[[HttpRequest], HttpResponse]


class RememberLanguage:
    """Keeps the language of the last prefixed page for addresses without a prefix (search, accounts, forms)."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        language = get_language_from_path(request.path_info)
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


class PrivatePages:
    """What is answered to somebody who is signed in is kept by no cache that others share."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_personal = request.session.accessed and SESSION_KEY in request.session
        if is_personal and not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True)
        return response


class ContentSecurityPolicy(CSPMiddleware):
    """The strict policy everywhere; the wider one only below `/cms/`."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Widen the policy for Wagtail's admin."""
        if request.path_info.startswith("/cms/"):
            response._csp_replace = settings.CONTENT_SECURITY_POLICY_ADMIN  # type: ignore[attr-defined]
        return super().process_response(request, response)
