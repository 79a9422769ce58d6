"""Import of an act: upload, preview with warnings, correct, save."""

from dataclasses import replace
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from amendments.actions.importing.import_act import ImportAct, refuse_unconfirmed
from amendments.actions.importing.particulars import (
    Particulars,
    acts_of_other_days,
    refuse_known,
    sealed_before,
)
from amendments.actions.importing.request_import import RequestImport
from amendments.errors import AmendmentsError, NotImportable, UnconfirmedFindings
from amendments.forms.importing import REJECTED, ImportForm
from amendments.importers import Imported, ImportFailed, load_act
from amendments.importers.limits import broken_into_lines, check_sent_back, check_size, check_text
from amendments.importers.swallowed_headings import swallowed
from amendments.importers.unseen import without_unseen
from amendments.long_work.act_readings import (
    UnreadAct,
    is_first_to_ask,
    is_unreadable,
    keep_notices,
    keep_reading,
    kept_reading,
    with_notices,
)
from amendments.long_work.collector import no_collector
from amendments.models import Instrument, Section
from amendments.permissions import sections_of
from amendments.plugins.registry import importers, scheme_for
from amendments.provisions.provision_errors import ProvisionError
from amendments.provisions.scheme import Parsed
from amendments.queries.files.imports import discarded_acts, imports_of, is_one_being_saved
from amendments.text.saying import say
from amendments.views.cms.frame import actor_of, furniture
from amendments.views.cms.import_preview import Preview
from amendments.worker.tasks import read_act

LISTED = 10  # imports of long acts
MOST_ASKED = 20  # times that the page asks by itself whether a text is read, for two minutes
MOST_AT_ONCE = 5_000  # lines that are saved while the drafter waits: about three seconds
MOST_READ_AT_ONCE = 5_000  # lines that are read while the drafter waits: less than one second


class BeingRead(Exception):
    """The worker reads the text."""


class SavedBefore(Exception):
    """The person has sealed this very text, as when “Save” is pressed twice; it says the address of the act."""


def import_act(request: HttpRequest) -> HttpResponse:
    """One page, two buttons: “Preview” reads the file or the corrected text, “Save” seals it; the list has pages."""
    try:
        return _answer(request)
    except SavedBefore as saved:
        return redirect(str(saved))


def _answer(request: HttpRequest) -> HttpResponse:
    sections = Section.objects.filter(path__in=sections_of(request.user))
    if not sections:
        raise PermissionDenied
    form = _form(request, sections)
    draft, waited = None, 0
    if request.method == "POST" and form.is_valid():
        try:
            imported = _received(request, form)
            draft = _preview(request, form, imported)
            form.fill(imported, draft.title)
            if form.cleaned_data["number"]:
                _refuse_known(request, form, draft)
            if draft.is_saved and form.is_valid():
                refuse_unconfirmed(draft.parsed, draft.confirmed)
                return redirect(_saved(request, form, draft))
        except BeingRead:
            form.fill(imported, "")
            waited = _waited(request) + 1
            keep_notices(imported)
        except ImportFailed as refusal:
            form.add_error("file", say(refusal))
        except UnconfirmedFindings:
            form.add_error(
                None, _("Law may be lost. Correct the text, or say why each finding below is right.")
            )
        except (AmendmentsError, ProvisionError) as refusal:
            form.add_error(None, say(refusal))
    elif request.method == "POST":
        draft = _kept_preview(request, form)
    context = {"form": form, "draft": draft, "waited": waited, "most_asked": MOST_ASKED}
    return render(request, "madda/amendments/cms/import.html", {**context, **_beside(request)})


def _beside(request: HttpRequest) -> dict[str, Any]:
    """What stands below the form: imports that go on, and acts that were discarded."""
    return {
        "imports": Paginator(imports_of(request.user), LISTED).get_page(request.GET.get("imports")),
        "discarded": Paginator(discarded_acts(request.user), LISTED).get_page(request.GET.get("discarded")),
        **furniture(("", _("Import an act")), icon="upload"),
    }


def _form(request: HttpRequest, sections: Any) -> ImportForm:
    if request.method == "POST":
        return ImportForm(
            request.POST, request.FILES, sections=sections, needs_particulars="save" in request.POST
        )
    initial: dict[str, Any] = {"section": sections[0], "type": "law"}
    last = Instrument.objects.filter(drafting_body__in=sections).order_by("-pk").values("country", "language")
    initial |= last.first() or {}  # of the act that these bodies imported last
    if "again" in request.GET:  # what was not imported, to be corrected
        try:
            asked = get_object_or_404(imports_of(request.user).defer(None), pk=request.GET["again"])
        except ValidationError:  # which is no key
            raise Http404 from None
        initial |= {**asked.given, "section": asked.section, "text": asked.text}
    return ImportForm(sections=sections, initial=initial)


def _received(request: HttpRequest, form: ImportForm) -> Imported:
    imported = _read(form)
    check_sent_back(imported.text)
    if "save" not in request.POST:
        form.take_country(imported)
    return imported


