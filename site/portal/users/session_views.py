"""The browsers in which a person is signed in, and the end of all others."""

from dataclasses import dataclass
from datetime import datetime

from allauth.account.decorators import reauthentication_required
from allauth.usersessions.internal.flows.sessions import end_other_sessions
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.users import security_log
from portal.users.browsers import browser_said
from portal.users.models import User


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A session of a person; `place` is the network address of the sign-in."""

    since: datetime
    place: str
    browser: str
    is_here: bool


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@reauthentication_required(allow_get=True)
def sessions(request: HttpRequest) -> HttpResponse:
    """Show the sessions; a POST, with the password again, ends all but this one."""
    if isinstance(request.user, AnonymousUser):
        raise PermissionDenied
    if request.method == "POST":
        with transaction.atomic():
            end_other_sessions(request, request.user)
        security_log.note("other sessions ended", request, request.user.pk)
        messages.success(request, _("You are signed in nowhere else."))
        return redirect("account_sessions")
    return render(request, "account/sessions.html", {"sessions": _sessions_of(request, request.user)})


def _sessions_of(request: HttpRequest, user: User) -> list[SignedIn]:
    """The newest first. Sessions that are over are forgotten."""
    rows = sorted(UserSession.objects.purge_and_list(user), key=lambda row: row.created_at, reverse=True)
    here = request.session.session_key
    return [
        SignedIn(row.created_at, row.ip, browser_said(row.user_agent), row.session_key == here)
        for row in rows
    ]
