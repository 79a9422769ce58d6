"""The forms with which an administrator manages accounts in Wagtail's admin."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import (
    UserCreationForm as WagtailUserCreationForm,
    UserEditForm as WagtailUserEditForm,
)


class AccountForm(forms.Form):
    """One name; no password and no superuser: an administrator hands out roles and cannot become somebody else."""

    first_name = None
    last_name = None
    is_superuser = None
    password_enabled = False
    name = forms.CharField(label=_("Name"), max_length=200)


class UserCreationForm(AccountForm, WagtailUserCreationForm):
    """A new account; its owner sets the password through “Forgot your password?”."""

    class Meta(WagtailUserCreationForm.Meta):
        fields = ("email", "name", "groups")

    def save(self, commit: bool = True) -> Any:
        """Leave the account without a password until its owner sets one."""
        self.instance.set_unusable_password()
        return super().save(commit)


class UserEditForm(AccountForm, WagtailUserEditForm):
    """Name, address, roles, active or not. Nobody changes their own roles."""

    class Meta(WagtailUserEditForm.Meta):
        fields = ("email", "name", "is_active", "groups")

    def __init__(self, *args: Any, editing_self: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if editing_self:
            del self.fields["is_active"]
            del self.fields["groups"]
