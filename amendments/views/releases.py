"""The three steps by which a version reaches an audience: request, approval, release."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from amendments.actions.publication.approve_release import ApproveRelease
from amendments.actions.publication.release_version import ReleaseVersion
from amendments.actions.publication.request_release import RequestRelease
from amendments.audit.actor import Actor
from amendments.errors import AmendmentsError
from amendments.models import ReleaseRequest, Version
from amendments.models.release import Audience


@login_required
@require_POST
def request_release(request: HttpRequest, pk: object) -> HttpResponse:
    """The drafting body asks."""
    version = _version(request, pk)
    action = RequestRelease(version, _audience(request), actor=_actor(request))
    return _answer(
        request, version, action.execute, _("The secretariat has been asked to release %(version)s.")
    )


@login_required
@require_POST
def release(request: HttpRequest, pk: object) -> HttpResponse:
    """The secretariat releases."""
    version = _version(request, pk)
    action = ReleaseVersion(version, _audience(request), actor=_actor(request))
    return _answer(request, version, action.execute, _("%(version)s is released."))


@login_required
@require_POST
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """The chair approves."""
    asked = get_object_or_404(ReleaseRequest.objects.select_related("version"), pk=pk)
    version = _version(request, asked.version_id)
    return _answer(
        request,
        version,
        ApproveRelease(asked, actor=_actor(request)).execute,
        _("You approved the release of %(version)s."),
    )


def _version(request: HttpRequest, pk: object) -> Version:
    visible = Version.objects.visible_to(request.user).select_related(
        "instrument__drafting_body", "amendment"
    )
    return get_object_or_404(visible, pk=pk)


def _audience(request: HttpRequest) -> Audience:
    chosen = request.POST.get("audience", "")
    return Audience(chosen) if chosen in Audience.values else Audience.DRAFTING_BODY


def _actor(request: HttpRequest) -> Actor:
    return Actor.now(request.user, reason=request.POST.get("reason", ""))


def _answer(request: HttpRequest, version: Version, step: Callable[[], Any], words: str) -> HttpResponse:
    try:
        step()
    except AmendmentsError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, words % {"version": version.label})
    return redirect(version.page.url)  # type: ignore[attr-defined] # both are pages
