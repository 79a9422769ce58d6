"""The three steps by which a draft or a consolidated text reaches an audience: request, approval, release."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_POST

from amendments.actions.publication.approve_release import ApproveRelease
from amendments.actions.publication.release_version import ReleaseVersion
from amendments.actions.publication.request_release import RequestRelease
from amendments.audiences import audience_named, every_audience, explained, obstacles
from amendments.audit.actor import Actor
from amendments.errors import AmendmentsError, UnknownAudience
from amendments.hooks import Audience
from amendments.models import Draft, Instrument, ReleaseRequest, Version
from amendments.permissions import holds_on
from amendments.queries.drafting.explanatory_notes import closed_unwritten


@login_required
@require_POST
def request_release(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The drafting body asks."""
    text = _text(request, pk)
    audience = request.POST.get("audience", "")
    action = RequestRelease(text, audience, actor=_actor(request))
    words = _("The secretariat has been asked to release %(version)s.")
    return _answer(
        request,
        text,
        action.execute,
        words,
        lambda: _stopped(request, pk, audience) or _to_write(text, audience),
    )


@login_required
def confirm_release(request: HttpRequest, pk: UUID, audience: str) -> HttpResponse:
    """Who will see what, before the secretariat releases it for good."""
    text = _text(request, pk)
    if not holds_on(request.user, "amendments.release_version", text.from_amendment):
        raise PermissionDenied
    try:
        readers = audience_named(audience)
    except UnknownAudience as refusal:
        raise Http404(str(refusal)) from refusal
    context = {
        "text": text,
        "page": text.page,
        "audience": readers,
        "explained": explained(readers),
        "acts": _acts(text),
        "obstacles": obstacles(text, readers),
        "is_released": text.releases.filter(audience=audience).exists(),
        "unwritten": _unwritten(text, audience),
        "closed_bases": _closed_bases(text, readers),
    }
    return render(request, "madda/amendments/release.html", context)


@login_required
@require_POST
def release(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The secretariat releases."""
    text = _text(request, pk)
    action = ReleaseVersion(text, request.POST.get("audience", ""), actor=_actor(request))
    return _answer(request, text, action.execute, _("%(version)s is released."))


@login_required
@require_POST
def approve(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The chair approves."""
    asked = get_object_or_404(ReleaseRequest.objects.select_related("draft", "version"), pk=pk)
    text = _text(request, asked.text.pk)
    return _answer(
        request,
        text,
        ApproveRelease(asked, actor=_actor(request)).execute,
        _("You approved the release of %(version)s."),
    )


def _acts(text: Draft | Version) -> list[Instrument]:
    """The acts whose text is opened."""
    if isinstance(text, Version):
        return [text.instrument]
    return [version.instrument for version in text.versions.select_related("instrument")]


def _closed_bases(text: Draft | Version, readers: Audience) -> list[Version]:
    """The texts that a draft amends and these readers cannot open: they read them in the redline alone."""
    if isinstance(text, Version):
        return []
    wide = [audience.slug for audience in every_audience() if audience.width >= readers.width]
    bases = Version.objects.filter(children__draft=text).exclude(releases__audience__in=wide)
    return list(bases.select_related("instrument").order_by("pk").distinct())


def _text(request: HttpRequest, pk: UUID) -> Draft | Version:
    """The draft or the consolidated text with this key, for those who may read it."""
    draft = Draft.objects.visible_to(request.user).select_related("amendment").filter(pk=pk).first()
    if draft is not None:
        return draft
    texts = Version.objects.visible_to(request.user).select_related("instrument__drafting_body", "draft")
    return get_object_or_404(texts, pk=pk, draft=None)


def _actor(request: HttpRequest) -> Actor:
    return Actor.now(request.user, reason=request.POST.get("reason", ""))


def _unwritten(text: Draft | Version, audience: str) -> str:
    """What the release leaves unwritten in the explanatory note, "" for nothing."""
    count = closed_unwritten(text, audience)
    words = ngettext(
        "%(count)d item of the explanatory note has no words. The release closes the note.",
        "%(count)d items of the explanatory note have no words. The release closes the note.",
        count,
    )
    return words % {"count": count} if count else ""


def _to_write(text: Draft | Version, audience: str) -> str:
    """What those who asked for the release can still write into the note."""
    count = closed_unwritten(text, audience)
    words = ngettext(
        "The secretariat has been asked to release %(version)s. Until it does, write the explanatory note: "
        "%(count)d item has no words, and the release closes it.",
        "The secretariat has been asked to release %(version)s. Until it does, write the explanatory note: "
        "%(count)d items have no words, and the release closes it.",
        count,
    )
    return words % {"count": count, "version": text.label} if count else ""


def _stopped(request: HttpRequest, pk: UUID, audience: str) -> str:
    """What must be done before anybody can release the text, "" where the secretariat can."""
    text = _text(request, pk)  # read again, because the request may have removed an obstacle
    found = obstacles(text, audience_named(audience))
    if not found:
        return ""
    words = _("The request to release %(version)s is stored, but nobody can release it yet. %(obstacles)s")
    return words % {"version": text.label, "obstacles": " ".join(found)}


def _answer(
    request: HttpRequest,
    text: Draft | Version,
    step: Callable[[], Any],
    words: str,
    warning: Callable[[], str] = str,
) -> HttpResponse:
    try:
        step()
    except AmendmentsError as refusal:
        messages.error(request, str(refusal))
    else:
        if told := warning():
            messages.warning(request, told)
        else:
            messages.success(request, words % {"version": text.label})
    return redirect(text.page.url)  # type: ignore[attr-defined] # both are pages
