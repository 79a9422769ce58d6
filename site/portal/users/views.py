"""The way into the editing desk."""

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.urls import reverse


def editing_desk_login(request: HttpRequest) -> HttpResponse:
    """Stand in for Wagtail's login page, which knows no second factor."""
    if (
        request.user.is_authenticated
    ):  # signed in without access: the login page would send them back here for ever
        raise PermissionDenied
    following = request.GET.get("next") or reverse("wagtailadmin_home")
    return redirect_to_login(following, resolve_url(settings.LOGIN_URL))
