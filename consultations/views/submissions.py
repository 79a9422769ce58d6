"""The pages of a submission: review, sign-off, sending, and the receipt."""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from amendments.actions.base import hold
from amendments.audit.actor import Actor
from amendments.errors import AmendmentsError, HiddenCharacter
from amendments.record.site_key import key_hash
from amendments.views.proofs import bundle_name, readme, sent
from consultations.access.memberships import institutions_of
from consultations.access.permissions import holds_part_for, is_own
from consultations.actions.comments.withdraw_comment import WithdrawComment
from consultations.actions.rounds.ask_late import AskLate
from consultations.actions.submissions.ask_sign_off import AskSignOff
from consultations.actions.submissions.log_receipt import LogReceipt
from consultations.actions.submissions.nil_return import NilReturn
from consultations.actions.submissions.return_submission import ReturnSubmission
from consultations.actions.submissions.sign_off_submission import SignOffSubmission
from consultations.actions.submissions.submit import Submit
from consultations.actions.submissions.withdraw_submission import WithdrawSubmission
from consultations.errors import NotConfirmed, ReasonNeeded
from consultations.errors.of_states import DeclinedInTheseWords
from consultations.models import Institution, Submission
from consultations.queries.comments.comment_page import may_withdraw
from consultations.queries.rounds.late_ends import end_for
from consultations.queries.submissions.receipt import receipt_of
from consultations.queries.submissions.receipt_proof import receipt_bundle
from consultations.queries.submissions.review import review_of
from consultations.rules.phases import Feature
from consultations.values import CommentState, SubmissionState
from consultations.views.requests import (
    actor_of,
    answers_scripts,
    keys_in,
    run,
    visible_comment,
    visible_round,
    visible_submission,
)

ABOUT_REASON = (DeclinedInTheseWords, HiddenCharacter, ReasonNeeded)  # refusals of the words, not of the step


