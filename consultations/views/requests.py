"""What the views share: the actor of a request, pages of lists, and messages for refusals."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from amendments.audit.actor import Actor
from amendments.errors import AmendmentsError
from amendments.permissions import holds_on
from consultations.access.powers import Power
from consultations.models import Comment, Institution, Round, Submission
from consultations.models.visibility import CommentQuerySet
from consultations.queries.comments.comment_lines import for_lines
from consultations.queries.rounds.round_pages import for_pages

PER_PAGE = 20


def actor_of(request: HttpRequest, *, institution: Institution | None = None, reason: str = "") -> Actor:
    """The person who makes the request, at this moment."""
    return Actor(request.user, timezone.now(), str(institution) if institution else "", reason)


def secretary_only(request: HttpRequest, round_: Round | None = None) -> None:
    """Refuse everybody but the secretariat: of any committee, or of the one whose round it is."""
    amendment = round_.amendment if round_ is not None else None
    if not holds_on(request.user, Power.WATCH_ROUND, amendment):
        raise PermissionDenied


def managed_round_of(request: HttpRequest, pk: UUID) -> Round:
    """A round of the own committee, for its secretariat; 404 for those who may not know of it."""
    secretary_only(request)
    round_ = visible_round(request, pk)
    secretary_only(request, round_)
    return round_


def keys_in(values: Iterable[str]) -> list[UUID]:
    """The keys among the posted values. Values that are no keys are left out."""
    return [key for value in values if (key := _key(value)) is not None]


def _key(value: str) -> UUID | None:
    try:
        return UUID(value)
    except ValueError:
        return None


def looks_only(request: HttpRequest) -> bool:
    """Whether the form is only shown again, with a preview or with the results of a search in its lists."""
    return "preview" in request.POST or "look" in request.POST


def is_piece(request: HttpRequest) -> bool:
    """Whether htmx asks for a piece of the page that stands open."""
    return "HX-Request" in request.headers


def piece_signed_in(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Ask for signing in, in words instead of a page where a piece is asked for: what was typed then stays."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated or not is_piece(request):
            return login_required(view)(request, *args, **kwargs)
        response = render(request, "madda/consultations/signed_out.html")
        response["HX-Reswap"] = "beforeend"
        return response

    return wrapped


class NamedPaginator(Paginator[Any]):
    """The pages of one list of several on a page: its parameter in the address, and where it stands."""

    def __init__(self, rows: Any, per_page: int, name: str) -> None:
        super().__init__(rows, per_page)
        self.name = name


def page_of(  # Any: list or QuerySet
    request: HttpRequest, rows: Any, per_page: int = PER_PAGE, name: str = ""
) -> Page[Any]:
    """One page of a list. A number beyond the end gives the last page. A page with several lists names each."""
    return NamedPaginator(rows, per_page, name).get_page(request.GET.get(name or "page"))


def page_of_comments(request: HttpRequest, comments: CommentQuerySet[Comment]) -> Page[Any]:
    """One page of many comments, for lines. Their keys are put in order alone: whole rows cost many times that."""
    page = page_of(request, comments.values_list("pk", flat=True))
    page.object_list = list(for_lines(comments).filter(pk__in=list(page.object_list)))
    return page


def visible_round(request: HttpRequest, pk: UUID) -> Round:
    """The round; 404 for people who may not see it."""
    return get_object_or_404(for_pages(Round.objects.visible_to(request.user)), pk=pk)


def visible_comment(request: HttpRequest, pk: UUID) -> Comment:
    """The comment; 404 for people who may not read it."""
    return get_object_or_404(for_lines(Comment.objects.visible_to(request.user)), pk=pk)


def visible_submission(request: HttpRequest, pk: UUID) -> Submission:
    """The submission; 404 for people who may not see it."""
    rows = Submission.objects.visible_to(request.user).select_related(
        "institution", "person", "signed_off_by", "round__draft__amendment__referral", "round__consultation"
    )
    return get_object_or_404(rows, pk=pk)


def answers_scripts(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Tell a script that sends a form in the background where to go on, instead of redirecting it.

    Following the redirect, the script would use up the message for the person. `X-Received` says that the form arrived;
    it is missing if the session is over and the person has to sign in first.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if request.headers.get("X-Requested-With") != "fetch" or response.status_code != 302:
            return response
        told = HttpResponse(status=204, headers={"X-Location": response["Location"]})
        if request.user.is_authenticated:
            told["X-Received"] = "1"
        return told

    return answer


def run(
    request: HttpRequest,
    step: Callable[[], object],
    done: str,
    back: str,
    *,
    failed: str = "",
    again: Callable[[AmendmentsError], HttpResponse] | None = None,
) -> HttpResponse:
    """Do the step and go `back`. If it is refused, a message says why, on the page `failed` if there is one.

    `again` answers with the page of the form, in which what was typed stands again, marked with the refusal.
    """
    try:
        step()
    except AmendmentsError as refusal:
        messages.error(request, str(refusal))
        return again(refusal) if again else redirect(failed or back)
    messages.success(request, done)
    return redirect(back)
