"""The mails that tell people and administrators of changes of accounts, each in the reader's language."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.core.cache import cache
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _, override

from consultations.letters.pacing import language_of
from consultations.letters.wording import absolute
from portal.home.site_name import site_name
from portal.users import security_log
from portal.users.browsers import browser_said
from portal.users.links import link_to
from portal.users.models import AccountChange, User
from portal.users.powers import keepers, privileged
from portal.users.roles import label_of

_NEW = timedelta(days=1)
_PAUSE = timedelta(hours=1)
_MADE = {
    AccountChange.Kind.ADDRESS: "users/mails/address_changed.txt",
    AccountChange.Kind.ROLE: "users/mails/role_given.txt",
    AccountChange.Kind.FACTOR: "users/mails/factor_removed.txt",
}
_ASKED = {
    AccountChange.Kind.ADDRESS: "users/mails/confirm_address.txt",
    AccountChange.Kind.ROLE: "users/mails/role_asked.txt",
    AccountChange.Kind.FACTOR: "users/mails/factor_asked.txt",
}


def tell_asked(change: AccountChange) -> None:
    """Ask the old address to confirm a new one; tell the owner of a role, and the administrators, what waits."""
    own = _ASKED[change.Kind(change.kind)]
    context = {"link": link_to(change) if change.kind == change.Kind.ADDRESS else ""}
    _send(change.account, [change.old_address], own, change, **context)
    for keeper in _others(change):
        _send(keeper, [keeper.email], "users/mails/change_asked.txt", change, link=_list_url())


def tell_decided(change: AccountChange) -> None:
    """Tell the owner, at the old address too, and the administrators what became of a change."""
    is_made = change.state == change.State.MADE
    template = _MADE[change.Kind(change.kind)] if is_made else "users/mails/change_refused.txt"
    for address in dict.fromkeys([change.old_address, change.account.email]):
        _send(change.account, [address], template, change)
    for keeper in _others(change):
        _send(keeper, [keeper.email], template, change)


def tell_made(account: User, by: User) -> None:
    """Tell somebody that an administrator made an account for them, and how they set its password."""
    with override(_language(account, by)):
        context = {"account": account, "by": by, "link": absolute(reverse("account_reset_password"))}
        _write([account.email], "users/mails/account_made.txt", context)


def tell_taken(account: User, roles: Iterable[str], by: User) -> None:
    """Tell the owner and the administrators of roles that an administrator took away."""
    names = list(roles)
    for reader in [account, *keepers().exclude(pk=account.pk)]:
        with override(language_of(reader)):
            context = {
                "account": account,
                "by": by,
                "roles": ", ".join(str(label_of(name)) for name in names),
            }
            _write([reader.email], "users/mails/role_taken.txt", context)


def tell_closed(account: User) -> None:
    """Write to the address of an account, before it is forgotten, that its owner closed it."""
    with override(language_of(account)):
        _write([account.email], "users/mails/account_closed.txt", {"account": account})


def tell_new_browser(account: User, request: HttpRequest, place: str) -> None:
    """Tell the owner that the account was opened in a browser that it did not know. An account of today has none yet."""
    if timezone.now() - account.date_joined > _NEW:
        _tell_where(account, "users/mails/new_browser.txt", request, place)


def note_wrong_code(sender: object, user: User, request: HttpRequest, **_signal: Any) -> None:
    """Receives allauth's `authentication_failed`: whoever gets so far knows the password. One mail an hour."""
    _tell_once_an_hour(user, "users/mails/wrong_code.txt", request)


def tell_copied_key(account: User, request: HttpRequest) -> None:
    """Tell the owner that a security key counted backwards. One mail an hour, a line in the log each time."""
    security_log.note("security key may be copied", request, account.pk)
    _tell_once_an_hour(account, "users/mails/key_copied.txt", request)


def _tell_once_an_hour(account: User, template: str, request: HttpRequest) -> None:
    if cache.add(f"told {template} {account.pk}".replace(" ", "-"), 1, _PAUSE.total_seconds()):
        _tell_where(account, template, request, security_log.place_of(request))


def _tell_where(account: User, template: str, request: HttpRequest, place: str) -> None:
    with override(language_of(account)):
        context = {
            "account": account,
            "browser": browser_said(request.headers.get("User-Agent", "")),
            "place": place,
            "link": absolute(reverse("account_sessions")),
        }
        _write([account.email], template, context)


def note_own_change(sender: object, user: User, from_email_address: Any, **_: object) -> None:
    """Receives allauth's `email_changed`: administrators are told if an account with powers has a new address.

    allauth tells the old address itself (`ACCOUNT_EMAIL_NOTIFICATIONS`).
    """
    old = from_email_address.email if from_email_address else ""
    if not privileged(user.groups.all()):
        return
    for keeper in keepers().exclude(pk=user.pk):
        with override(language_of(keeper)):
            _write([keeper.email], "users/mails/owner_changed_address.txt", {"account": user, "old": old})


def _others(change: AccountChange) -> Iterable[User]:
    return keepers().exclude(pk=change.account_id)


def _language(reader: User, administrator: User) -> str:
    """Whoever has never signed in has no language yet and is written to in that of the administrator."""
    return language_of(reader if reader.last_login else administrator)


def _list_url() -> str:
    return absolute(reverse("account_changes"))


def _send(reader: User, to: list[str], template: str, change: AccountChange, **more: Any) -> None:
    with override(_language(reader, change.asked_by)):
        value = label_of(change.value) if change.kind == change.Kind.ROLE else change.value
        _write(to, template, {"change": change, "account": change.account, "value": value, **more})


def _write(to: list[str], template: str, context: dict[str, Any]) -> None:
    """Called inside the reader's language. Words for people are not escaped: a mail is plain text."""
    body = render_to_string(template, {"site_name": site_name(), **context})
    subject = _("Your account on %(site)s") if to == [context["account"].email] else _("Accounts of %(site)s")
    EmailMessage(
        subject % {"site": site_name()}, body, to=to, headers={"Auto-Submitted": "auto-generated"}
    ).send()