@login_required
def detail(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The submission with its comments and next steps."""
    submission = visible_submission(request, pk)
    review = review_of(request.user, submission, timezone.now())
    return render(
        request, "madda/consultations/submission.html", {"review": review, "submission": submission}
    )


@answers_scripts
@login_required
@require_POST
def step(request: HttpRequest, pk: UUID, name: str) -> HttpResponse:
    """Do one step. A second click changes nothing."""
    submission = visible_submission(request, pk)
    if name not in STEPS:
        raise Http404
    perform, done = STEPS[name]
    here = reverse("consultations:submission", args=[pk])
    to = reverse("consultations:receipt", args=[pk]) if name in ("send", "sign-and-send") else here
    return run(
        request,
        lambda: perform(request, submission),
        str(done) % {"number": submission.reference},
        to,
        failed=here,
    )


def _ask(request: HttpRequest, submission: Submission) -> object:
    return AskSignOff(submission, actor=_actor(request, submission)).execute()


def _sign(request: HttpRequest, submission: Submission) -> object:
    _require_confirmation(request, submission)
    actor = _actor(request, submission)
    return SignOffSubmission(submission, actor=actor, leave_out=_left_out(request)).execute()


def _require_confirmation(request: HttpRequest, submission: Submission) -> None:
    """Whoever signs has seen who may read each comment and whether it shows who sent it."""
    is_signed = submission.state not in (SubmissionState.DRAFT, SubmissionState.IN_REVIEW)
    if not is_signed and "confirmed" not in request.POST:
        raise NotConfirmed


def _send(request: HttpRequest, submission: Submission) -> object:
    _require_confirmation(request, submission)
    supersedes = request.POST.get("relation") == "supersedes"
    actor = _actor(request, submission)
    return Submit(submission, actor=actor, supersedes=supersedes, leave_out=_left_out(request)).execute()


@transaction.atomic
def _sign_and_send(request: HttpRequest, submission: Submission) -> object:
    """Both or neither: if it cannot be sent, it is not signed off. Two clicks at once get the same receipt."""
    hold(submission)
    submission.refresh_from_db()
    if not submission.is_received and submission.institution_id is not None:
        _sign(request, submission)
    return _send(request, submission)


def _return(request: HttpRequest, submission: Submission) -> object:
    return ReturnSubmission(submission, actor=_actor(request, submission)).execute()


def _withdraw(request: HttpRequest, submission: Submission) -> object:
    return WithdrawSubmission(submission, actor=_actor(request, submission)).execute()


def _left_out(request: HttpRequest) -> list[UUID]:
    return keys_in(request.POST.getlist("leave_out"))


def _actor(request: HttpRequest, submission: Submission) -> Actor:
    return actor_of(request, institution=submission.institution, reason=request.POST.get("reason", ""))


STEPS: dict[str, tuple[Callable[[HttpRequest, Submission], object], Promise]] = {
    "ask": (_ask, gettext_lazy("The focal point is asked to sign off %(number)s.")),
    "return": (_return, gettext_lazy("%(number)s is returned to its authors.")),
    "sign": (_sign, gettext_lazy("%(number)s is signed off. It is not sent yet.")),
    "send": (_send, gettext_lazy("%(number)s is received.")),
    "sign-and-send": (_sign_and_send, gettext_lazy("%(number)s is signed off and received.")),
    "withdraw": (_withdraw, gettext_lazy("%(number)s is withdrawn.")),
}


@login_required
def receipt(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The receipt for the senders: reference, moment and hash."""
    submission = _own_received(request, pk)
    shown = receipt_of(request.user, submission)
    context = {
        "submission": submission,
        "receipt": shown,
        "bundle_name": bundle_name(submission.sha256),
        "key_hash": key_hash(),
    }
    return render(request, "madda/consultations/receipt.html", context)


@login_required
@require_safe
def receipt_proof(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The proof of the receipt as a file for its senders."""
    submission = _own_received(request, pk)
    content = receipt_bundle(request.user, submission, readme(request))
    if request.method == "GET":
        LogReceipt(submission, actor=_actor(request, submission)).execute()
    return sent(content, bundle_name(submission.sha256))


def _own_received(request: HttpRequest, pk: UUID) -> Submission:
    submission = visible_submission(request, pk)
    if not is_own(request.user, submission) or not submission.is_received:
        raise Http404
    return submission


@answers_scripts
@login_required
def nil_return(request: HttpRequest, pk: UUID, institution: UUID) -> HttpResponse:
    """Send a nil return, after the person has confirmed it."""
    round_ = visible_round(request, pk)
    body = _own_body(request, institution)
    if request.method != "POST":
        ends = end_for(round_, body, request.user, timezone.now())
        context = {"round": round_, "body": body, "ends": ends}
        return render(request, "madda/consultations/nil_return.html", context)
    received: list[Submission] = []
    answer = run(
        request,
        lambda: received.append(NilReturn(round_, body, actor=actor_of(request, institution=body)).execute()),
        _("The nil return of %(institution)s is received.") % {"institution": body},
        reverse("consultations:mine"),
    )
    return redirect("consultations:receipt", received[0].pk) if received else answer


@answers_scripts
@login_required
def ask_late(request: HttpRequest, pk: UUID, institution: UUID | None = None) -> HttpResponse:
    """Ask the secretary to accept a submission, or an individual view, after the closing time."""
    round_ = visible_round(request, pk)
    body = _own_body(request, institution) if institution else None
    if body is None and not holds_part_for(request.user, Feature.ASK_LATE, round_, None, timezone.now()):
        raise Http404
    reason = request.POST.get("reason", "")
    context = {"round": round_, "body": body, "reason": reason}
    if request.method != "POST":
        return render(request, "madda/consultations/ask_late.html", context)
    actor = actor_of(request, institution=body, reason=reason)
    return run(
        request,
        lambda: AskLate(round_, body, actor=actor).execute(),
        _("The secretary is asked. The answer appears here."),
        reverse("consultations:mine"),
        again=lambda refusal: _again(request, "madda/consultations/ask_late.html", context, refusal),
    )


@login_required
def withdraw_comment(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Withdraw one comment. Its reference, date and reason stay visible."""
    comment = visible_comment(request, pk)
    if not may_withdraw(request.user, comment) and comment.state != CommentState.WITHDRAWN:
        raise PermissionDenied
    reason = request.POST.get("reason", "")
    context = {"comment": comment, "reason": reason}
    if request.method != "POST":
        return render(request, "madda/consultations/withdraw_comment.html", context)
    actor = actor_of(request, institution=comment.submission.institution, reason=reason)
    return run(
        request,
        lambda: WithdrawComment(comment, actor=actor).execute(),
        _("Comment %(number)s is withdrawn.") % {"number": comment.reference},
        comment.url,
        again=lambda refusal: _again(request, "madda/consultations/withdraw_comment.html", context, refusal),
    )


def _again(
    request: HttpRequest, template: str, context: Mapping[str, object], refusal: AmendmentsError
) -> HttpResponse:
    """The page with the reason as it was typed, which is marked if it is what was refused."""
    refused = str(refusal) if isinstance(refusal, ABOUT_REASON) else ""
    return render(request, template, {**context, "refused": refused}, status=422)


def _own_body(request: HttpRequest, pk: UUID) -> Institution:
    return get_object_or_404(Institution, pk=pk, pk__in=institutions_of(request.user))
