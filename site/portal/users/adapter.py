"""How allauth treats our accounts."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from portal.users.models import User


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc] # allauth ships no types
    """Signs people up with the name they give."""

    def populate_username(self, request: HttpRequest, user: User) -> None:
        """There is no user name."""

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        """Use the part before the at sign until the person enters a name."""
        user.name = user.name or form.cleaned_data["email"].partition("@")[0]
        saved: User = super().save_user(request, user, form, commit)
        return saved
