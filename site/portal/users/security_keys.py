"""Security keys (FIDO2) as second factors: their names, how many one account has, which the owner may remove, and copies."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import AddWebAuthnForm, AuthenticateWebAuthnForm, EditWebAuthnForm
from allauth.mfa.webauthn.internal.auth import parse_authentication_response, parse_registration_response
from allauth.mfa.webauthn.views import RemoveWebAuthnView
from django import forms
from django.contrib import messages
from django.contrib.auth import logout
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _, gettext_lazy

from amendments.text.visible_text import VisibleText
from portal.users import notices
from portal.users.factor_tries import one_try
from portal.users.models import User

MOST = 10  # keys of one account
APPROVED = frozenset({-7, -8, -35, -36, -37, -38, -39, -48, -49, -50, -257, -258, -259})
"""ECDSA with SHA-2, EdDSA, RSA with SHA-2, and ML-DSA, as COSE numbers them. The library takes secp256k1 and SHA-1 too."""
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
        made = parse_registration_response(credential).response.attestation_object.auth_data.credential_data
        if made is None or made.public_key.get(3) not in APPROVED:
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


class UseKeyForm(AuthenticateWebAuthnForm):
    """Takes the answer of a key. A key counts its answers, so that one which does not grow comes of a copy."""

    def clean_credential(self) -> Authenticator:
        """Refuse it then, and tell the owner, who keeps the other factors and the codes."""
        said = parse_authentication_response(self.cleaned_data["credential"])
        with one_try(self.user):
            key: Authenticator = super().clean_credential()
        if not _counts_on(key, said.response.authenticator_data.counter):
            notices.tell_copied_key(key.user, context.request)
            raise forms.ValidationError(
                _(
                    "The count of this key did not go on: somebody may have a copy of it. Use another factor or a "
                    "recovery code, and then remove the key."
                ),
                code="copied_key",
            )
        return key


class ShowKeyAgainForm(UseKeyForm):
    """Takes it within a session."""

    reauthenticated = True


def _counts_on(key: Authenticator, count: int) -> bool:
    """Note how far a key has counted; whether it went on. A key that always says 0 does not count."""
    with transaction.atomic():
        row = Authenticator.objects.select_for_update().get(pk=key.pk)
        before = row.data.get("count", row.wrap().authenticator_data.counter)
        if count <= before and (count or before):
            return False
        row.data["count"] = count
        row.save(update_fields=["data"])
    key.data = row.data
    return True


def one_at_a_time(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let changes of the factors of one account wait for each other: two at once would leave none, or one too many.

    Administrators who remove all of them end the sessions too, so that nothing is added by a session that waited.
    """

    @wraps(view)
    def waiting(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST" or not request.user.is_authenticated:
            return view(request, *args, **kwargs)
        with transaction.atomic():
            User.objects.select_for_update().get(pk=request.user.pk)
            if request.session.exists(request.session.session_key or ""):
                return view(request, *args, **kwargs)
        logout(request)
        return redirect("account_login")

    return waiting


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
