"""Keeps public pages in the memory of the process and answers anonymous visitors from there.

A page is kept as it was sent to somebody of whom the site knows nothing: no session, no message, no form with a token.
It is shown until the generation is raised, until the next moment at which a page changes by itself, and no longer than a
minute, because a process may die between its commit and the raise. Proxies may keep it too, but ask each time (ETag).
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus
from threading import Lock
from typing import TypeGuard

from cachetools import LRUCache
from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers, set_response_etag
from django.utils.translation import get_language

from amendments.copies.generation import generation
from amendments.hooks import MOMENTS, collect
from amendments.views.redlines import PHONE
from amendments.views.text_choice import AUTHENTIC, COOKIE

MOST_BYTES = 64 * 1024 * 1024  # in one process; the redline of a long code has about 5 MB
_AT_MOST = timedelta(seconds=60)
_VARY = {"cookie", "accept-language", "hx-request", PHONE.lower()}  # what varies on anything else is not kept
_SENT = ("Content-Type", "ETag", "Content-Language", "Link", "Vary")

logger = logging.getLogger(__name__)

GetResponse = Callable[[HttpRequest], HttpResponseBase]
Key = tuple[str | bool | None, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """A page that can be sent again until a moment."""

    content: bytes
    headers: tuple[tuple[str, str], ...]
    until: datetime

    def response(self) -> HttpResponse:
        """The page, to be asked for each time."""
        response = HttpResponse(self.content, headers=dict(self.headers))
        response.headers["Cache-Control"] = "public, no-cache"
        patch_vary_headers(response, ["Cookie"])
        return response


class PublicCopies:
    """The middleware; below everything that sets cookies and headers of its own, above everything that costs."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self._copies: LRUCache[Key, Copy] = LRUCache(MOST_BYTES, getsizeof=lambda copy: len(copy.content))
        self._lock = Lock()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not _is_anonymous(request):
            return self.get_response(request)
        try:
            now, key = timezone.now(), _key(request)
        except DatabaseError:  # the shared cache fails; a page that is made anew is right all the same
            logger.warning("Pages are not kept", exc_info=True)
            return self.get_response(request)
        with self._lock:
            copy = self._copies.get(key)
        if copy is None or copy.until <= now:
            response = self.get_response(request)
            if not _is_public(response, request):
                return response
            copy = _copy_of(response, _until(now))
            self._keep(key, copy)
        answer = copy.response()
        return get_conditional_response(request, etag=answer.headers["ETag"], response=answer) or answer

    def _keep(self, key: Key, copy: Copy) -> None:
        if len(copy.content) < MOST_BYTES:
            with self._lock:
                self._copies[key] = copy


def _key(request: HttpRequest) -> Key:
    address = (request.scheme, request.get_host(), request.get_full_path())
    is_phone = request.headers.get(PHONE) == "?1"
    return (generation(), *address, get_language(), request.COOKIES.get(COOKIE) == AUTHENTIC, is_phone)


def _is_anonymous(request: HttpRequest) -> bool:
    """Whether the site knows nothing of the visitor but the chosen language and wording."""
    known = {COOKIE, settings.LANGUAGE_COOKIE_NAME, settings.CSRF_COOKIE_NAME}
    return (
        request.method in ("GET", "HEAD")
        and known.issuperset(request.COOKIES)
        and "HX-Request" not in request.headers
        and "Authorization" not in request.headers
        and not getattr(request, "is_preview", False)  # of a page in Wagtail's editor
    )


def _is_public(response: HttpResponseBase, request: HttpRequest) -> TypeGuard[HttpResponse]:
    """Whether everybody may be sent this response."""
    said = getattr(request, "_messages", None)
    vary = {name.strip().lower() for name in response.headers.get("Vary", "").split(",") if name.strip()}
    return (
        request.method == "GET"
        and response.status_code == HTTPStatus.OK
        and isinstance(response, HttpResponse)
        and response.headers.get("Content-Type", "").startswith("text/html")
        and not response.has_header("Cache-Control")
        and not response.cookies
        and not request.META.get("CSRF_COOKIE_NEEDS_UPDATE")  # a form with a token
        and not request.session.modified
        and not (said is not None and said.added_new)
        and vary <= _VARY
    )


def _copy_of(response: HttpResponse, until: datetime) -> Copy:
    set_response_etag(response)
    headers = tuple((name, response.headers[name]) for name in _SENT if name in response.headers)
    return Copy(response.content, headers, until)


def _until(now: datetime) -> datetime:
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    turns = (moments.next_after(now) for moments in collect(MOMENTS))
    return min(now + _AT_MOST, midnight, *(moment for moment in turns if moment is not None))
