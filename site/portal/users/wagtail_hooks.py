"""Adds to Wagtail's user management. It only registers."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.users.accounts import refuse_bulk_action, refuse_deletion
from portal.users.change_views import account_changes, answer_change, ask_roles_in_bulk
from portal.users.lock_views import locked
from portal.users.locks import ForgetFailures
from portal.users.models import User
from portal.users.my_work import AccountsWork
from portal.users.personal_data import KINDS
from portal.users.powers import keeps_accounts
from portal.users.section_views import add_drafter, drafting_bodies, drafting_body, open_section
from portal.users.session_ends import ForgetSignIns


class ChangesItem(MenuItem):
    """Shown to those who keep the accounts."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the person may confirm changes."""
        return keeps_accounts(request.user)


def keep_account(request: HttpRequest, user: User) -> None:
    """Refuse to delete an account."""
    refuse_deletion()


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern]:
    """The list of changes that wait, and the answers to them."""
    return [
        path("account-changes/", account_changes, name="account_changes"),
        path("locked-sign-ins/", locked, name="locked_sign_ins"),
        path("drafting-bodies/", drafting_bodies, name="drafting_bodies"),
        path("drafting-bodies/add/", open_section, name="open_section"),
        path("drafting-bodies/<int:pk>/", drafting_body, name="drafting_body"),
        path("drafting-bodies/<int:pk>/add/", add_drafter, name="add_drafter"),
        path("account-changes/<int:pk>/", answer_change, name="answer_account_change"),
    ]


@hooks.register("register_settings_menu_item")
def changes_item() -> MenuItem:
    """The way to that list."""
    return ChangesItem(_("Changes of accounts"), reverse("account_changes"), icon_name="user", order=605)


@hooks.register("register_settings_menu_item")
def bodies_item() -> MenuItem:
    """The way to the drafting bodies and their drafters."""
    return ChangesItem(_("Drafting bodies"), reverse("drafting_bodies"), icon_name="group", order=604)


@hooks.register("register_settings_menu_item")
def locked_item() -> MenuItem:
    """The way to the accounts that are locked somewhere."""
    return ChangesItem(_("Locked sign-ins"), reverse("locked_sign_ins"), icon_name="lock", order=606)


@hooks.register("register_periodic_jobs")
def periodic_jobs() -> list[object]:
    """What the runner does for accounts."""
    return [ForgetFailures(), ForgetSignIns()]


@hooks.register("register_personal_data")
def personal_data() -> list[object]:
    """What the accounts keep of a person."""
    return [kind() for kind in KINDS]


@hooks.register("register_work")
def work() -> AccountsWork:
    """What waits for administrators."""
    return AccountsWork()


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """The words of our steps in the site history."""
    for name, label in (
        ("users.ask_change", _("Change of an account asked for")),
        ("users.confirm_change", _("Change of an account confirmed")),
        ("users.refuse_change", _("Change of an account refused")),
        ("users.end_drafting", _("Drafting for a body ended")),
        ("users.unlock_sign_in", _("Sign-in to an account unlocked")),
        ("users.close_account", _("Account closed by its owner")),
    ):
        actions.register_action(name, label, label)


hooks.register("before_delete_user", keep_account)
hooks.register("before_bulk_action", refuse_bulk_action)
hooks.register("before_bulk_action", ask_roles_in_bulk, order=1)
