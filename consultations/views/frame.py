"""What the views share: the actor of a request, lists cut into pages, and refusals told to the person."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from amendments.audit.actor import Actor
from amendments.errors import AmendmentsError
from amendments.permissions import holds
from consultations.models import Comment, Institution, Round, Submission
from consultations.powers import Power
from consultations.queries.comment_lines import for_lines
from consultations.queries.rounds import for_pages

PER_PAGE = 20


def actor_of(request: HttpRequest, *, institution: Institution | None = None, reason: str = "") -> Actor:
    """The person of the request at this moment."""
    return Actor(request.user, timezone.now(), str(institution) if institution else "", reason)


def secretary_only(request: HttpRequest) -> None:
    """Refuse everybody but the secretariat."""
    if not holds(request.user, Power.WATCH_ROUND):
        raise PermissionDenied


def keys_in(values: Iterable[str]) -> list[UUID]:
    """The keys among values that were posted; what is none is passed over."""
    return [key for value in values if (key := _key(value)) is not None]


def _key(value: str) -> UUID | None:
    try:
        return UUID(value)
    except ValueError:
        return None


def looks_only(request: HttpRequest) -> bool:
    """Whether the form is only to be shown again: with a preview, or with what is looked for in its lists."""
    return "preview" in request.POST or "look" in request.POST


def page_of(request: HttpRequest, rows: Any, per_page: int = PER_PAGE) -> Page[Any]:  # Any: list or QuerySet
    """One page of a list; an address beyond the end shows the last one."""
    return Paginator(rows, per_page).get_page(request.GET.get("page"))


def visible_round(request: HttpRequest, pk: UUID) -> Round:
    """The round, or 404 for those who may not know of it."""
    return get_object_or_404(for_pages(Round.objects.visible_to(request.user)), pk=pk)


def visible_comment(request: HttpRequest, pk: UUID) -> Comment:
    """The comment, or 404 for those who may not read it."""
    return get_object_or_404(for_lines(Comment.objects.visible_to(request.user)), pk=pk)


def visible_submission(request: HttpRequest, pk: UUID) -> Submission:
    """The submission, or 404."""
    rows = Submission.objects.visible_to(request.user).select_related(
        "institution", "person", "signed_off_by", "round__draft__amendment", "round__consultation"
    )
    return get_object_or_404(rows, pk=pk)


def run(
    request: HttpRequest, step: Callable[[], object], done: str, back: str, *, failed: str = ""
) -> HttpResponse:
    """Do it and go `back`; a refusal is told in words, on the page `failed` where the input is kept."""
    try:
        step()
    except AmendmentsError as refusal:
        messages.error(request, str(refusal))
        return redirect(failed or back)
    messages.success(request, done)
    return redirect(back)
