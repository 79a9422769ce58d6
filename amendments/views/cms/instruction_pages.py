"""One instruction: its form with a preview, and its history."""

from collections.abc import Callable
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from wagtail.admin import messages

from amendments.actions.drafting.add_instruction import AddInstruction
from amendments.actions.drafting.edit_instruction import EditInstruction
from amendments.errors import AddedBefore, AmendmentsError, EditConflict
from amendments.forms.instruction_forms import FIELDS_OF, InstructionForm
from amendments.instructions.completing.completed import completed
from amendments.instructions.execution.placing import is_taken
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, to_json, with_labels
from amendments.instructions.touches import named, words_in
from amendments.models import AmendedAct, Amendment, Instruction
from amendments.provisions.tree import Element
from amendments.queries.drafting.drafts import citation_words, scheme_of, wording_of, working_draft
from amendments.queries.drafting.edits import citation_in_words, named_in
from amendments.queries.drafting.folds import foreseen
from amendments.queries.drafting.left_citing import left_citing
from amendments.queries.drafting.sources import sources_of
from amendments.queries.drafting.touching import also_touched, stored_touches, touches_in
from amendments.text.saying import say
from amendments.views.cms.conflicts import chosen_over, of_instruction, told
from amendments.views.cms.frame import (
    actor_of,
    furniture_of,
    gist,
    is_live,
    is_saving,
    own_act,
    own_amendment,
    workspace_url,
)
from amendments.views.cms.what_it_does import NEW, Shown, saved_words, shown

MOST_RECORDS = 200


def instruction(request: HttpRequest, pk: int, row: object = None) -> HttpResponse:
    """Write or change an instruction; “Preview” shows what it does before anything is saved."""
    amendment = own_amendment(request, pk)
    stored = stored_instruction(amendment, row) if row else None
    act = stored.amended_act if stored else own_act(request, amendment)
    form = _form(request, act, stored)
    preview = conflict = None
    if request.method == "POST" and form.is_valid():
        if is_saving(request) and _saved(request, act, form, stored):
            return redirect(workspace_url(act))
        if is_saving(request) and stored is not None and _is_newer(stored, form):
            conflict = of_instruction(stored, form.operation())
        preview = _shown(request, act, form, stored)
    if is_live(request):
        return render(request, "madda/amendments/cms/what_it_does.html", {"shown": preview})
    here = _("Instruction %(key)s") % {"key": stored.key} if stored else _("New instruction")
    context = {
        "amendment": amendment,
        "act": act,
        "back": workspace_url(act),
        "stored": stored,
        "sources": sources_of(request.user, [stored]).get(stored.pk, ()) if stored else (),
        "form": form,
        "shown": preview,
        "conflict": conflict,
        "present": _present(act, form),
        "also": also_touched(request.user, act, stored_touches(stored), but=stored.pk)
        if stored and not preview
        else None,
        "fields_of": {op.value: list(names) for op, names in FIELDS_OF.items()},
        **furniture_of(amendment, here, act=act),
    }
    return render(request, "madda/amendments/cms/instruction.html", context)


def history(request: HttpRequest, pk: int, row: object) -> HttpResponse:
    """Who changed an instruction, when and why."""
    amendment = own_amendment(request, pk)
    stored = stored_instruction(amendment, row)
    records = stored.history.select_related("history_user").order_by("-history_date", "-history_id")
    context = {
        "amendment": amendment,
        "stored": stored,
        "records": [(record, gist(record.operation)) for record in records[:MOST_RECORDS]],
        **furniture_of(amendment, _("History of %(key)s") % {"key": stored.key}, act=stored.amended_act),
    }
    return render(request, "madda/amendments/cms/instruction_history.html", context)


def stored_instruction(amendment: Amendment, row: object) -> Instruction:
    """An instruction of the amendment with its act."""
    found = get_object_or_404(amendment.instructions, pk=row)
    found.amended_act = next(act for act in amendment.amended_acts.all() if act.pk == found.amended_act_id)
    return found


