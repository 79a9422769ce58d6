"""Who signed in, failed to, signed out, changed a password or a factor, and what was refused: a line in the log for each.

A line names the account by its number and the network address. It holds no password, no code, no link and nothing that
a stranger typed: people type passwords into the field of the address.
"""

import logging
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from allauth.account import signals as account
from allauth.account.adapter import get_adapter
from allauth.mfa import signals as factors
from django.contrib.auth import signals as auth
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.encoding import escape_uri_path

from portal.users.models import User

logger = logging.getLogger("madda.security")
_REFUSALS = (HTTPStatus.BAD_REQUEST, HTTPStatus.FORBIDDEN, HTTPStatus.METHOD_NOT_ALLOWED)
_WITH_LINKS = ("/accounts/", "/consultations/letters/", "/search/saved/")  # whose addresses hold secrets


def note(what: str, request: HttpRequest | None, account_pk: int | None) -> None:
    """Write one line."""
    logger.info("%s account=%s from=%s", what, account_pk or "none", place_of(request))


def place_of(request: HttpRequest | None) -> str:
    """The network address behind the proxies of the deployment; “unknown” of a command or a socket without one."""
    if request is None:
        return "unknown"
    try:
        return str(get_adapter().get_client_ip(request))
    except PermissionDenied:
        return "unknown"


def note_failure(credentials: dict[str, Any], request: HttpRequest | None = None, **_signal: Any) -> None:
    """Receives `user_login_failed`. An address without an account is “none”."""
    note(
        "wrong password", request, _account_of(credentials.get("email") or credentials.get("username") or "")
    )


def note_locked(request: HttpRequest, login: str) -> None:
    """A place that is locked out of an account tried again."""
    note("refused while locked", request, _account_of(login))


def _account_of(login: str) -> int | None:
    return User.objects.filter(email__iexact=login).values_list("pk", flat=True).first()


def connect() -> None:
    """Connect the signals of Django and allauth."""
    auth.user_login_failed.connect(note_failure, dispatch_uid="portal.users.security_log")
    for what, signal in (
        ("signed in", auth.user_logged_in),
        ("signed out", auth.user_logged_out),
        ("signed up", account.user_signed_up),
        ("password changed", account.password_changed),
        ("password set by a link", account.password_reset),
        ("address changed", account.email_changed),
        ("second factor added", factors.authenticator_added),
        ("second factor removed", factors.authenticator_removed),
        ("recovery codes made anew", factors.authenticator_reset),
        ("second factor shown", factors.authenticator_used),
        ("wrong code", factors.authentication_failed),  # or one that was used before
    ):
        signal.connect(_receiver(what), weak=False, dispatch_uid=f"portal.users.security_log {what}")


def _receiver(what: str) -> Callable[..., None]:
    def receive(user: User | None = None, request: HttpRequest | None = None, **_signal: Any) -> None:
        note(what, request, getattr(user, "pk", None))

    return receive


class NoteRefusals:
    """Writes a line for each answer that refuses somebody, hides something, or refuses a method or a broken request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code in _REFUSALS or _is_hidden(request, response):
            note(
                f"refused {request.method} {_said(request.path_info)}",
                request,
                getattr(request.user, "pk", None),
            )
        return response


def _is_hidden(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether a view said to somebody who is signed in that nothing is there, as it says of what is not for them."""
    is_missing = response.status_code == HTTPStatus.NOT_FOUND and request.resolver_match is not None
    return is_missing and bool(request.user.is_authenticated)


def _said(path: str) -> str:
    """The address without the secrets of links and without line breaks."""
    folder = next((folder for folder in _WITH_LINKS if path.startswith(folder)), None)
    return f"{folder}…" if folder else escape_uri_path(path)
