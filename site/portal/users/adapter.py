"""How allauth treats our accounts."""

from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter, get_adapter
from django.http import HttpRequest

from portal.users.models import User


class AccountAdapter(DefaultAccountAdapter):
    """Signs people up with the name they give."""

    def populate_username(self, request: HttpRequest, user: User) -> None:
        """There is no user name."""

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        """Use the part before the at sign until the person enters a name."""
        user.name = user.name or form.cleaned_data["email"].partition("@")[0]
        saved: User = super().save_user(request, user, form, commit)
        return saved


def attempted_address(request: HttpRequest | None, credentials: Mapping[str, str] | None) -> str:
    """The account that somebody tries to enter, for the count of failures: allauth says `email`, Django `username`."""
    tried = credentials or {}
    posted = request.POST.get("login", "") if request else ""
    return (tried.get("email") or tried.get("username") or posted).lower()


def client_address(request: HttpRequest) -> str:
    """Where a request comes from: one answer for the locks and the limits of signing in."""
    address: str = get_adapter(request).get_client_ip(request)
    return address
