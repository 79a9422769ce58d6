"""The buttons of the workspace: take, withdraw, move, rebase."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from amendments.actions.drafting.move_instruction import MoveInstruction
from amendments.actions.drafting.rebase_amendment import RebaseAmendment
from amendments.actions.drafting.take_instruction import TakeInstruction
from amendments.actions.drafting.withdraw_instruction import WithdrawInstruction
from amendments.errors import AmendmentsError, CannotBeFolded
from amendments.instructions.operations import Operation, to_json
from amendments.models import AmendedAct, Instruction
from amendments.queries.showing.kept import sealed_tree
from amendments.queries.showing.official_words import official_words
from amendments.views.cms.frame import (
    actor_of,
    furniture_of,
    gist,
    own_act,
    own_amendment,
    workspace_url,
)
from amendments.views.cms.instruction_pages import stored_instruction
from amendments.views.cms.what_it_does import saved_words


@require_POST
def step(request: HttpRequest, pk: int, name: str, row: object = None) -> HttpResponse:
    """Carry out what the pressed button says, and go back to the workspace."""
    amendment = own_amendment(request, pk)
    stored = stored_instruction(amendment, row) if row else None
    act = stored.amended_act if stored else own_act(request, amendment)
    try:
        done = _of_row(request, stored, name) if stored else _of_amendment(request, act, name)
    except CannotBeFolded as refusal:
        if stored is not None and refusal.offer is not None:
            return _offer(request, stored, refusal, refusal.offer)
        messages.error(request, str(refusal))
    except AmendmentsError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect(workspace_url(act))


def _offer(request: HttpRequest, row: Instruction, refusal: CannotBeFolded, offer: Operation) -> HttpResponse:
    """Why a proposal cannot be taken in, and the restatement of the provision that can."""
    act = row.amended_act
    context = {
        "amendment": act.amendment,
        "act": act,
        "row": row,
        "problem": str(refusal),
        "offer": official_words(act.instrument, offer, sealed_tree(act.base_version)) or gist(to_json(offer)),
        "back": workspace_url(act),
        **furniture_of(act.amendment, _("Take in %(key)s") % {"key": row.key}, act=act),
    }
    return render(request, "madda/amendments/cms/restate.html", context, status=409)


def _of_row(request: HttpRequest, stored: Instruction, name: str) -> str:
    actor, seen = actor_of(request), _seen(request)
    if name == "take":
        restate = "restate" in request.POST
        row = TakeInstruction(stored, actor=actor, seen_revision=seen, restate=restate).execute()
        is_own = row.status == Instruction.Status.TAKEN
        return _("%(key)s is in the draft.") % {"key": row.key} if is_own else saved_words(row)
    if name == "withdraw":
        was_folded = stored.status == Instruction.Status.FOLDED
        WithdrawInstruction(stored, actor=actor, seen_revision=seen).execute()
        if was_folded:
            return _("%(key)s is left out; what stood there before stands there again.") % {"key": stored.key}
        return _("%(key)s is withdrawn. You can take it back below.") % {"key": stored.key}
    if name in {"up", "down"}:
        other = stored.amended_act.instructions.filter(key=request.POST.get("past", "")).first()
        if other is None:
            raise AmendmentsError
        upper, lower = (other, stored) if name == "up" else (stored, other)
        MoveInstruction(upper, lower, actor=actor).execute()
        return _("The order is changed.")
    raise AmendmentsError


def _of_amendment(request: HttpRequest, act: AmendedAct, name: str) -> str:
    actor = actor_of(request)
    if name == "rebase":
        moved = RebaseAmendment(act, act.instrument.consolidated()[0], actor=actor)
        moved.execute()
        return _moved(moved.followed)
    raise AmendmentsError


def _moved(followed: list[str]) -> str:
    """That the amendment changes the newest text, and which instructions name their provisions by new numbers now."""
    said = _("The amendment now changes the newest text. Check the instructions that are marked below.")
    if not followed:
        return said
    renumbered = _("These instructions now name their provisions by their new numbers: %(keys)s.")
    return f"{said} {renumbered % {'keys': ', '.join(followed)}}"


def _seen(request: HttpRequest) -> int | None:
    """The state of the instruction that stood on the drafter's page."""
    given = request.POST.get("revision", "")
    return int(given) if given.isdecimal() else None
