"""Counts wrong codes and answers of security keys for each place apart, as wrong passwords are (ADR 21)."""

from collections.abc import Iterator
from contextlib import contextmanager

from allauth.account.adapter import get_adapter
from allauth.core import context, ratelimit
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from django import forms
from django.utils import timezone

from portal.users import locks, security_log
from portal.users.models import User


@contextmanager
def one_try(user: User) -> Iterator[None]:
    """Refuse a locked place before the code is looked at, and forget its failures after the right one.

    allauth also counts a day's failures of the account wherever they come from. A try in a browser that the owner has
    signed in with forgets these, because whoever stole the password could hold the owner out with them.
    """
    request, login, now = context.request, user.email, timezone.now()
    place = f"factor {locks.place_of(request, login, get_adapter().get_client_ip(request))}"
    if until := locks.count_try(login, place, now):
        security_log.note_locked(request, login)
        raise forms.ValidationError(locks.wait_until(until, now))
    if locks.is_known(request, login):
        ratelimit.clear(request, action="login_failed", key=f"mfa-auth-user-{user.pk}")
    yield
    locks.forget(login, place)


class CodeForm(AuthenticateForm):
    """Takes the code of an app or a recovery code at the sign-in."""

    def clean_code(self) -> str:
        """Count it."""
        with one_try(self.user):
            code: str = super().clean_code()
        return code


class CodeAgainForm(ReauthenticateForm):
    """Takes it within a session."""

    def clean_code(self) -> str:
        """Count it."""
        with one_try(self.user):
            code: str = super().clean_code()
        return code
