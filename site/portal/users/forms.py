"""The forms in which administrators and owners change an account."""

import re
from typing import Any

from allauth.account.forms import SignupForm
from allauth.mfa.models import Authenticator
from django import forms
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import (
    UserCreationForm as WagtailUserCreationForm,
    UserEditForm as WagtailUserEditForm,
)

from amendments.provisions.hidden import without_unseen
from amendments.text.visible_text import VisibleText
from consultations.access.exclusive_roles import contradiction, functions_of, functions_of_groups
from portal.users.actions.ask_change import refuse_taken
from portal.users.errors import AddressTaken
from portal.users.models import AccountChange, User
from portal.users.powers import is_privileged
from portal.users.roles import label_of

_ADDRESS = re.compile(r"@|://|\bwww\.", re.IGNORECASE)


class NameField(forms.CharField):
    """A name on one line: what has no shape is left out, so that no name looks like another or like none."""

    def to_python(self, value: Any) -> str:
        """Any: what a request holds."""
        typed: str = super().to_python(value) or ""
        return " ".join(without_unseen(typed).split())


class NameForm(VisibleText, forms.ModelForm[User]):
    """The owner of an account changes their name."""

    name = NameField(label=_("Name"), max_length=200)

    class Meta:
        model = User
        fields = ("name",)


class RolesField(forms.ModelMultipleChoiceField[Group]):
    """Shows groups with the labels of their roles, and groups of drafting bodies with their own names."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Group) -> str:
        """The label of the role instead of its slug."""
        return label_of(obj.name)


class AccountForm(VisibleText, forms.Form):
    """What both forms share: one name, no password, no superuser. An administrator cannot sign in as somebody else.

    A new address of an account and a role that grants something are not saved but stand in `asked`: another person
    confirms them (ADR 20).
    """

    first_name = None
    last_name = None
    is_superuser = None
    password_enabled = False
    name = NameField(label=_("Name"), max_length=200)
    groups = RolesField(
        label=_("Roles"),
        queryset=Group.objects.order_by("name"),
        required=False,
        help_text=_("A role with powers is given as soon as another administrator confirms it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked: list[tuple[AccountChange.Kind, str]] = []
        self.taken: list[str] = []  # the names of roles with powers that are taken away

    def clean(self) -> dict[str, Any]:
        """Set aside what another person must confirm, and refuse roles that exclude one another."""
        data = super().clean() or {}
        if "groups" in data:
            data["groups"] = self._given_at_once(list(data["groups"]))
        return data

    def _given_at_once(self, wanted: list[Group]) -> list[Group]:
        account: User = self.instance  # type: ignore[attr-defined] # both forms are model forms
        held = list(account.groups.all()) if account.pk else []
        functions = functions_of_groups(wanted)
        if account.pk:
            functions |= functions_of(account) - functions_of_groups(held)
        if words := contradiction(functions):
            self.add_error("groups", words)
            return held
        self.taken = [group.name for group in held if group not in wanted and is_privileged(group)]
        later = [group for group in wanted if group not in held and is_privileged(group)]
        self.asked += [(AccountChange.Kind.ROLE, group.name) for group in later]
        return [group for group in wanted if group not in later]


class UserCreationForm(AccountForm, WagtailUserCreationForm):
    """Creates an account. Its owner sets the password with “Forgot your password?”."""

    class Meta(WagtailUserCreationForm.Meta):
        fields = ("email", "name", "groups")

    def clean_email(self) -> str:
        """It must be free."""
        return _free(self.cleaned_data["email"], self.instance)

    def save(self, commit: bool = True) -> Any:
        """Leave the account without a password until its owner sets one."""
        self.instance.set_unusable_password()
        return super().save(commit)


class UserEditForm(AccountForm, WagtailUserEditForm):
    """Changes name, roles and whether the account is active. Nobody changes their own roles.

    Whoever could change the address alone could ask for a new password there and sign in as the owner.
    """

    class Meta(WagtailUserEditForm.Meta):
        fields = ("email", "name", "is_active", "groups")

    def __init__(self, *args: Any, editing_self: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        email = self.fields["email"]
        email.help_text = _(
            "A new address is used as soon as the person confirms it by the mail that the old address gets, or another "
            "administrator confirms it."
        )
        if not editing_self and Authenticator.objects.filter(user=self.instance.pk).exists():
            self.fields["remove_factor"] = forms.BooleanField(
                label=_("Remove the second factor"),
                required=False,
                help_text=_(
                    "For somebody who lost the telephone and the recovery codes. Another administrator confirms it."
                ),
            )
        if editing_self:
            email.disabled = True
            email.help_text = _("Change your own address in “My account”.")
            del self.fields["is_active"]
            del self.fields["groups"]

    def clean_remove_factor(self) -> bool:
        """Set it aside."""
        if self.cleaned_data["remove_factor"]:
            self.asked.append((AccountChange.Kind.FACTOR, ""))
        return False

    def clean_email(self) -> str:
        """Set a new address aside; it must be free."""
        present = str(self.initial["email"])
        wanted = User.objects.normalize_email(self.cleaned_data["email"])
        if wanted != present:
            _free(wanted, self.instance)
            self.asked.append((AccountChange.Kind.ADDRESS, wanted))
        return present


class SignUpForm(VisibleText, SignupForm):
    """Asks for the name of the person; takes as much time for an address that has an account as for a new one."""

    name = NameField(
        label=_("Your name"),
        max_length=200,
        help_text=_("It stands on your receipts. Readers see your comments as individual views, without it."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    field_order = ("name", "email", "password1", "password2")

    def clean_name(self) -> str:
        """Refuse addresses: a name stands in the mail that goes to any address that somebody types here."""
        name: str = self.cleaned_data["name"]
        if _ADDRESS.search(name):
            raise forms.ValidationError(_("Write your name alone, without an address."))
        return name

    def try_save(self, request: HttpRequest) -> Any:
        """Hash the password in either case: this takes most of the time."""
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)


def _free(address: str, account: User) -> str:
    try:
        refuse_taken(address, account)
    except AddressTaken as refusal:
        raise forms.ValidationError(str(refusal)) from None
    return address
