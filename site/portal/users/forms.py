"""The forms in which administrators and owners change an account."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import (
    UserCreationForm as WagtailUserCreationForm,
    UserEditForm as WagtailUserEditForm,
)

from amendments.text.visible_text import VisibleText
from portal.users.models import User
from portal.users.roles import Role


class NameForm(VisibleText, forms.ModelForm[User]):
    """The owner of an account changes their name."""

    class Meta:
        model = User
        fields = ("name",)


class RolesField(forms.ModelMultipleChoiceField[Group]):
    """Shows groups with the labels of their roles, and groups of drafting bodies with their own names."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Group) -> str:
        """The label of the role instead of its slug."""
        return str(Role(obj.name).label) if obj.name in Role else obj.name


class AccountForm(VisibleText, forms.Form):
    """What both forms share: one name, no password, no superuser. An administrator cannot sign in as somebody else."""

    first_name = None
    last_name = None
    is_superuser = None
    password_enabled = False
    name = forms.CharField(label=_("Name"), max_length=200)
    groups = RolesField(label=_("Roles"), queryset=Group.objects.order_by("name"), required=False)


class UserCreationForm(AccountForm, WagtailUserCreationForm):
    """Creates an account. Its owner sets the password with “Forgot your password?”."""

    class Meta(WagtailUserCreationForm.Meta):
        fields = ("email", "name", "groups")

    def save(self, commit: bool = True) -> Any:
        """Leave the account without a password until its owner sets one."""
        self.instance.set_unusable_password()
        return super().save(commit)


class UserEditForm(AccountForm, WagtailUserEditForm):
    """Changes name, roles and whether the account is active. Nobody changes their own roles.

    The address is changed by the owner as soon as there is a password. Whoever else changed it could ask for a new
    password there and sign in as the owner.
    """

    class Meta(WagtailUserEditForm.Meta):
        fields = ("email", "name", "is_active", "groups")

    def __init__(self, *args: Any, editing_self: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.has_usable_password():
            self.fields["email"].disabled = True
            self.fields["email"].help_text = _("Only the owner of the account changes its address.")
        if editing_self:
            del self.fields["is_active"]
            del self.fields["groups"]
