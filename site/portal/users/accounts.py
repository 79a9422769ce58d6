"""What nobody may do to an account on any screen."""

from collections.abc import Iterable
from typing import Any, NoReturn

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from portal.users.models import User


def refuse_deletion() -> NoReturn:
    """Refuse to delete an account: the record names its person."""
    raise PermissionDenied(
        _(
            "Accounts cannot be deleted, because the record names their owners. Deactivate the account "
            "instead."
        )
    )


def refuse_foreign_power(actor: User | AnonymousUser, accounts: Iterable[User]) -> None:
    """Let only a superuser change the account of a superuser."""
    if not actor.is_superuser and any(account.is_superuser for account in accounts):
        raise PermissionDenied(_("Only the operator of the site can change this account."))


def refuse_bulk_action(
    request: HttpRequest, action: str, accounts: Iterable[Any], view: Any
) -> HttpResponse | None:
    """Apply the same rules to Wagtail's bulk actions, and let nobody change their own roles."""
    if view.model is not User:
        return None
    if action == "delete":
        refuse_deletion()
    chosen = list(accounts)
    refuse_foreign_power(request.user, chosen)
    if request.user in chosen:
        raise PermissionDenied(_("You cannot change your own roles. Ask another administrator."))
    return None
