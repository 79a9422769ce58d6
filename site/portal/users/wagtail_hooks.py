"""Applies the rules for accounts to Wagtail's user management."""

from django.http import HttpRequest
from wagtail import hooks

from portal.users.accounts import refuse_bulk_action, refuse_deletion
from portal.users.models import User


def keep_account(request: HttpRequest, user: User) -> None:
    """Refuse to delete an account."""
    refuse_deletion()


hooks.register("before_delete_user", keep_account)
hooks.register("before_bulk_action", refuse_bulk_action)
