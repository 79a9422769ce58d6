"""The consolidation board, and the answer to each comment."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from amendments.errors import AmendmentsError, CannotBeFolded
from amendments.models import Instruction
from amendments.permissions import holds_on
from consultations.actions.answers.confirm_placement import Confirmed, ConfirmPlacement
from consultations.actions.answers.decide_disposition import DecideDisposition
from consultations.actions.answers.group_comments import GroupComments
from consultations.actions.answers.propose_disposition import ProposeDisposition
from consultations.actions.answers.propose_from_comment import ProposeFromComment
from consultations.actions.answers.write_answer import Target
from consultations.forms.answering import AnswerForm, DecideForm, WordingForm
from consultations.models import AnchorPlacement, Comment
from consultations.powers import Power
from consultations.queries.answering import AnswerDesk, answer_desk
from consultations.queries.board import (
    Filters,
    board_comments,
    board_rows,
    institutions_on,
    provisions_in_order,
    totals,
)
from consultations.queries.senders import sees_proposals
from consultations.rules.answers import Answer
from consultations.rules.passages import Field, Place
from consultations.values import KIND_LABELS, STANCE_LABELS, Effect, Visibility
from consultations.views.requests import actor_of, keys_in, page_of, run, visible_comment, visible_round

ROWS = 15


@login_required
def board(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The board of a round."""
    round_ = visible_round(request, pk)
    if not sees_proposals(request.user, round_.amendment):
        raise PermissionDenied
    names = ("institution", "status", "stance", "kind", "visibility")
    filters = Filters(**{name: request.GET.get(name, "") for name in names})
    comments = board_comments(request.user, round_, filters)
    rows = page_of(request, provisions_in_order(comments, round_), ROWS)
    context = {
        "round": round_,
        "filters": filters,
        "totals": totals(request.user, round_),
        "board": board_rows(request.user, round_, comments, rows),
        "rows": rows,
        "institutions": institutions_on(request.user, round_),
        "stances": STANCE_LABELS,
        "kinds": KIND_LABELS,
        "visibilities": Visibility.choices,
    }
    return render(request, "madda/consultations/board.html", context)


def _desk(request: HttpRequest, pk: UUID) -> AnswerDesk:
    desk = answer_desk(request.user, visible_comment(request, pk))
    if not (desk.may_propose or desk.may_decide):
        raise PermissionDenied
    return desk


