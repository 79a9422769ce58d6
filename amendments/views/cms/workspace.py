"""The drafters' workspace in Wagtail's admin: the list of instructions beside the working text."""

from collections import defaultdict
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from amendments.actions.drafting.change_state import ChangeState, roles_on
from amendments.actions.drafting.move_instruction import MoveInstruction
from amendments.actions.drafting.rebase_amendment import RebaseAmendment
from amendments.actions.drafting.take_instruction import TakeInstruction
from amendments.actions.drafting.withdraw_instruction import WithdrawInstruction
from amendments.actions.publication.seal_draft import SealDraft
from amendments.errors import AmendmentsError
from amendments.models import Amendment, Instruction
from amendments.provisions.tree import OUTSIDE_THE_LAW
from amendments.queries.adoption import adoption_desk
from amendments.queries.drafts import Step, WorkingDraft, working_draft
from amendments.queries.readings import preview
from amendments.queries.rows import Row
from amendments.states import State, steps_from
from amendments.views.cms.frame import actor_of, furniture_of, gist, official_words, own_amendment


@dataclass(frozen=True, slots=True)
class Line:
    """An instruction in the list: its place, its neighbours, official wording and problem."""

    step: Step
    place: int
    words: str
    above: str
    below: str


@dataclass(frozen=True, slots=True)
class TextLine:
    """A provision of the working text: whether it can be edited in place, and the instructions that made it."""

    row: Row
    is_editable: bool
    instructions: tuple[Instruction, ...]


def workspace(request: HttpRequest, pk: int) -> HttpResponse:
    """The list, the proposals of others, and the redline that they give."""
    amendment = own_amendment(request, pk)
    draft = working_draft(amendment)
    newest = amendment.base_version.instrument.consolidated().first()
    adoption = adoption_desk(amendment)
    is_newer = newest is not None and newest.number > amendment.base_version.number
    shows_all = request.GET.get("show") != "changed"
    others = amendment.instructions.exclude(status=Instruction.Status.TAKEN)
    context = {
        "amendment": amendment,
        "lines": _lines(amendment, draft),
        "proposed": [
            (row, gist(row.operation)) for row in others if row.status == Instruction.Status.PROPOSED
        ],
        "withdrawn": [row for row in others if row.status == Instruction.Status.WITHDRAWN],
        "text": _text(amendment, draft, shows_all=shows_all),
        "shows_all": shows_all,
        "problems": draft.problems,
        "last_draft": amendment.versions.order_by("-number").first(),
        "steps": _next_states(request.user, amendment),
        "newer_base": newest if is_newer and newest != adoption.sealed else None,
        "adoption": adoption,
        **furniture_of(amendment),
    }
    return render(request, "madda/amendments/cms/workspace.html", context)


@require_POST
def step(request: HttpRequest, pk: int, name: str, row: object = None) -> HttpResponse:
    """The buttons of the workspace: take, withdraw, move, seal, rebase, next state."""
    amendment = own_amendment(request, pk)
    stored = get_object_or_404(amendment.instructions, pk=row) if row else None
    try:
        done = _of_row(request, stored, name) if stored else _of_amendment(request, amendment, name)
    except AmendmentsError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect("amendments_admin:workspace", amendment.pk)


def _of_row(request: HttpRequest, stored: Instruction, name: str) -> str:
    actor, seen = actor_of(request), _seen(request)
    if name == "take":
        TakeInstruction(stored, actor=actor, seen_revision=seen).execute()
        return _("%(key)s is in the draft.") % {"key": stored.key}
    if name == "withdraw":
        WithdrawInstruction(stored, actor=actor, seen_revision=seen).execute()
        return _("%(key)s is withdrawn. You can take it back below.") % {"key": stored.key}
    if name in {"up", "down"}:
        other = stored.amendment.instructions.filter(key=request.POST.get("past", "")).first()
        if other is None:
            raise AmendmentsError
        upper, lower = (other, stored) if name == "up" else (stored, other)
        MoveInstruction(upper, lower, actor=actor).execute()
        return _("The order is changed.")
    raise AmendmentsError


def _of_amendment(request: HttpRequest, amendment: Amendment, name: str) -> str:
    actor = actor_of(request)
    if name == "seal":
        version = SealDraft(amendment, actor=actor).execute()
        return _("%(version)s is sealed. Ask for its release on the page of the amendment.") % {
            "version": version.label
        }
    if name == "rebase":
        RebaseAmendment(amendment, amendment.base_version.instrument.consolidated()[0], actor=actor).execute()
        return _("The amendment stands on the newest text now. Read the instructions marked below.")
    if name == "state" and request.POST.get("state") in State.values:
        change = ChangeState(amendment, State(request.POST["state"]), actor=actor).execute()
        return _("The amendment is now: %(state)s.") % {"state": change.get_state_display()}
    raise AmendmentsError


def _seen(request: HttpRequest) -> int | None:
    """The state of the instruction that stood on the drafter's page."""
    given = request.POST.get("revision", "")
    return int(given) if given.isdecimal() else None


def _lines(amendment: Amendment, draft: WorkingDraft) -> list[Line]:
    keys = ["", *(step.instruction.key for step in draft.steps), ""]
    return [
        Line(
            step,
            place,
            official_words(amendment, step.operation),
            above=keys[place - 1],
            below=keys[place + 1],
        )
        for place, step in enumerate(draft.steps, start=1)
    ]


def _text(amendment: Amendment, draft: WorkingDraft, *, shows_all: bool) -> list[TextLine]:
    reading = preview(amendment.base_version, draft.base, draft.tree)
    touched: dict[str, list[Instruction]] = defaultdict(list)
    for step in draft.steps:
        for key in step.touched:
            touched[key].append(step.instruction)
    return [
        TextLine(
            row,
            row.provision in draft.tree.by_key and row.element.kind not in OUTSIDE_THE_LAW,
            tuple(touched[row.provision]),
        )
        for row in (reading.rows if shows_all else reading.changed_in_context)
    ]


def _next_states(user: object, amendment: Amendment) -> list[tuple[str, str]]:
    roles = roles_on(user, amendment)
    return [
        (step.end.value, str(step.end.label)) for step in steps_from(amendment.state) if step.roles & roles
    ]
