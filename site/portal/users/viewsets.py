"""Accounts in Wagtail's admin."""

from typing import Any

from wagtail.users.views.users import EditView, IndexView, UserViewSet

from portal.users.accounts import refuse_foreign_power
from portal.users.forms import UserCreationForm, UserEditForm
from portal.users.models import User


class AccountIndexView(IndexView):
    """The list of accounts, searched by name and e-mail address."""

    search_fields = ("name", "email")


class AccountEditView(EditView):
    """Keeps administrators of the site from changing accounts of the installation."""

    def get_object(self, queryset: Any = None) -> User:
        """Refuse the account of a superuser to everybody else."""
        account: User = super().get_object(queryset)
        refuse_foreign_power(self.request.user, [account])
        return account


class AccountViewSet(UserViewSet):
    """Wagtail's user management with our forms."""

    index_view_class = AccountIndexView
    edit_view_class = AccountEditView

    def get_form_class(self, for_update: bool = False) -> type[UserCreationForm] | type[UserEditForm]:
        return UserEditForm if for_update else UserCreationForm
