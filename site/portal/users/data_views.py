"""The page on a person's own data, the file of all of it, and the end of the account."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from amendments.audit.actor import Actor
from portal.users import security_log
from portal.users.actions.close_account import CloseAccount, acts, writes
from portal.users.errors import AccountsError, StillActs, StillWrites
from portal.users.models import User
from portal.users.personal_data import told, whole


@require_safe
@never_cache
@login_required
def own_data(request: HttpRequest) -> HttpResponse:
    """What the site keeps of the person, why, and until when."""
    user = _account(request)
    return render(request, "account/data.html", {"kinds": told(user)})


@require_safe
@never_cache
@login_required
@reauthentication_required
def own_data_file(request: HttpRequest) -> HttpResponse:
    """All of it as JSON, with the password again: a browser that was left open must not give it away."""
    user = _account(request)
    security_log.note("own data downloaded", request, user.pk)
    answer = JsonResponse(whole(user, timezone.now()), json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@reauthentication_required(allow_get=True)
def close(request: HttpRequest) -> HttpResponse:
    """Say what closing the account means; a POST, with the password again, closes it."""
    user = _account(request)
    hindrance = _hindrance(user)
    if request.method == "POST" and not hindrance:
        try:
            CloseAccount(user, actor=Actor(user, timezone.now())).execute()
        except AccountsError as refused:  # of another browser, in the meantime
            hindrance = refused
        else:
            security_log.note("account closed", request, user.pk)
            logout(request)
            messages.success(request, _("Your account is closed."))
            return redirect("/")
    status = 409 if request.method == "POST" else 200
    return render(request, "account/close.html", {"hindrance": hindrance}, status=status)


def _account(request: HttpRequest) -> User:
    if isinstance(request.user, AnonymousUser):
        raise PermissionDenied
    return request.user


def _hindrance(user: User) -> AccountsError | None:
    if acts(user, timezone.now()):
        return StillActs()
    return StillWrites() if writes(user) else None
