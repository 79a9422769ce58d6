"""What people do with an issued recommendation: take its wording, reply, say what became of it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from amendments.actions.base import BaseAction
from amendments.errors import AmendmentsError, CannotBeFolded
from consultations.errors.of_states import ChangedSince
from consultations.views.requests import actor_of, keys_in, run
from rights.actions.recommended_steps.follow_up_recommendation import FollowUpRecommendation
from rights.actions.recommended_steps.reply_to_recommendation import ReplyToRecommendation
from rights.actions.recommended_steps.take_back_follow_up import TakeBackFollowUp
from rights.actions.recommended_steps.take_back_recommendation_reply import TakeBackRecommendationReply
from rights.actions.recommended_steps.take_recommendation import TakeRecommendation
from rights.forms.take_form import TakeForm
from rights.models import Recommendation
from rights.queries.office_texts import office_texts
from rights.queries.opinion_page import recommendation_lines
from rights.queries.repeated_wordings import repeated_in_words
from rights.queries.taken import may_take, taken
from rights.values import FollowUpValue
from rights.views.office import typed_reason
from rights.views.opinion_pages import show_opinion, visible_opinion


def _issued(request: HttpRequest, pk: UUID) -> Recommendation:
    """A recommendation of an issued opinion; 404 for those who may not read it."""
    rows = Recommendation.objects.visible_to(request.user).filter(opinion__issued_at__isnull=False)
    joined = ("opinion__amendment", "opinion__instrument", "issue", "addressee", "version__instrument")
    return get_object_or_404(rows.select_related(*joined, "version__draft"), pk=pk)


@never_cache
@login_required
def take(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Propose the wording to the drafters as an instruction."""
    row = _issued(request, pk)
    amendment = row.opinion.amendment
    if amendment is None or not may_take(request.user, amendment):
        raise PermissionDenied
    became = taken(request.user, [row]).get(row.pk) if request.method != "POST" else None
    if became is not None:
        messages.info(request, became.words)
        return redirect(row.url)
    form = TakeForm(request.POST or None, initial={"wording": row.wording})
    may_restate = False
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        actor = actor_of(request, reason=data["reason"])
        try:
            TakeRecommendation(row, data["wording"], actor=actor, restate=data["restate"]).execute()
        except AmendmentsError as refusal:
            form.add_error(None, str(refusal))
            may_restate = isinstance(refusal, ChangedSince) or (
                isinstance(refusal, CannotBeFolded) and refusal.offer is not None
            )
        else:
            messages.success(request, _("The wording is proposed to the drafters as an instruction."))
            return redirect(row.url)
    context = {"form": form, "row": row, "line": recommendation_lines(request.user, [row])[0]}
    context |= {"may_restate": may_restate, "repeated": repeated_in_words(request.user, row)}
    status = 422 if form.errors else 200
    return render(request, "madda/rights/take.html", context, status=status)


@login_required
@require_POST
def reply(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Reply in the name of the addressee."""
    row = _issued(request, pk)
    text = request.POST.get("text", "")
    try:
        ReplyToRecommendation(row, text, actor=actor_of(request, institution=row.addressee)).execute()
    except AmendmentsError as refusal:
        messages.error(request, str(refusal))
        opinion = visible_opinion(request, row.opinion_id)
        return show_opinion(request, opinion, typed={"row": row.pk, "text": text}, status=422)
    messages.success(request, _("Your reply is sent."))
    return redirect(row.url)


@login_required
@require_POST
def follow_up(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say what became of it in a text."""
    row = _issued(request, pk)
    texts = office_texts(request.user)
    version = get_object_or_404(texts, pk__in=keys_in([request.POST.get("text", "")]))
    value, seen = request.POST.get("value", ""), request.POST.get("seen", "")
    if value not in FollowUpValue.values:
        raise Http404
    note = request.POST.get("note", "")
    action = FollowUpRecommendation(
        row,
        version,
        FollowUpValue(value),
        actor=actor_of(request),
        note=note,
        seen=int(seen) if seen.isdecimal() and len(seen) < 9 else None,
    )
    try:
        action.execute()
    except AmendmentsError as refusal:
        messages.error(request, str(refusal))
        opinion = visible_opinion(request, row.opinion_id)
        return show_opinion(request, opinion, typed={"row": row.pk, "note": note}, status=422)
    messages.success(request, _("Your answer is saved."))
    return redirect(row.url)


@login_required
@require_POST
def take_reply_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take the reply to a recommendation back."""
    row, seen = _issued(request, pk), _seen(request)
    actor = actor_of(request, reason=request.POST.get("reason", ""), institution=row.addressee)
    step = TakeBackRecommendationReply(row, seen, actor=actor)
    done = _("Your reply is taken back. The recommendation waits for another one.")
    return _taken_back(request, row, step, done)


@login_required
@require_POST
def take_follow_up_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take back what the office said became of a recommendation."""
    row = _issued(request, pk)
    answers = row.follow_ups.select_related("recommendation", "version")
    answer = get_object_or_404(answers, pk=_seen(request))
    step = TakeBackFollowUp(answer, actor=actor_of(request, reason=request.POST.get("reason", "")))
    return _taken_back(request, row, step, _("The answer is taken back."))


def _taken_back(request: HttpRequest, row: Recommendation, step: BaseAction[Any], done: str) -> HttpResponse:
    """Do the step. A reason that is refused stands in its field again."""
    return run(
        request,
        step.execute,
        done,
        row.url,
        again=lambda refusal: show_opinion(
            request,
            visible_opinion(request, row.opinion_id),
            typed=typed_reason(request, request.POST["seen"], refusal),
            status=422,
        ),
    )


def _seen(request: HttpRequest) -> UUID:
    """The key of what the page showed; 404 without one."""
    keys = keys_in([request.POST.get("seen", "")])
    if not keys:
        raise Http404
    return keys[0]
