"""The drafters' workspace in Wagtail's admin: the list of instructions beside the working text."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from amendments.actions.add_instruction import AddInstruction
from amendments.actions.change_state import ChangeState, roles_on
from amendments.actions.edit_instruction import EditInstruction
from amendments.actions.order_instructions import OrderInstructions
from amendments.actions.rebase_amendment import RebaseAmendment
from amendments.actions.seal_draft import SealDraft
from amendments.actions.take_instruction import TakeInstruction
from amendments.actions.withdraw_instruction import WithdrawInstruction
from amendments.actor import Actor
from amendments.errors import AmendmentsError, EditConflict
from amendments.forms import FIELDS_OF, InstructionForm, ReasonForm
from amendments.instructions.errors import BadOperation
from amendments.models import Amendment, Instruction
from amendments.permissions import may_draft
from amendments.queries.drafts import Step, WorkingDraft, target_hash, working_draft
from amendments.queries.readings import preview
from amendments.queries.trees import tree_of
from amendments.registry import wording_for
from amendments.states import State, steps_from


@dataclass(frozen=True, slots=True)
class Line:
    """An instruction in the list: its place, official wording and problem."""

    step: Step
    place: int
    words: str
    is_first: bool
    is_last: bool


def workspace(request: HttpRequest, pk: int) -> HttpResponse:
    """The list, the proposals of others, and the redline that they give."""
    amendment = own_amendment(request, pk)
    draft = working_draft(amendment)
    reading = preview(amendment.base_version, draft.base, draft.tree)
    newest = amendment.base_version.instrument.consolidated().first()
    context = {
        "amendment": amendment,
        "lines": _lines(amendment, draft),
        "proposed": amendment.instructions.filter(status=Instruction.Status.PROPOSED),
        "withdrawn": amendment.instructions.filter(status=Instruction.Status.WITHDRAWN),
        "reading": reading,
        "problems": draft.problems,
        "drafts": amendment.versions.order_by("-number"),
        "steps": _next_states(request.user, amendment),
        "newer_base": newest if newest and newest.number > amendment.base_version.number else None,
        **_furniture(amendment),
    }
    return render(request, "amendments/cms/workspace.html", context)


def instruction(request: HttpRequest, pk: int, row: object = None) -> HttpResponse:
    """Write or change an instruction; “Preview” shows what it does before anything is saved."""
    amendment = own_amendment(request, pk)
    stored = get_object_or_404(amendment.instructions, pk=row) if row else None
    form = InstructionForm(request.POST) if request.method == "POST" else _blank(request, amendment, stored)
    shown = None
    if request.method == "POST" and form.is_valid():
        if "preview" in request.POST:
            shown = _preview(amendment, form, stored)
        elif _saved(request, amendment, form, stored):
            return redirect("amendments_admin:workspace", amendment.pk)
    context = {
        "amendment": amendment,
        "stored": stored,
        "form": form,
        "shown": shown,
        "fields_of": {op.value: list(names) for op, names in FIELDS_OF.items()},
        **_furniture(
            amendment, _("Instruction %(key)s") % {"key": stored.key} if stored else _("New instruction")
        ),
    }
    return render(request, "amendments/cms/instruction.html", context)


def history(request: HttpRequest, pk: int, row: object) -> HttpResponse:
    """Who changed an instruction, when and why."""
    amendment = own_amendment(request, pk)
    stored = get_object_or_404(amendment.instructions, pk=row)
    context = {
        "amendment": amendment,
        "stored": stored,
        "records": stored.history.select_related("history_user").order_by("-history_date", "-history_id")[
            :200
        ],
        **_furniture(amendment, _("History of %(key)s") % {"key": stored.key}),
    }
    return render(request, "amendments/cms/history.html", context)


@require_POST
def step(request: HttpRequest, pk: int, name: str, row: object = None) -> HttpResponse:
    """The buttons of the workspace: take, withdraw, move, seal, rebase, next state."""
    amendment = own_amendment(request, pk)
    stored = get_object_or_404(amendment.instructions, pk=row) if row else None
    try:
        done = _perform(request, amendment, name, stored)
    except AmendmentsError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect("amendments_admin:workspace", amendment.pk)


def own_amendment(request: HttpRequest, pk: int) -> Amendment:
    """The amendment, for the drafters of its body only."""
    amendment = get_object_or_404(Amendment.objects.select_related("base_version__instrument"), pk=pk)
    if not may_draft(request.user, amendment):
        raise PermissionDenied
    return amendment


def _actor(request: HttpRequest) -> Actor:
    return Actor.now(request.user, reason=request.POST.get("reason", ""))  # type: ignore[arg-type] # logged in


def _perform(request: HttpRequest, amendment: Amendment, name: str, stored: Instruction | None) -> str:
    actor = _actor(request)
    if stored is not None and name == "take":
        TakeInstruction(stored, actor=actor).execute()
        return _("%(key)s is in the draft.") % {"key": stored.key}
    if stored is not None and name == "withdraw":
        WithdrawInstruction(stored, actor=actor).execute()
        return _("%(key)s is withdrawn. You can take it back below.") % {"key": stored.key}
    if stored is not None and name in {"up", "down"}:
        OrderInstructions(amendment, _moved(amendment, stored, name), actor=actor).execute()
        return _("The order is changed.")
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


def _moved(amendment: Amendment, stored: Instruction, direction: str) -> list[Any]:
    order = [row.pk for row in amendment.instructions.filter(status=Instruction.Status.TAKEN)]
    place = order.index(stored.pk)
    other = place - 1 if direction == "up" else place + 1
    if 0 <= other < len(order):
        order[place], order[other] = order[other], order[place]
    return order


def _blank(request: HttpRequest, amendment: Amendment, stored: Instruction | None) -> InstructionForm:
    if stored is not None:
        return InstructionForm.of(stored)
    target = request.GET.get("target", "")
    seen = target_hash(tree_of(amendment.base_version), target) if target else ""
    return InstructionForm(initial={"target": target, "seen_hash": seen})


def _preview(amendment: Amendment, form: InstructionForm, stored: Instruction | None) -> dict[str, Any]:
    from amendments.instructions.operations import to_json

    operation = form.operation()
    row = stored or Instruction(amendment=amendment, key="?", order=100_000)
    row.op, row.operation, row.target_text_hash = operation.op.value, to_json(operation), ""
    before = working_draft(amendment)
    after = working_draft(amendment, also=[row])
    step = next(step for step in after.steps if step.instruction is row)
    reading = preview(amendment.base_version, before.tree if stored is None else before.base, after.tree)
    return {"problem": step.problem, "rows": reading.changed[:30], "words": _words(amendment, step)}


def _saved(
    request: HttpRequest, amendment: Amendment, form: InstructionForm, stored: Instruction | None
) -> bool:
    """Save; a refusal stands beside the form and nothing that was typed is lost."""
    actor, reason = _actor(request), form.cleaned_data["reason"]
    try:
        if stored is None:
            AddInstruction(amendment, form.operation(), actor=actor, reason=reason).execute()
        else:
            seen = form.cleaned_data["revision"]
            EditInstruction(
                stored, form.operation(), actor=actor, reason=reason, seen_revision=seen
            ).execute()
    except (AmendmentsError, BadOperation) as refusal:
        form.add_error(None, str(refusal))
        if isinstance(refusal, EditConflict) and stored is not None:
            form.data = form.data.copy()
            form.data["revision"] = str(Instruction.objects.get(pk=stored.pk).revision)
        return False
    messages.success(request, _("The instruction is saved."))
    return True


def _lines(amendment: Amendment, draft: WorkingDraft) -> list[Line]:
    last = len(draft.steps)
    return [
        Line(step, place, _words(amendment, step), is_first=place == 1, is_last=place == last)
        for place, step in enumerate(draft.steps, start=1)
    ]


def _words(amendment: Amendment, step: Step) -> str:
    """The official wording, "" where the operation cannot be said in one sentence."""
    from amendments.instructions.errors import Refused
    from amendments.instructions.wording import Mood

    instrument = amendment.base_version.instrument
    try:
        return wording_for(instrument.country, instrument.language).word(step.operation, Mood.IMPERATIVE)
    except Refused:
        return ""


def _next_states(user: object, amendment: Amendment) -> list[tuple[str, str]]:
    roles = roles_on(user, amendment)
    return [
        (step.end.value, str(step.end.label)) for step in steps_from(amendment.state) if step.roles & roles
    ]


def _furniture(amendment: Amendment, here: str = "") -> dict[str, Any]:
    items = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("amendments_admin:index"), "label": _("Amendments")},
        {"url": reverse("amendments_admin:workspace", args=[amendment.pk]), "label": amendment.title},
    ]
    if here:
        items.append({"url": "", "label": here})
    return {
        "breadcrumbs_items": items,
        "header_title": here or amendment.title,
        "header_icon": "edit",
        "reason_form": ReasonForm(),
        "now": timezone.now(),
    }
