"""People with some roles sign in with a second factor (`MADDA_SECOND_FACTOR_ROLES`)."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

OPEN = ("/accounts/", "/i18n/", "/static/", "/healthz", "/readyz")
_SEEN = "second_factor"  # the key in the session: the person has one


def is_required_of(user: Any) -> bool:
    """Whether the person has a role that needs one. Superusers do as soon as any role does."""
    roles = settings.MADDA_SECOND_FACTOR_ROLES
    return bool(roles) and bool(user.is_superuser or user.groups.filter(name__in=roles).exists())


class RequireSecondFactor:
    """Leads people who need a second factor and have none to the page where they set one up, from every other page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self._is_lacking(request):
            messages.warning(
                request, _("Your role needs a second factor. Set it up here; then all pages open again.")
            )
            return redirect("mfa_activate_totp")
        return self.get_response(request)

    def _is_lacking(self, request: HttpRequest) -> bool:
        if not settings.MADDA_SECOND_FACTOR_ROLES or request.path_info.startswith(OPEN):
            return False
        user = request.user
        if not user.is_authenticated or request.session.get(_SEEN) == user.pk:
            return False
        if Authenticator.objects.filter(user=user.pk, type=Authenticator.Type.TOTP).exists():
            request.session[_SEEN] = user.pk
            return False
        return is_required_of(user)
