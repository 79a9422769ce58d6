"""Locks a place out of an account after wrong passwords or codes, for a while that grows (ADR 21).

Each account is counted apart for each place: a network address, or a browser that has signed in to the account before.
So nobody locks the owner out from elsewhere, nor from behind the same proxy.
"""

from datetime import datetime, timedelta
from math import ceil
from secrets import token_hex

from allauth.core.internal.ratelimit import truncate_ip
from django.core import signing
from django.db import transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.crypto import salted_hmac
from django.utils.translation import ngettext

from portal.users.models import FailedSignIn

FREE_TRIES = 5
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=1)
FORGOTTEN_AFTER = timedelta(hours=24)
LONGEST_LOGIN = 254  # characters, as long as the column
COOKIE = "madda_known"
COOKIE_AGE = timedelta(days=365)
_SALT = "portal.users.known"


def place_of(request: HttpRequest, login: str, address: str) -> str:
    """The browser, if it is known to the account; else the network address, of which IPv6 counts a whole network."""
    browser = _browser(request, login)
    return f"browser {browser}" if browser else str(truncate_ip(address))


def is_known(request: HttpRequest, login: str) -> bool:
    """Whether somebody has signed in to the account in this browser before."""
    return bool(_browser(request, login))


def _browser(request: HttpRequest, login: str) -> str:
    try:
        name, browser = signing.loads(request.COOKIES.get(COOKIE, ""), salt=_SALT, max_age=COOKIE_AGE)
    except (signing.BadSignature, ValueError):
        return ""
    return str(browser) if name == _name(login) else ""


def remember_browser(response: HttpResponseBase, login: str, *, is_secure: bool) -> None:
    """Let the browser be counted apart from others at its network address."""
    value = signing.dumps([_name(login), token_hex(8)], salt=_SALT)
    response.set_cookie(
        COOKIE,
        value,
        max_age=COOKIE_AGE,
        secure=is_secure,
        httponly=True,
        samesite="Lax",
        path="/accounts/",
    )


@transaction.atomic
def count_try(login: str, place: str, now: datetime) -> datetime | None:
    """The end of the lock of a place; None if it may try. The try is counted as a failure until `forget`.

    It is counted before the password is looked at, so that no more tries get through if many come at the same time.
    """
    key = {"login": _in_one_form(login), "place": place}
    row, _made = FailedSignIn.objects.select_for_update().get_or_create(**key, defaults={"last_at": now})
    if row.locked_until is not None and row.locked_until > now:
        return row.locked_until
    row.failures = 1 if row.last_at < now - FORGOTTEN_AFTER else row.failures + 1
    row.last_at = now
    row.locked_until = now + pause_after(row.failures) if row.failures >= FREE_TRIES else None
    row.save()
    return None


def wait_until(end: datetime, now: datetime) -> str:
    """What a locked place is told."""
    minutes = ceil((end - now).total_seconds() / 60)
    return ngettext(
        "Too many wrong passwords or codes were sent from here. Try again in %(minutes)d minute, or have a link sent to "
        "your address with “Locked out?”.",
        "Too many wrong passwords or codes were sent from here. Try again in %(minutes)d minutes, or have a link sent to "
        "your address with “Locked out?”.",
        minutes,
    ) % {"minutes": minutes}


def forget(login: str, place: str | None = None) -> None:
    """Take back what was counted of an account at a place, or everywhere."""
    rows = FailedSignIn.objects.filter(login=_in_one_form(login))
    (rows.filter(place=place) if place is not None else rows).delete()


def pause_after(failures: int) -> timedelta:
    """How long a place waits. From the fifth failure on, each pause is twice as long as the one before."""
    return min(FIRST_PAUSE * 2 ** min(failures - FREE_TRIES, 20), LONGEST_PAUSE)


def _in_one_form(login: str) -> str:
    return login.lower()[:LONGEST_LOGIN]


def _name(login: str) -> str:
    return salted_hmac(_SALT, _in_one_form(login), algorithm="sha256").hexdigest()[:32]


class ForgetFailures:
    """A job: what is a day old does not count any more."""

    slug = "failed_sign_ins"
    every = timedelta(hours=1)

    def run(self, now: datetime) -> None:
        """Delete the rows."""
        FailedSignIn.objects.filter(last_at__lt=now - FORGOTTEN_AFTER).delete()
