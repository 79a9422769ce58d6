"""Adapts allauth to accounts without user names."""

from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter, get_adapter
from django.http import HttpRequest

from portal.users.models import User


class AccountAdapter(DefaultAccountAdapter):
    """Creates accounts with an e-mail address and a name."""

    def populate_username(self, request: HttpRequest, user: User) -> None:
        """Do nothing: there is no user name."""

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        """Use the part before the at sign until the person enters a name."""
        user.name = user.name or form.cleaned_data["email"].partition("@")[0]
        saved: User = super().save_user(request, user, form, commit)
        return saved


def attempted_address(request: HttpRequest | None, credentials: Mapping[str, str] | None) -> str:
    """The account of an attempt to sign in, for counting failures. allauth calls it `email`, Django `username`."""
    tried = credentials or {}
    posted = request.POST.get("login", "") if request else ""
    return (tried.get("email") or tried.get("username") or posted).lower()


def client_address(request: HttpRequest) -> str:
    """The address of the client, for the locks and limits of signing in."""
    address: str = get_adapter(request).get_client_ip(request)
    return address