@login_required
def answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The page of one comment: answer it, group it, turn it into an instruction, decide."""
    desk = _desk(request, pk)
    form = _answer_form(request, desk)
    if request.method == "POST" and form.is_valid():
        try:
            _propose(request, desk, form)
        except AmendmentsError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(
                request, _("The answer to %(number)s is proposed.") % {"number": desk.comment.reference}
            )
            return redirect(_board_url(desk.comment))
    wording = WordingForm(initial={"wording": desk.starting_wording})
    return _show(request, desk, form, wording)


def _show(
    request: HttpRequest,
    desk: AnswerDesk,
    form: AnswerForm,
    wording: WordingForm,
    *,
    may_restate: bool = False,
) -> HttpResponse:
    context = {
        "desk": desk,
        "comment": desk.comment,
        "form": form,
        "wording": wording,
        "may_restate": may_restate,
        "decide": DecideForm(),
        "needs_place": not holds_on(request.user, Power.DECIDE, desk.amendment),
        "sees_history": holds_on(request.user, Power.READ_HISTORY, desk.amendment),
        "shown": desk.preview(wording["wording"].value() or ""),
    }
    failed = bool(form.errors or wording.errors)
    return render(request, "madda/consultations/answer.html", context, status=422 if failed else 200)


def _answer_form(request: HttpRequest, desk: AnswerDesk) -> AnswerForm:
    standing = desk.disposition
    initial = {
        "value": standing.value if standing else request.GET.get("value", ""),
        "reason": standing.reason if standing else "",
        "revision": standing.revision if standing else 0,
        "provision": desk.target_number,
        "instruction": desk.target_instruction,
        "effect": desk.target_effect,
    }
    data = request.POST if request.method == "POST" and "wording" not in request.POST else None
    return AnswerForm(data, initial=initial, instructions=desk.instruction_choices, effects=Effect.choices)


def _propose(request: HttpRequest, desk: AnswerDesk, form: AnswerForm) -> None:
    data = form.cleaned_data
    targets = []
    if data["instruction"]:
        row = get_object_or_404(Instruction, pk=data["instruction"], amended_act__amendment=desk.amendment)
        targets.append(Target(instruction=row, effect=Effect(data["effect"] or Effect.CHANGED)))
    if data["provision"]:
        targets.append(Target(provision=desk.provision(data["provision"])))
    ProposeDisposition(
        desk.comment,
        Answer(data["value"]),
        targets,
        actor=actor_of(request, reason=data["reason"]),
        revision=data["revision"],
    ).execute()


@login_required
@require_POST
def instruct(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Propose an instruction with the wording and answer the comment, in one step."""
    desk = _desk(request, pk)
    form = WordingForm(request.POST)
    may_restate = False
    if "preview" not in request.POST and form.is_valid():
        words = desk.typed(form.cleaned_data["wording"])
        try:
            operation = desk.operation(words)
            actor = actor_of(request, reason=form.cleaned_data["reason"])
            row = ProposeFromComment(
                desk.comment, operation, words, actor=actor, restate="restate" in request.POST
            ).execute()
        except AmendmentsError as refusal:
            form.add_error(None, str(refusal))
            may_restate = isinstance(refusal, CannotBeFolded) and refusal.offer is not None
        else:
            messages.success(
                request,
                _("Instruction %(key)s is proposed to the drafters and linked to %(number)s.")
                % {"key": row.key, "number": desk.comment.reference},
            )
            return redirect(_board_url(desk.comment))
    return _show(request, desk, _answer_form(request, desk), form, may_restate=may_restate)


@login_required
@require_POST
def decide(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Decide as the chair, or record the decision of the committee as the secretary."""
    comment = visible_comment(request, pk)
    decided_in = request.POST.get("decided_in", "")
    action = DecideDisposition(comment, actor=actor_of(request), decided_in=decided_in)
    return run(
        request,
        action.execute,
        _("The answer to %(number)s is decided.") % {"number": comment.reference},
        _board_url(comment),
        failed=reverse("consultations:answer", args=[pk]),
    )


@login_required
@require_POST
def group(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Merge the chosen comments into this one."""
    comment = visible_comment(request, pk)
    chosen = keys_in(request.POST.getlist("comment"))
    others = list(Comment.objects.visible_to(request.user).filter(pk__in=chosen))
    return run(
        request,
        lambda: GroupComments(comment, others, actor=actor_of(request)).execute(),
        _("The chosen comments are merged with %(number)s.") % {"number": comment.reference},
        reverse("consultations:answer", args=[pk]),
    )


@login_required
@require_POST
def confirm(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say where a doubtful passage is: at one of the candidates, or nowhere."""
    row = get_object_or_404(AnchorPlacement.objects.select_related("version__instrument"), pk=pk)
    comment = visible_comment(request, row.anchor.comment_id)
    place = _read_place(request.POST.get("place", ""))
    return run(
        request,
        lambda: ConfirmPlacement(row, Confirmed(place), actor=actor_of(request)).execute(),
        _("The place of %(number)s is confirmed.") % {"number": comment.reference},
        comment.url,
    )


def _read_place(value: str) -> Place | None:
    """Read a place such as "uuid:body:3:9". Anything else means "nowhere"."""
    parts = value.split(":")
    if len(parts) != 4 or not (parts[2].isdecimal() and parts[3].isdecimal()):
        return None
    try:
        key, field = str(UUID(parts[0])), Field(parts[1])
    except ValueError:
        return None
    return Place(key, field, int(parts[2]), int(parts[3]))


def _board_url(comment: Comment) -> str:
    board_url = reverse("consultations:board", args=[comment.submission.round_id])
    anchor = comment.anchors.first()
    return f"{board_url}#p-{anchor.provision_id}" if anchor else board_url