def _read(form: ImportForm) -> Imported:
    upload = form.cleaned_data.get("file")
    if upload:
        check_size(upload.size)
        read = load_act(upload.name, upload.read(), importers())
        return read.original if form.cleaned_data["tracked"] == REJECTED and read.original else read
    text = broken_into_lines(form.cleaned_data["text"].replace("\r\n", "\n"))
    headings = tuple(form.cleaned_data["headings"].splitlines())
    imported = without_unseen(Imported(text, headings=headings))
    check_text(imported.text)
    return with_notices(imported) if form.data.get("waited") else imported


def _preview(request: HttpRequest, form: ImportForm, imported: Imported) -> Preview:
    country, language = form.cleaned_data["country"], form.cleaned_data["language"]
    parsed = _parsed(UnreadAct(imported.text, country, language), waits="save" not in request.POST)
    lost = tuple(swallowed(imported.headings, imported.text, parsed))
    parsed = replace(parsed, warnings=(*parsed.warnings, *lost))
    reasons = {finding.code: request.POST.get(f"confirm_{finding.code}", "") for finding in parsed.stopping}
    given = _particulars(form) if form.is_valid() and form.cleaned_data["number"] else None
    others = acts_of_other_days(given, request.user) if given else ()
    scheme, page = scheme_for(country, language), request.POST.get("page", 1)
    return Preview(imported, parsed, scheme, reasons, "save" in request.POST, page, others)


def _refuse_known(request: HttpRequest, form: ImportForm, draft: Preview) -> None:
    """Say at once that the act is there, before anything is confirmed."""
    try:
        refuse_known(_particulars(form), request.user)
    except NotImportable as refusal:
        _lead_to_saved(request, form, draft)
        form.add_error("number", say(refusal))


def _kept_preview(request: HttpRequest, form: ImportForm) -> Preview | None:
    """The preview beside the particulars that are to be corrected; None if there was none, or nothing can be read."""
    given = form.cleaned_data
    has_text = bool(given.get("file") or given.get("text", "").strip())
    if "save" not in request.POST or not has_text or not {"country", "language"} <= given.keys():
        return None
    try:
        imported = _received(request, form)
        draft = _preview(request, form, imported)
    except (ImportFailed, ProvisionError) as refusal:
        form.add_error("file", say(refusal))
        return None
    form.fill(imported, "")
    return draft


def _parsed(act: UnreadAct, *, waits: bool) -> Parsed:
    """A long act is read by the worker, and once for its preview, the pages of the list and the saving.

    What is saved was read for the preview; after a long break it is read anew, so that no typed reason is lost.
    """
    kept = kept_reading(act)
    if kept is None and waits and act.text.count("\n") > MOST_READ_AT_ONCE:
        if not is_unreadable(act) and is_first_to_ask(act):
            read_act.enqueue(act.digest)
        kept = kept_reading(act)
        if kept is None and not is_unreadable(act):
            raise BeingRead
    if kept is not None:
        return kept
    with no_collector():
        parsed = scheme_for(act.country, act.language).parse(act.text)
    keep_reading(act, parsed)
    return parsed


def _waited(request: HttpRequest) -> int:
    """How often the page has asked whether the text is read."""
    said = request.POST.get("waited", "")
    return min(int(said), MOST_ASKED) if said.isdecimal() else 0


def _takes_long(text: str) -> bool:
    return text.count("\n") > MOST_AT_ONCE or is_one_being_saved(timezone.now())


def _saved(request: HttpRequest, form: ImportForm, draft: Preview) -> str:
    """Save the act, or let the worker save what takes long; answers with the page of the act or of the import."""
    section, given, actor = form.cleaned_data["section"], _particulars(form), actor_of(request)
    if _takes_long(draft.imported.text):
        request_import = RequestImport(
            section, draft.imported.text, given, actor=actor, confirmed=draft.confirmed
        )
        return reverse("amendments_admin:import_state", args=[request_import.execute().pk])
    try:
        version = ImportAct(section, draft.parsed, given, actor=actor, confirmed=draft.confirmed).execute()
    except NotImportable:  # both requests came at the same time
        _lead_to_saved(request, form, draft)
        raise
    messages.success(
        request, _("The act is imported and its text is sealed. Ask for its release on its page.")
    )
    return version.instrument.url


def _lead_to_saved(request: HttpRequest, form: ImportForm, draft: Preview) -> None:
    """Raises `SavedBefore` for the act that the person sealed with this title and text."""
    act = sealed_before(_particulars(form), draft.parsed.tree, request.user) if draft.is_saved else None
    if act is not None:
        raise SavedBefore(act.url)


def _particulars(form: ImportForm) -> Particulars:
    names = (
        "title",
        "number",
        "language",
        "country",
        "type",
        "date",
        "source",
        "as_of",
        "by_law",
        "gazettes",
    )
    return Particulars(**{name: form.cleaned_data[name] for name in names})
