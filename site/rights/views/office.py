"""What the views of the office share: who gets in, and which issue is meant."""

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache

from amendments.errors import AmendmentsError
from amendments.models import Version
from amendments.permissions import holds
from consultations.views.requests import page_of
from rights.forms.asking import AskForm
from rights.forms.finding import NoteForm
from rights.identifiers import likely_people_in
from rights.models import Evidence, InternationalRecommendation, RightsIssue
from rights.powers import Power
from rights.queries.issue_page import issue_page
from rights.shown_people import look_again
from rights.values import Conformity

EVIDENCE = 20  # summaries, and recommendations, on the page of an issue


def office_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let only the people of the office in. Nothing of their pages stays in the browser after the sign-out."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not holds(request.user, Power.READ):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return never_cache(login_required(wrapped))


def warn_of_people(request: HttpRequest, texts: Iterable[str]) -> bool:
    """Ask to look again if words look like the name or the address of somebody; whether they do."""
    found = [f"“{words}”" for text in texts for words in likely_people_in(text)]
    if found:
        messages.warning(request, look_again(found))
    return bool(found)


def writers_only(request: HttpRequest) -> None:
    """Refuse those of the office who only read, before they fill in a form."""
    if not holds(request.user, Power.WRITE):
        raise PermissionDenied


def visible_issue(request: HttpRequest, pk: UUID) -> RightsIssue:
    """The issue; 404 for people who may not know of it."""
    rows = RightsIssue.objects.visible_to(request.user).select_related(
        "instrument", "raised_on__instrument", "amendment", "owner", "raised_by", "lead", "extract_of"
    )
    return get_object_or_404(rows, pk=pk)


def unknown_text(request: HttpRequest, shown: Version | None) -> str:
    """The key of the text that the address asks for, if another one is shown; else ""."""
    chosen = request.GET.get("text", "")
    return "" if shown is None or chosen == str(shown.pk) else chosen


def typed_reason(request: HttpRequest, of: str, refusal: AmendmentsError) -> dict[str, str]:
    """The reason that was typed into one of the forms of a page, and why it is refused."""
    return {"of": of, "reason": request.POST.get("reason", ""), "refused": str(refusal)}


def show_issue(
    request: HttpRequest,
    issue: RightsIssue,
    *,
    note_form: NoteForm | None = None,
    ask_form: AskForm | None = None,
    typed: Mapping[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of an issue, with what was typed into one of its forms."""
    context = {
        "page": issue_page(request.user, issue),
        "issue": issue,
        "evidence": page_of(
            request, Evidence.objects.visible_to(request.user).filter(issue=issue), EVIDENCE, "evidence"
        ),
        "sources": page_of(
            request,
            InternationalRecommendation.objects.visible_to(request.user).filter(sources__issue=issue),
            EVIDENCE,
            "sources",
        ),
        "removed_evidence": page_of(
            request,
            Evidence.objects.standing_or_removed(request.user)
            .filter(issue=issue, removed_at__isnull=False)
            .order_by("-removed_at", "pk"),
            EVIDENCE,
            "removed",
        ),
        "note_form": note_form or NoteForm(),
        "ask_form": ask_form or AskForm(),
        "values": Conformity.choices,
        "typed": typed or {},  # into the forms of an answer and of a step, which was refused
    }
    return render(request, "madda/rights/issue.html", context, status=status)
