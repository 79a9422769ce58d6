"""People with some roles sign in with a second factor (`MADDA_SECOND_FACTOR_ROLES`)."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import Group
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from portal.users.models import User

ALWAYS_OPEN = ("/i18n/", "/static/", "/healthz", "/readyz", "/accounts/login/", "/accounts/logout/")
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)  # recovery codes only stand in for one
_PROVED = "second_factor"  # the key in the session: this person showed the factor in this session


def is_required_of(user: Any) -> bool:
    """Whether the person has a role that needs one. Superusers do as soon as any role does."""
    roles = settings.MADDA_SECOND_FACTOR_ROLES
    return bool(roles) and bool(user.is_superuser or user.groups.filter(name__in=roles).exists())


def has_another(factor: Authenticator) -> bool:
    """Whether the account has a second factor beside this one."""
    return Authenticator.objects.filter(user=factor.user_id, type__in=FACTORS).exclude(pk=factor.pk).exists()


def note_proof(request: HttpRequest, user: User, **_signal: Any) -> None:
    """Remember in the session that the person showed the factor or has just set it up."""
    request.session[_PROVED] = user.pk


class RequireSecondFactor:
    """Lets people see only what they need to set up or show their second factor, until they have done so.

    A session that began before the factor was set up must show it too, because the password alone opened it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._detour(request) or self.get_response(request)

    def _detour(self, request: HttpRequest) -> HttpResponse | None:
        user, path = request.user, request.path_info
        if (
            not settings.MADDA_SECOND_FACTOR_ROLES
            or not user.is_authenticated
            or path.startswith(ALWAYS_OPEN)
        ):
            return None
        if request.session.get(_PROVED) == user.pk:
            return None
        has_app, has_key, is_needed = _standing_of(user.pk)
        if has_app or has_key:
            return _ask_for_factor(
                request, "mfa_reauthenticate" if has_app else "mfa_reauthenticate_webauthn"
            )
        if not is_needed or path.startswith("/accounts/"):
            return None
        messages.warning(
            request, _("Your role needs a second factor. Set it up here; then all pages open again.")
        )
        return redirect("mfa_index")


def _standing_of(pk: int) -> tuple[bool, bool, bool]:
    """Whether the person has an app that makes codes, has a security key, and needs one of them. One query."""
    factors = Authenticator.objects.filter(user=OuterRef("pk"))
    groups = Group.objects.filter(user=OuterRef("pk"), name__in=settings.MADDA_SECOND_FACTOR_ROLES)
    people = User.objects.annotate(
        has_app=Exists(factors.filter(type=Authenticator.Type.TOTP)),
        has_key=Exists(factors.filter(type=Authenticator.Type.WEBAUTHN)),
        has_role=Exists(groups),
    )
    has_app, has_key, has_role, is_superuser = people.values_list(
        "has_app", "has_key", "has_role", "is_superuser"
    ).get(pk=pk)
    return has_app, has_key, has_role or is_superuser


def _ask_for_factor(request: HttpRequest, name: str) -> HttpResponse | None:
    if request.path_info in map(reverse, ("mfa_reauthenticate", "mfa_reauthenticate_webauthn")):
        return None
    following = request.get_full_path() if request.method == "GET" else "/"
    return redirect(f"{reverse(name)}?{urlencode({'next': following})}")
