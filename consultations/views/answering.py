"""The answer to a comment: proposed, grouped, turned into an instruction, decided.

Each step has its page, and answers a row of the board (`HX-Request`) with what stands in the row then.
"""

from urllib.parse import quote
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from amendments.errors import AmendmentsError, CannotBeFolded
from amendments.models import Instruction
from amendments.permissions import holds_on
from consultations.access.powers import Power
from consultations.actions.answers.decide_disposition import DecideDisposition
from consultations.actions.answers.group_comments import GroupComments
from consultations.actions.answers.propose_disposition import ProposeDisposition
from consultations.actions.answers.propose_from_comment import ProposeFromComment
from consultations.actions.answers.write_answer import Target
from consultations.errors import (
    NoSuchProvision,
    NumberInSeveralActs,
    NumberOfSeveral,
    ReasonNeeded,
    TargetNeeded,
)
from consultations.errors.of_states import ChangedSince
from consultations.forms.board_forms import AnswerForm, DecideForm, WordingForm
from consultations.models import Comment
from consultations.queries.answer_pages.answering import AnswerDesk, answer_desk
from consultations.queries.answer_pages.board import totals
from consultations.rules.answer_kinds import NEEDS_TARGET, Answer
from consultations.values import Effect
from consultations.views.requests import actor_of, is_piece, keys_in, piece_signed_in, run, visible_comment

FIELDS_OF_REFUSALS: dict[type[AmendmentsError], str] = {
    ReasonNeeded: "reason",
    TargetNeeded: "provision",
    NoSuchProvision: "provision",
    NumberInSeveralActs: "provision",
    NumberOfSeveral: "provision",
}


def _desk(request: HttpRequest, pk: UUID) -> AnswerDesk:
    desk = answer_desk(request.user, visible_comment(request, pk))
    if not (desk.may_propose or desk.may_decide):
        raise PermissionDenied
    return desk


