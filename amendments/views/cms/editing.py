"""A provision edited in place: the instructions are derived, shown, and added in one step."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _, ngettext
from wagtail.admin import messages

from amendments.actions.drafting.add_derived_instructions import AddDerivedInstructions
from amendments.actions.drafting.propose_edit import ProposeEdit
from amendments.errors import AmendmentsError, EditConflict
from amendments.forms.instruction_forms import ProvisionForm
from amendments.instructions.operations import Op
from amendments.instructions.touches import Touch
from amendments.models import AmendedAct, Instruction
from amendments.models.instruction import OP_LABELS
from amendments.provisions.tree import Element, Kind, text_hash
from amendments.queries.drafting.drafts import WorkingDraft, working_draft
from amendments.queries.drafting.edits import ProvisionEdit, citation_in_words, derived, editable
from amendments.queries.drafting.folds import foreseen_edit
from amendments.queries.drafting.touching import Mine, also_touched
from amendments.queries.showing.rows import DIVISIONS
from amendments.text import cells
from amendments.views.cms.conflicts import TwoWordings, both, chosen_over, of_provision, told
from amendments.views.cms.frame import (
    act_query,
    actor_of,
    furniture_of,
    is_live,
    is_pressed,
    is_saving,
    own_act,
    own_amendment,
    workspace_url,
)
from amendments.views.cms.what_it_does import Shown, saved_words, shown

# The kinds that begin at one provision, in the order in which drafters need them.
ON_ONE_PROVISION = (
    Op.REPLACE_WORDS,
    Op.INSERT_AFTER,
    Op.DELETE_WORDS,
    Op.RESTATE,
    Op.REPEAL,
    Op.RESTATE_HEADING,
    Op.ADD_SENTENCE,
    Op.RESTATE_SENTENCE,
    Op.REPLACE_NUMBER,
    Op.INSERT_BEFORE,
    Op.RENUMBER_AND_ADD,
)
HEADED = DIVISIONS | {Kind.ARTICLE}
BESIDE_IT = (Op.INSERT_ELEMENT, Op.APPEND_ELEMENT)


def provision(request: HttpRequest, pk: int, provision: object) -> HttpResponse:
    """Edit the text of one provision, or choose the kind of instruction for it."""
    amendment = own_amendment(request, pk)
    act = own_act(request, amendment)
    draft = working_draft(act)
    element = editable(draft.tree, str(provision))
    if element is None:
        raise Http404
    form = _form(request, element)
    preview = conflict = set_together = None
    if is_pressed(request, "together") and form.is_valid():
        form, set_together = _set_together(request, element, form)
    if request.method == "POST" and form.is_valid():
        if is_pressed(request, "later") and _is_kept(request, act, element, form):
            return redirect(workspace_url(act))
        if is_saving(request) and _saved(request, act, element, form):
            return redirect(workspace_url(act))
        conflict = _conflict(request, draft, element, form)
        preview = _shown(draft, element, form) if conflict is None else None
    if is_live(request):
        return render(request, "madda/amendments/cms/what_it_does.html", {"shown": preview})
    target = citation_in_words(act.instrument, draft.tree, element)
    context = {
        "amendment": amendment,
        "act": act,
        "in_act": act_query(act),
        "back": workspace_url(act),
        "element": element,
        "target": target,
        "form": form,
        "shown": preview,
        "conflict": conflict,
        "set_together": set_together,
        "made_by": [step.instruction for step in draft.steps if element.key in step.touched],
        "also": also_touched(request.user, act, [Mine(UUID(element.key), Touch.WORDS, "")]).elsewhere,
        "kinds": [(op.value, OP_LABELS[op]) for op in ON_ONE_PROVISION],
        "kinds_beside": [(op.value, OP_LABELS[op]) for op in BESIDE_IT],
        **furniture_of(amendment, _("Change %(provision)s") % {"provision": target or element.eid}, act=act),
    }
    return render(request, "madda/amendments/cms/provision_form.html", context)


def _form(request: HttpRequest, element: Element) -> ProvisionForm:
    has_heading = bool(element.heading) or element.kind in HEADED
    if request.method == "POST":
        return ProvisionForm(request.POST, has_heading=has_heading)
    present = {"heading": element.heading, "text": cells.shown(element), **_start(element)}
    return ProvisionForm(initial=present, has_heading=has_heading)


def _start(element: Element) -> dict[str, str]:
    """The wording over which somebody writes."""
    return {"seen": text_hash(element), "was": cells.shown(element), "was_heading": element.heading}


def _set_together(request: HttpRequest, element: Element, form: ProvisionForm) -> tuple[ProvisionForm, str]:
    """The form on the wording that somebody else saved, with both changes where they fit together."""
    edit = form.edit(element.key)
    found = both(element, (edit.heading, edit.text), form.began_with())
    heading, text = found or (edit.heading, edit.text)
    given = {**request.POST.dict(), **_start(element), "heading": heading, "text": text}
    words = (
        _("Both changes are set together in the text below. Check it, then add it to the draft.")
        if found
        else _(
            "Your text stands below, the saved one under “Working text”. Write what shall hold, then add it."
        )
    )
    return ProvisionForm(given, has_heading="heading" in form.fields), words


def _conflict(
    request: HttpRequest, draft: WorkingDraft, element: Element, form: ProvisionForm
) -> TwoWordings | None:
    """The newer words of the provision beside the typed ones, where somebody else saved them."""
    if not (is_saving(request) or is_pressed(request, "later")) or form.cleaned_data["seen"] == text_hash(
        element
    ):
        return None
    edit = form.edit(element.key)
    return of_provision(draft, element, (edit.heading, edit.text), form.began_with())


def _shown(draft: WorkingDraft, element: Element, form: ProvisionForm) -> Shown:
    try:
        operations = derived(draft, form.edit(element.key)).operations
    except AmendmentsError as refusal:
        return Shown(problem=str(refusal))
    return shown(draft, foreseen_edit(draft, operations), draft.tree)


def _is_kept(request: HttpRequest, act: AmendedAct, element: Element, form: ProvisionForm) -> bool:
    """Whether the own wording is kept as a proposal, written on the text as somebody else saved it."""
    edit = form.edit(element.key, text_hash(element))
    reason = form.cleaned_data["reason"]
    try:
        kept = ProposeEdit(act, edit, actor=actor_of(request), reason=reason).execute()
    except AmendmentsError as refusal:
        form.add_error(None, str(refusal))
        return False
    words = ngettext(
        "Your wording is kept as the proposed instruction %(keys)s. Take it into the draft or withdraw it later.",
        "Your wording is kept as the proposed instructions %(keys)s. Take them into the draft or withdraw them later.",
        len(kept),
    )
    messages.success(request, words % {"keys": ", ".join(row.key for row in kept)})
    return True


def _saved(request: HttpRequest, act: AmendedAct, element: Element, form: ProvisionForm) -> bool:
    edit: ProvisionEdit = form.edit(element.key, chosen_over(request))
    action = AddDerivedInstructions(
        act,
        edit,
        actor=actor_of(request),
        reason=form.cleaned_data["reason"],
        restate="restate" in request.POST,
    )
    try:
        added = action.execute()
    except AmendmentsError as refusal:
        form.add_error(None, told() if isinstance(refusal, EditConflict) else str(refusal))
        return False
    own = [row for row in added if row.status == Instruction.Status.TAKEN]
    if own:
        words = ngettext("%(count)s instruction is added.", "%(count)s instructions are added.", len(own))
        messages.success(request, words % {"count": len(own)})
    for row in added:
        if row not in own:
            messages.success(request, saved_words(row))
    return True
