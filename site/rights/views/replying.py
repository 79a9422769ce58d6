"""Questions to institutions: the office asks, the institution replies."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from amendments.errors import AmendmentsError
from consultations.views.requests import actor_of, keys_in, page_of, run
from rights.actions.replies.ask_reply import AskReply
from rights.actions.replies.give_reply import GiveReply
from rights.actions.replies.take_back_question import TakeBackQuestion
from rights.actions.replies.take_back_reply import TakeBackReply
from rights.forms.asking import AskForm, ReplyForm
from rights.models import ReplyRequest
from rights.queries.asked_replies import (
    for_requests,
    gone_on_from,
    may_reply,
    own_requests,
    replies_for,
    request_line,
    request_lines,
)
from rights.views.office import show_issue, typed_reason, visible_issue, writers_only

_PAGE = "madda/rights/request.html"


@login_required
@require_POST
def ask(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask the lead institution of an issue."""
    issue = visible_issue(request, pk)
    writers_only(request)
    form = AskForm(request.POST)
    if not form.is_valid():
        return show_issue(request, issue, ask_form=form, status=422)
    question, due = form.cleaned_data["question"], form.cleaned_data["due"]
    seen = keys_in(request.POST.getlist("seen"))
    try:
        AskReply(issue, question, due, actor=actor_of(request), seen=seen).execute()
    except AmendmentsError as refusal:
        form.add_error(None, str(refusal))
        return show_issue(request, visible_issue(request, pk), ask_form=form, status=422)
    messages.success(request, _("%(institution)s is asked.") % {"institution": issue.lead})
    return redirect(f"{issue.url}#replies")


@login_required
@require_POST
def take_question_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a question back to which nobody has replied."""
    row = get_object_or_404(for_requests(request.user), pk=pk)
    issue = visible_issue(request, row.issue_id)
    return run(
        request,
        lambda: TakeBackQuestion(row, actor=actor_of(request)).execute(),
        _("The question is taken back. %(institution)s is no longer asked for a reply.")
        % {"institution": row.institution},
        f"{issue.url}#replies",
    )


@never_cache
@login_required
def asked(request: HttpRequest) -> HttpResponse:
    """The questions to the institutions of the person."""
    rows = page_of(request, own_requests(request.user))
    return render(
        request, "madda/rights/asked.html", {"lines": request_lines(rows, request.user), "rows": rows}
    )


@never_cache
@login_required
def reply(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A question, and the form in which the institution replies."""
    row = get_object_or_404(for_requests(request.user), pk=pk)
    form = ReplyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actor = actor_of(request, institution=row.institution)
        try:
            GiveReply(row, form.cleaned_data["text"], actor=actor).execute()
        except AmendmentsError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Your reply is sent."))
            return redirect(row.url)
    status = 422 if form.errors else 200
    return render(request, _PAGE, _shown(request, row, form), status=status)


def _shown(request: HttpRequest, row: ReplyRequest, form: ReplyForm) -> dict[str, Any]:
    """What the page of a question shows."""
    now = timezone.now()
    may_take_back = row.replied_at is not None and replies_for(request.user, row, now)
    return {
        "line": request_line(row, request.user),
        "row": row,
        "form": form,
        "may_reply": may_reply(request.user, row, now),
        "may_take_back": may_take_back,
        "reply_stands": may_take_back and gone_on_from(row),
    }


@never_cache
@login_required
@require_POST
def take_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take the reply to a question back. A reason that is refused stands in its field again."""
    row = get_object_or_404(for_requests(request.user), pk=pk)
    seen = request.POST.get("seen", "")
    actor = actor_of(request, reason=request.POST.get("reason", ""), institution=row.institution)

    def again(refusal: AmendmentsError) -> HttpResponse:
        context = _shown(request, row, ReplyForm()) | {"typed": typed_reason(request, seen, refusal)}
        is_seen = row.replied_at is not None and row.replied_at.isoformat() == seen
        context["is_typed_again"] = is_seen and context["may_take_back"] and not context["reply_stands"]
        return render(request, _PAGE, context, status=422)

    return run(
        request,
        lambda: TakeBackReply(row, seen, actor=actor).execute(),
        _("Your reply is taken back. The question waits for another one."),
        row.url,
        again=again,
    )
