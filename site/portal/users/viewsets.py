"""Accounts in Wagtail's admin."""

from typing import Any

from wagtail.users.views.users import EditView, IndexView, UserViewSet

from portal.users.accounts import refuse_foreign_power
from portal.users.forms import UserCreationForm, UserEditForm
from portal.users.models import User


class AccountIndexView(IndexView):
    """The list, searched by the fields our accounts have."""

    search_fields = ("name", "email")


class AccountEditView(EditView):
    """Keeps the accounts of the installation out of the hands of an administrator of the site."""

    def get_object(self, queryset: Any = None) -> User:
        """Refuse a superuser to everybody else."""
        account: User = super().get_object(queryset)
        refuse_foreign_power(self.request.user, [account])
        return account


class AccountViewSet(UserViewSet):
    """Wagtail's user management with our forms."""

    index_view_class = AccountIndexView
    edit_view_class = AccountEditView

    def get_form_class(self, for_update: bool = False) -> type[UserCreationForm] | type[UserEditForm]:
        """Our forms."""
        return UserEditForm if for_update else UserCreationForm