def _form(request: HttpRequest, act: AmendedAct, stored: Instruction | None) -> InstructionForm:
    words = citation_words(act.base_version.instrument)
    sent = request.POST if request.method == "POST" else None
    if stored is not None:
        return InstructionForm.of(stored, words, _in_words(act), sent)
    if sent is not None:
        return InstructionForm(sent, words=words)
    given = {name: request.GET[name] for name in ("op", "target", "after") if request.GET.get(name)}
    if given.get("op") not in list(Op):
        given.pop("op", None)
    target = named_in(act.base_version.instrument, given.get("target", ""))
    seen = words_in(working_draft(act).base, target)
    return InstructionForm(initial={**given, "seen_hash": seen, "seen_list": act.revision}, words=words)


def _present(act: AmendedAct, form: InstructionForm) -> Element | None:
    """The provision as it stands in the working text, to copy words from; none for a new one whose number is free."""
    target, after = str(form["target"].value() or ""), str(form["after"].value() or "")
    tree, name = working_draft(act).tree, named_in(act.base_version.instrument, target or after)
    element = named(tree, name)
    is_new = bool(target) and form["op"].value() in (Op.INSERT_ELEMENT, Op.APPEND_ELEMENT)
    return None if is_new and element is not None and not is_taken(tree, name) else element


def _in_words(act: AmendedAct) -> Callable[[str], str]:
    """Says the name of a provision in the words of the act."""

    def said(name: str) -> str:
        tree = working_draft(act).tree
        element = named(tree, name)
        return citation_in_words(act.base_version.instrument, tree, element) if element else name

    return said


def _shown(request: HttpRequest, act: AmendedAct, form: InstructionForm, stored: Instruction | None) -> Shown:
    """Problem, official wording and changed rows of what the form would save."""
    row = stored or Instruction(amended_act=act, key=NEW, order=100_000)
    operation = with_labels(form.operation(), row.operation or {})
    in_place = stored is not None and stored.status != Instruction.Status.PROPOSED
    draft = working_draft(act)
    try:
        if to_json(operation) != row.operation:
            operation = completed(draft.before(row), operation, scheme_of(act), wording_of(act))
    except Refused as refusal:
        return Shown(problem=say(refusal))
    row.op, row.operation = operation.op.value, to_json(operation)
    before = draft.tree if stored is None or not in_place else draft.base
    seen = foreseen(draft, row, in_place=in_place)
    also = also_touched(request.user, act, touches_in(row, seen.tree, seen.touches), but=row.pk)
    found = shown(draft, seen, before, own=row.key, also=also)
    left = left_citing(request.user, draft, before, seen.tree) if seen.tree else ()
    return replace(found, left_citing=left)


def _is_newer(stored: Instruction, form: InstructionForm) -> bool:
    """Whether the stored instruction is another than the one that the drafter read."""
    seen = form.cleaned_data.get("revision")
    return seen is not None and Instruction.objects.filter(pk=stored.pk).exclude(revision=seen).exists()


def _saved(request: HttpRequest, act: AmendedAct, form: InstructionForm, stored: Instruction | None) -> bool:
    """Save; a refusal stands beside the form and nothing that was typed is lost."""
    actor, reason = actor_of(request), form.cleaned_data["reason"]
    restate = "restate" in request.POST
    is_repeated = False
    try:
        if stored is None:
            seen_list = form.cleaned_data["seen_list"]
            adding = AddInstruction(
                act,
                form.operation(),
                actor=actor,
                reason=reason,
                restate=restate,
                seen_list=seen_list,
                again=restate or "again" in request.POST,
            )
            row, is_repeated = adding.execute(), adding.is_repeated
        else:
            over = chosen_over(request)
            seen = int(over) if over.isdecimal() else form.cleaned_data["revision"]
            row = EditInstruction(
                stored, form.operation(), actor=actor, reason=reason, seen_revision=seen, restate=restate
            ).execute()
    except AmendmentsError as refusal:
        if isinstance(refusal, EditConflict) and stored is not None and _is_newer(stored, form):
            form.add_error(None, told())
        else:
            form.add_refusal(refusal)
        form.says_the_same = isinstance(refusal, AddedBefore)
        return False
    messages.success(request, _("This instruction was saved already.") if is_repeated else saved_words(row))
    return True
