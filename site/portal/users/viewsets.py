"""Accounts and roles in Wagtail's admin."""

from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _, gettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.tables import TitleColumn
from wagtail.users.views.groups import (
    CreateView as GroupCreateView,
    EditView as GroupEditView,
    GroupViewSet,
    IndexView as GroupIndexView,
)
from wagtail.users.views.users import CreateView, EditView, IndexView, UserFilterSet, UserViewSet

from amendments.audit.actor import Actor
from consultations.access.exclusive_roles import functions_of, refuse_joined
from consultations.errors import RolesExclude
from portal.users import notices
from portal.users.accounts import refuse_foreign_power
from portal.users.actions.ask_change import AskChange
from portal.users.forms import UserCreationForm, UserEditForm
from portal.users.models import User
from portal.users.roles import label_of


class AccountFilterSet(UserFilterSet):
    """The filters of the list of accounts, with roles under the names that they have on screen."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = self.filters["group"]
        roles.label = _("Role")
        roles.field.label_from_instance = lambda group: label_of(group.name)


class AccountIndexView(IndexView):
    """The list of accounts, searched by name and e-mail address. Its rows leave the site in no file."""

    FORMATS = ()
    search_fields = ("name", "email")


class AsksOthers:
    """Saves an account, and asks another person to confirm what the form set aside."""

    request: Any
    form: Any

    @transaction.atomic
    def save_instance(self) -> User:
        """All or nothing."""
        account: User = super().save_instance()  # type: ignore[misc] # of Wagtail's view
        actor = Actor.now(self.request.user)
        for kind, value in self.form.asked:
            AskChange(account, kind, value, actor=actor).execute()
        if self.form.taken:
            notices.tell_taken(account, self.form.taken, actor.user)
        if self.form.asked:
            messages.warning(
                self.request,
                _("What needs a second person waits under “Changes of accounts”. Mails ask for it."),
            )
        return account


class AccountCreateView(AsksOthers, CreateView):
    """Creates an account; its roles wait. Its owner is told how to set the password."""

    @transaction.atomic
    def save_instance(self) -> User:
        """The mail is a row of the same transaction."""
        account = super().save_instance()
        notices.tell_made(account, self.request.user)
        return account


class AccountEditView(AsksOthers, EditView):
    """Keeps administrators of the site from changing accounts of the installation."""

    def get_object(self, queryset: Any = None) -> User:
        """Refuse the account of a superuser to everybody else."""
        account: User = super().get_object(queryset)
        refuse_foreign_power(self.request.user, [account])
        return account


class AccountViewSet(UserViewSet):
    """Wagtail's user management with our forms."""

    index_view_class = AccountIndexView
    filterset_class = AccountFilterSet
    add_view_class = AccountCreateView
    edit_view_class = AccountEditView

    def get_form_class(self, for_update: bool = False) -> type[UserCreationForm] | type[UserEditForm]:
        return UserEditForm if for_update else UserCreationForm


class WholeGroup:
    """Saves a group with its page permissions all or not at all."""

    object: Any

    def process_form(self) -> HttpResponse:
        """Show the form again if the group would join roles of somebody that exclude one another."""
        try:
            with transaction.atomic():
                answer: HttpResponse = super().process_form()  # type: ignore[misc] # of Wagtail's view
                for user in self.object.user_set.all() if self.object.pk else ():
                    refuse_joined(user, functions_of(user))
                return answer
        except RolesExclude as refusal:
            self.produced_error_message = str(refusal)
            form = self.get_form()  # type: ignore[attr-defined] # of Wagtail's view
            form.add_error(None, str(refusal))
            return self.form_invalid(form)  # type: ignore[attr-defined] # of Wagtail's view


class RoleCreateView(WholeGroup, GroupCreateView):
    """Creates a group."""


class RoleEditView(WholeGroup, GroupEditView):
    """Changes a group."""


class RoleIndexView(GroupIndexView):
    """The list of groups, under the names that roles have on screen."""

    columns = (
        TitleColumn(
            "name",
            label=gettext_lazy("Name"),
            accessor=lambda group: label_of(group.name),
            sort_key="name",
            url_name="wagtailusers_groups:edit",
        ),
    )


class RoleViewSet(GroupViewSet):
    """Wagtail's groups with our list and our form."""

    index_view_class = RoleIndexView
    add_view_class = RoleCreateView
    edit_view_class = RoleEditView
