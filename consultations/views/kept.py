"""Keeps what a person typed after their session had ended or the round had closed, for its author only.

The form names the account for which it was shown, by an opaque name that only the server can make, signed with the
moment when it was shown. Text from a form without it is not kept: nobody is shown the form before signing in, so a
stranger cannot fill the table of sessions. One account keeps a few texts an hour, whose fields are cut. When
somebody else signs in on the same browser, the text is erased.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

from amendments.long_work.progress import shared_cache
from consultations.kept_text import account_name, account_of_proof

_KEPT = "consultations.kept"  # the key in the session
MOST_AN_HOUR = 10  # of one account
SHOWN_FOR = timedelta(days=2)  # after this time a form that was left open is only kept by the browser


def keep(request: HttpRequest, data: Mapping[str, object]) -> None:
    """Keep the form for the account that it names, if the server showed it to this account."""
    account = account_of_proof(request.POST.get("account", ""), SHOWN_FOR)
    if account and _is_among_few(account):
        request.session[_KEPT] = {"account": account, "path": request.path, **data}


def _is_among_few(account: str) -> bool:
    """Whether the account has not kept too many texts in this hour, in any process."""
    counted, key = shared_cache(), f"consultations.kept.{account}"
    return counted.add(key, 1, timeout=3600) or counted.incr(key) <= MOST_AN_HOUR


def take_back(request: HttpRequest, *, only_look: bool = False) -> dict[str, Any] | None:
    """What this person typed on this page, once unless they `only_look`. Text of somebody else is erased."""
    kept = request.session.get(_KEPT)
    if kept is None or (_is_of(kept, request.user) and kept["path"] != request.path):
        return None
    if not (only_look and _is_of(kept, request.user)):
        del request.session[_KEPT]
    return kept if _is_of(kept, request.user) else None


def erase_of_others(sender: object, request: HttpRequest, user: Any, **_more: object) -> None:
    """Erase text of another account when somebody signs in."""
    kept = request.session.get(_KEPT)
    if kept is not None and not _is_of(kept, user):
        del request.session[_KEPT]


def _is_of(kept: Mapping[str, Any], user: Any) -> bool:
    return user.is_authenticated and constant_time_compare(kept["account"], account_name(user))


def listen() -> None:
    """Erase text of others at every sign-in."""
    user_logged_in.connect(erase_of_others, dispatch_uid="consultations.kept")