@piece_signed_in
def answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Answer one comment. Those who may only read its answer are led to the comment, where it stands."""
    desk = answer_desk(request.user, visible_comment(request, pk))
    works_here = desk.may_propose or desk.may_decide
    if not works_here and (request.method == "POST" or not desk.line.answer):
        raise PermissionDenied
    if is_piece(request) and ("row" in request.GET or not works_here):
        return _row(request, desk.comment)
    if not (works_here or desk.may_group):
        return redirect(desk.comment.url)
    form = _answer_form(request, desk)
    if request.method == "POST" and form.is_valid():
        try:
            _propose(request, desk, form)
        except AmendmentsError as refusal:
            form.add_error(FIELDS_OF_REFUSALS.get(type(refusal)), str(refusal))
            desk = _read_again(form, desk, request)
        else:
            return _done(request, desk.comment, _("The answer to %(number)s is proposed."))
    return _show(request, desk, form, _wording_form(desk))


def _show(
    request: HttpRequest,
    desk: AnswerDesk,
    form: AnswerForm,
    wording: WordingForm,
    *,
    may_restate: bool = False,
    refused: str = "",
    decide: DecideForm | None = None,
) -> HttpResponse:
    context = {
        "desk": desk,
        "comment": desk.comment,
        "form": form,
        "wording": wording,
        "may_restate": may_restate,
        "refused": refused,
        "decide": decide or _decide_form(request, desk),
        "needs_place": not holds_on(request.user, Power.DECIDE, desk.amendment),
        "sees_history": holds_on(request.user, Power.READ_HISTORY, desk.amendment),
        "shown": desk.preview(wording["wording"].value() or ""),
    }
    failed = bool(form.errors or wording.errors or refused or decide is not None)
    name = "board_form" if is_piece(request) else "answer"
    return render(request, f"madda/consultations/{name}.html", context, status=422 if failed else 200)


def _read_again(form: AnswerForm | WordingForm, desk: AnswerDesk, request: HttpRequest) -> AnswerDesk:
    """The desk as it is now. What is typed stays; whoever sends it again has read the answer that stands."""
    now = answer_desk(request.user, visible_comment(request, desk.comment.pk))
    sent = request.POST.copy()
    sent["revision"] = str(_read(now))
    form.data = sent
    return now


def _row(request: HttpRequest, comment: Comment, done: str = "", refused: str = "") -> HttpResponse:
    """What stands in the row of the board now. `done` is read out, `refused` stands in the row."""
    desk = answer_desk(request.user, visible_comment(request, comment.pk))
    context: dict[str, object] = {
        "comment": desk.comment,
        "answer": desk.line.answer,
        "may_propose": desk.may_propose,
        "may_decide": desk.may_decide,
        "is_new": True,
        "refused": refused,
    }
    if done:  # with the counts of the board as they are now
        context["new_totals"] = totals(request.user, desk.comment.submission.round)
    response = render(request, "madda/consultations/board_answer.html", context)
    if done:
        response["X-Announce"] = quote(done)
    return response


def _done(request: HttpRequest, comment: Comment, words: str) -> HttpResponse:
    said = words % {"number": comment.reference}
    if is_piece(request):
        return _row(request, comment, said)
    messages.success(request, said)
    return redirect(_board_url(comment))


def _ids(request: HttpRequest, comment: Comment) -> str:
    """The ids of fields, which are in several rows of the board."""
    return f"{comment.pk}_%s" if is_piece(request) else "id_%s"


def _answer_form(request: HttpRequest, desk: AnswerDesk) -> AnswerForm:
    return _answer_form_of(request, desk, request.POST if request.method == "POST" else None)


def _answer_form_beside(request: HttpRequest, desk: AnswerDesk) -> AnswerForm:
    """The form with what was typed into it, when another step was taken: nothing of it is judged."""
    form = _answer_form_of(request, desk)
    if is_piece(request):
        form.initial.update({name: request.POST[name] for name in form.fields if name in request.POST})
    return form


def _answer_form_of(request: HttpRequest, desk: AnswerDesk, data: QueryDict | None = None) -> AnswerForm:
    """The form as the answer stands, filled in with what was posted to it."""
    standing = desk.disposition
    value = standing.value if standing else request.GET.get("value", "")
    initial = {
        "value": value,
        "reason": standing.reason if standing else "",
        "revision": _read(desk),
        "provision": desk.target_number
        or ("" if standing or value not in NEEDS_TARGET else desk.line.number),
        "instruction": desk.target_instruction,
        "effect": desk.target_effect,
    }
    return AnswerForm(
        data,
        initial=initial,
        auto_id=_ids(request, desk.comment),
        instructions=desk.instruction_choices,
        effects=Effect.choices,
    )


def _read(desk: AnswerDesk) -> int:
    """The revision of the answer that the page shows."""
    return desk.disposition.revision if desk.disposition else 0


def _decide_form(request: HttpRequest, desk: AnswerDesk) -> DecideForm:
    return DecideForm(initial={"revision": _read(desk)}, auto_id=_ids(request, desk.comment))


def _wording_form(desk: AnswerDesk) -> WordingForm:
    return WordingForm(initial={"wording": desk.starting_wording, "revision": _read(desk)})


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


@piece_signed_in
@require_POST
def instruct(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Propose an instruction with the wording and answer the comment, in one step."""
    desk = _desk(request, pk)
    form = WordingForm(request.POST)
    may_restate = False
    if "preview" not in request.POST and form.is_valid():
        words = desk.typed(form.cleaned_data["wording"])
        try:
            restate = "restate" in request.POST
            operation = desk.operation(words, over=restate)
            actor = actor_of(request, reason=form.cleaned_data["reason"])
            ProposeFromComment(
                desk.comment,
                operation,
                words,
                actor=actor,
                restate=restate,
                revision=form.cleaned_data["revision"],
            ).execute()
        except AmendmentsError as refusal:
            form.add_error(None, str(refusal))
            desk = _read_again(form, desk, request)
            may_restate = isinstance(refusal, ChangedSince) or (
                isinstance(refusal, CannotBeFolded) and refusal.offer is not None
            )
        else:
            return _done(
                request,
                desk.comment,
                _("The wording of %(number)s is proposed to the drafters as an instruction."),
            )
    beside = _answer_form_beside(request, desk)
    return _show(request, desk, beside, form, may_restate=may_restate)


@piece_signed_in
@require_POST
def decide(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Decide as the chair, or record the decision of the committee as the secretary."""
    comment = visible_comment(request, pk)
    place = DecideForm(request.POST, auto_id=_ids(request, comment))
    if not place.is_valid():
        desk = _desk(request, pk)
        return _show(request, desk, _answer_form_of(request, desk), _wording_form(desk), decide=place)
    try:
        DecideDisposition(comment, actor=actor_of(request), **place.cleaned_data).execute()
    except AmendmentsError as refusal:
        if is_piece(request):
            desk = answer_desk(request.user, comment)
            if not (desk.may_propose or desk.may_decide):  # somebody else has decided
                return _row(request, comment, refused=str(refusal))
            form = _answer_form_of(request, desk)
            return _show(request, desk, form, WordingForm(), refused=str(refusal))
        messages.error(request, str(refusal))
        return redirect("consultations:answer", pk)
    return _done(request, comment, _("The answer to %(number)s is decided."))


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


def _board_url(comment: Comment) -> str:
    board_url = reverse("consultations:board", args=[comment.submission.round_id])
    anchor = comment.anchors.first()
    return f"{board_url}#p-{anchor.provision_id}" if anchor else board_url
