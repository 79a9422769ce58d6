"""The login of the editing desk, the page on which a person changes their name, and the meter of new passwords."""

from functools import wraps

from allauth.account.views import logout, password_reset, signup
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from portal.users.even_time import in_even_time
from portal.users.forms import NameForm
from portal.users.models import User
from portal.users.passwords import strength_of


def editing_desk_login(request: HttpRequest) -> HttpResponse:
    """Replace Wagtail's login page, which has no second factor."""
    list(
        messages.get_messages(request)
    )  # Wagtail's words on it, which the next page would show: ours say more
    return _lead_to_login(request, reverse("wagtailadmin_home"))


def page_login(request: HttpRequest) -> HttpResponse:
    """Replace Wagtail's login page for private pages, which counts no wrong passwords and has no second factor."""
    return _lead_to_login(request, "/")


def _lead_to_login(request: HttpRequest, home: str) -> HttpResponse:
    if request.user.is_authenticated:  # without access: the login page would send them back here for ever
        raise PermissionDenied
    return redirect_to_login(request.GET.get("next") or home, resolve_url(settings.LOGIN_URL))


# The account and the mail that confirms its address, or neither.
_sign_up_whole = transaction.atomic(signup)


@in_even_time
@wraps(signup)
def sign_up(request: HttpRequest) -> HttpResponse:
    """If the same address signs up twice at once, the second is answered as if it came a moment later."""
    try:
        return _sign_up_whole(request)
    except IntegrityError:
        return _sign_up_whole(request)


new_password = in_even_time(password_reset)


@wraps(logout)
def sign_out(request: HttpRequest) -> HttpResponse:
    """Have the browser throw away the pages that it keeps, so that the next person sees none with the back button."""
    response: HttpResponse = logout(request)
    if request.method == "POST":
        response["Clear-Site-Data"] = '"cache"'
    return response


@sensitive_post_parameters("password1")
@require_POST
def strength(request: HttpRequest) -> HttpResponse:
    """How strong a new password is, in words, while it is typed. Nothing is kept."""
    password = request.POST.get("password1", "")
    if not password:
        return HttpResponse()
    owner = request.user if request.user.is_authenticated else User(email=request.POST.get("email", ""))
    return render(request, "account/strength.html", {"strength": strength_of(password, owner)})


@login_required
def change_name(request: HttpRequest) -> HttpResponse:
    if isinstance(request.user, AnonymousUser):
        raise PermissionDenied
    form = NameForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your name is saved."))
        return redirect("account_name")
    return render(request, "account/name.html", {"form": form})
