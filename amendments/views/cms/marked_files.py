"""A file in which others marked changes and comments: uploaded, looked at provision by provision, taken in, undone."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext as _, ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from amendments.actions.drafting.cancel_marked_changes import CancelMarkedChanges
from amendments.actions.drafting.instruction_base import InstructionAction
from amendments.actions.drafting.read_marked_file import ReadMarkedFile
from amendments.actions.drafting.request_marked_changes import RequestMarkedChanges
from amendments.actions.drafting.take_marked_changes import TakeMarkedChanges
from amendments.actions.drafting.undo_marked_file import UndoMarkedFile
from amendments.errors import AmendmentsError, NothingMarked
from amendments.importers import ImportFailed, load_act
from amendments.importers.file_errors import UnknownFormat
from amendments.importers.limits import check_size
from amendments.importers.markup import Markup
from amendments.models import AmendedAct, Amendment, MarkedFile
from amendments.permissions import may_draft
from amendments.plugins.registry import importers
from amendments.queries.drafting.acts_in_files import (
    act_with_the_head,
    acts_not_found,
    other_acts,
    parts_by_act,
)
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.drafting.marked_files import (
    by_provision,
    has_lost_its_draft,
    is_inspected,
    left_of,
    marked_files_of,
    origin_of,
    taken_before,
)
from amendments.queries.drafting.marked_standing import marks_standing
from amendments.queries.drafting.placings import is_first_to_ask, is_placed, placing_of, takes_long
from amendments.queries.way.checking import TextState, check_standing
from amendments.text.saying import say
from amendments.views.cms.frame import (
    act_query,
    actor_of,
    furniture_of,
    numbers_of,
    own_act,
    own_amendment,
    workspace_url,
)
from amendments.worker.marked_file_tasks import place_marks

LISTED = 20
_MARKED = ".docx"  # the one format in which changes are tracked


def marked_files(request: HttpRequest, pk: int) -> HttpResponse:
    """The files of an act of the amendment, and the form for another one."""
    amendment = own_amendment(request, pk)
    act = own_act(request, amendment)
    refusal = ""
    if request.method == "POST":
        try:
            return redirect("amendments_admin:marked_file", _read(request, act).pk)
        except (ImportFailed, AmendmentsError) as refused:
            refusal = say(refused) if isinstance(refused, ImportFailed) else str(refused)
    context = {
        "amendment": amendment,
        "act": act,
        "refusal": refusal,
        "files": Paginator(marked_files_of(act), LISTED).get_page(request.GET.get("page")),
        "kept": f"{act_query(act).removeprefix('?')}&" if act_query(act) else "",
        "workspace": workspace_url(act),
        **furniture_of(amendment, _("Marked files"), act=act),
    }
    return render(request, "madda/amendments/cms/marked_files.html", context)


def _read(request: HttpRequest, act: AmendedAct) -> MarkedFile:
    upload = request.FILES.get("file")
    if not isinstance(upload, UploadedFile) or not upload.name:
        raise AmendmentsError(_("Choose a file."))
    check_size(upload.size or 0)
    try:
        markup = load_act(upload.name, upload.read(), importers()).markup or Markup("")
    except UnknownFormat as unknown:
        raise UnknownFormat(upload.name, [_MARKED]) from unknown
    file = _files_of(request, act, upload.name, markup)[0]
    if file.amended_act != act and str(act.pk) not in file.markup["acts"]:
        words = _("The file is one of %(act)s, and is read there.")
        messages.warning(request, words % {"act": file.amended_act.instrument.shown_title})
    return file


def _files_of(request: HttpRequest, act: AmendedAct, name: str, markup: Markup) -> list[MarkedFile]:
    """The part of each act in which anything is marked, that of this act first."""
    found: list[MarkedFile] = []
    refusal: AmendmentsError = NothingMarked()
    parts = parts_by_act(act, markup)
    if [*parts] == [act]:
        parts = {act_with_the_head(act, markup): parts[act]}
    for each in sorted(parts, key=lambda part: part != act):
        try:
            found.append(ReadMarkedFile(each, name, parts[each], actor=actor_of(request)).execute())
        except NothingMarked as nothing:
            refusal = nothing
    if not found:
        raise refusal
    return found


def marked_file(request: HttpRequest, pk: object) -> HttpResponse:
    """What each mark means on the working text as it stands now; one button takes in what is not left out."""
    found, amendment = _own_file(request, pk)
    if request.method == "POST":
        return _taken(request, found)
    act = found.amended_act
    context: dict[str, Any] = {
        "file": found,
        "act": act,
        "amendment": amendment,
        "is_open": check_standing(amendment, working_draft(act)).state != TextState.UNDER_CHECK,
        "list_query": act_query(act),
        "origin": origin_of(found),
        "has_lost_its_draft": has_lost_its_draft(found),
        "is_inspected": is_inspected(found),
        "others": [(each.instrument, act_query(each)) for each in other_acts(found)],
        "not_found": [each.instrument for each in acts_not_found(found)],
        **furniture_of(amendment, found.name, act=act),
    }
    if _is_waiting(found):
        context |= {"standing": marks_standing(found, timezone.now())}
    elif found.state == MarkedFile.State.READ:
        draft = working_draft(act)
        placing = placing_of(found, draft)
        context |= {
            "placing": placing,
            "provisions": by_provision(placing, draft),
            "left": placing.left,
            "taken_before": taken_before(found),
        }
    else:
        context |= {"left": left_of(found), **_outcome(found)}
    return render(request, "madda/amendments/cms/marked_file.html", context)


def _is_waiting(file: MarkedFile) -> bool:
    """Whether the worker places or takes in the marks; it is asked for the placing once."""
    if file.state != MarkedFile.State.READ or is_placed(file):
        return file.state == MarkedFile.State.TAKING
    if is_first_to_ask(file):
        place_marks.enqueue(str(file.pk), get_language())
    return not is_placed(file)


def _outcome(file: MarkedFile) -> dict[str, Any]:
    """What became of its changes, and its notes."""
    return {"changes": file.changes.select_related("instruction"), "notes": file.margin_notes.all()}


def _taken(request: HttpRequest, file: MarkedFile) -> HttpResponse:
    action = RequestMarkedChanges if takes_long(file) else TakeMarkedChanges
    chosen = {"changes": numbers_of(request, "change"), "notes": numbers_of(request, "note")}
    taken = _done(request, action(file, actor=actor_of(request), **chosen))
    if taken is not None and taken.state == MarkedFile.State.TAKEN:
        count = taken.changes.count()
        words = ngettext(
            "%(count)s instruction is proposed. Take it into the draft, change it or withdraw it.",
            "%(count)s instructions are proposed. Take them into the draft, change them or withdraw them.",
            count,
        )
        messages.success(request, words % {"count": count})
    return redirect("amendments_admin:marked_file", file.pk)


def _done(request: HttpRequest, action: InstructionAction[MarkedFile]) -> MarkedFile | None:
    """What an action makes of the file; None where it is refused, which the page says."""
    try:
        return action.execute()
    except AmendmentsError as refusal:
        messages.error(request, str(refusal))
        return None


@require_POST
def undo(request: HttpRequest, pk: object) -> HttpResponse:
    """Leave out what came of the file."""
    found, amendment = _own_file(request, pk)
    if _done(request, UndoMarkedFile(found, actor=actor_of(request))) is None:
        return redirect("amendments_admin:marked_file", found.pk)
    messages.success(request, _("What the file proposed is left out. What was taken into the draft stays."))
    return redirect(_list_url(found, amendment))


@require_POST
def cancel(request: HttpRequest, pk: object) -> HttpResponse:
    """Stop the worker; the page then shows the marks again, or what was taken in before. It would ask for a placing anew."""
    found, amendment = _own_file(request, pk)
    stopped = _done(request, CancelMarkedChanges(found, actor=actor_of(request)))
    if stopped is not None and found.state == MarkedFile.State.READ:
        return redirect(_list_url(found, amendment))
    return redirect("amendments_admin:marked_file", found.pk)


def _list_url(file: MarkedFile, amendment: Amendment) -> str:
    return reverse("amendments_admin:marked_files", args=[amendment.pk]) + act_query(file.amended_act)


def _own_file(request: HttpRequest, pk: object) -> tuple[MarkedFile, Amendment]:
    """The file, for the drafters of its amendment only; nobody else is told that it exists."""
    found = get_object_or_404(MarkedFile.objects.select_related("amended_act", "read_by"), pk=pk)
    if not may_draft(request.user, found.amended_act.amendment):
        raise Http404
    return found, own_amendment(request, found.amended_act.amendment_id)
