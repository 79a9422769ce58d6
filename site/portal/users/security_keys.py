"""Security keys (FIDO2) as second factors: their names, how many one account has, and which the owner may remove."""

import json
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from allauth.mfa.webauthn.views import RemoveWebAuthnView
from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _, gettext_lazy

from amendments.text.visible_text import VisibleText

MOST = 10  # keys of one account
_LONGEST_ANSWER = 20_000  # characters: what a key says of itself is stored
_NAME = gettext_lazy("Name of the key")


class AddKeyForm(VisibleText, AddWebAuthnForm):
    """Adds a key. The script of the page fills `credential` with what the key answered."""

    name = forms.CharField(label=_NAME, max_length=100, required=False)

    def clean_credential(self) -> Any:
        """Refuse what no key answers, and more keys than a person has. Any: JSON."""
        credential = self.cleaned_data["credential"]
        if not isinstance(credential, dict) or len(json.dumps(credential)) > _LONGEST_ANSWER:
            raise get_adapter().validation_error("incorrect_code")
        if Authenticator.objects.filter(user=self.user, type=Authenticator.Type.WEBAUTHN).count() >= MOST:
            raise forms.ValidationError(
                _("An account has at most %(most)d security keys. Remove one first.") % {"most": MOST},
                code="too_many_keys",
            )
        return credential


class EditKeyForm(VisibleText, EditWebAuthnForm):
    """Renames a key."""

    name = forms.CharField(label=_NAME, max_length=100)


@method_decorator(reauthentication_required(app="allauth.mfa"), name="dispatch")
class RemoveKey(RemoveWebAuthnView):
    """Removes a key, unless it is the last factor of somebody who needs one."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Any: the empty form of the page."""
        if not get_adapter().can_delete_authenticator(self.object):
            messages.error(
                self.request,
                _("Your role needs a second factor. Add another one before you remove this one."),
            )
            return redirect("mfa_list_webauthn")
        response: HttpResponse = super().form_valid(form)
        return response
