"""Languages, caching and security headers of every response."""

import inspect
import re
import sys
from collections.abc import Callable
from http import HTTPStatus

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.core.exceptions import BadRequest
from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.shortcuts import render
from django.urls import get_script_prefix, is_valid_path, resolve
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.encoding import escape_uri_path
from django.utils.http import escape_leading_slashes
from django.utils.translation import get_language, get_language_from_path

_UNREADABLE = re.compile(rf"\0|\d{{{sys.int_info.default_max_str_digits}}}")
GetResponse = Callable[[HttpRequest], HttpResponse]


class UsedMethods:
    """Refuses the methods that no address of this site uses; most views would answer TRACE or PUT as if it were GET."""

    METHODS = ("GET", "HEAD", "POST", "OPTIONS")

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return (
            self.get_response(request)
            if request.method in self.METHODS
            else HttpResponseNotAllowed(self.METHODS)
        )


class Languages(LocaleMiddleware):
    """Redirects to a language prefix only if no view matches the address. A 404 from a view stays a 404."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Redirect to the address with a language prefix, unless a view has answered."""
        if response.status_code != HTTPStatus.NOT_FOUND or request.resolver_match is None:
            return super().process_response(request, response)
        patch_vary_headers(response, ("Accept-Language",))
        response.headers.setdefault("Content-Language", get_language() or settings.LANGUAGE_CODE)
        return response


class RememberLanguage:
    """Remembers the language of the last address with a prefix, for addresses without one (search, accounts, forms).

    Only Wagtail's pages have a prefix, but people type one before any address: `/ru/search/?q=…` leads to the search in
    Russian.
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

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Redirect before the page of the error is made, which nobody would see."""
        language = get_language_from_path(request.path_info)
        return _without_prefix(request, language) if language and isinstance(exception, Http404) else None


def _without_prefix(request: HttpRequest, language: str) -> HttpResponse | None:
    """Redirect to the address without the prefix, if it exists."""
    path = request.path_info.removeprefix(f"/{language}")
    if request.method not in ("GET", "HEAD") or not is_valid_path(path):
        return None
    query = request.META.get("QUERY_STRING", "")
    script = get_script_prefix().rstrip("/")
    return HttpResponseRedirect(
        f"{script}{escape_leading_slashes(escape_uri_path(path))}{'?' if query else ''}{query}"
    )


class StepAddresses:
    """Leads back from the address of a step, which shows nothing.

    A browser opens it where its reader changes the language of a page that a refused step has answered with, or signs in
    again before the step.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_refused = response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and request.method == "GET"
        if not is_refused or not request.accepts("text/html"):
            return response
        shown = render(request, "405.html", {"above": _above(request.path)}, status=response.status_code)
        shown.headers["Allow"] = response.headers["Allow"]
        return shown


def _above(path: str) -> str:
    """The nearest address above this one that is no step; the first page where there is none."""
    parts = path.strip("/").split("/")
    above = (f"/{'/'.join(parts[:length])}/" for length in range(len(parts) - 1, 0, -1))
    return next((one for one in above if is_valid_path(one) and _is_shown(resolve(one).func)), "/")


def _is_shown(view: Callable[..., object] | None) -> bool:
    """Whether no decorator of the view leaves out GET, as `require_POST` does."""
    while inspect.isfunction(view):
        methods = inspect.getclosurevars(view).nonlocals.get("request_method_list", ["GET"])
        if "GET" not in methods:
            return False
        view = getattr(view, "__wrapped__", None)
    return True


class RefuseNull:
    """Refuses an address with a null character, which PostgreSQL stores and compares nowhere. Forms name the field.

    What no form looks at, such as the button of a list, is refused where it breaks: a null character by the database, and
    a number of thousands of digits by Python.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> None:
        """Refuse before the view looks anything up; the page of the error already knows who reads it."""
        if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("A null character in the address.")

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Blame the request if it holds what nothing can read."""
        if not isinstance(exception, (DataError, ValueError)):
            return
        given = (*request.GET.lists(), *request.POST.lists())
        if any(_UNREADABLE.search(value) for _name, values in given for value in values):
            raise BadRequest("A null character or an endless number in the request.") from exception
        match = request.resolver_match
        key = match.kwargs.get("pk") if match is not None else None
        if isinstance(key, str) and not key.isdecimal():  # choosers of Wagtail take any word for a key
            raise Http404 from exception


class PrivatePages:
    """Forbids shared caches to keep a response to a person whom the site knows.

    A person who gave the password of a collection is known by the session only. Browsers must ask for a document each
    time, because it may have been replaced or closed since.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.session.accessed and not request.session.is_empty():
            patch_cache_control(response, private=True)
        if request.path_info.startswith("/documents/"):
            patch_cache_control(response, no_cache=True)
        return response


class ContentSecurityPolicy(CSPMiddleware):
    """Sets the strict content security policy everywhere and a wider one below `/cms/`."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if request.path_info.startswith("/cms/"):
            response._csp_replace = settings.CONTENT_SECURITY_POLICY_ADMIN  # type: ignore[attr-defined]
        return super().process_response(request, response)
