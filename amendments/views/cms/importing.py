"""Import of an act: upload, preview with warnings, correct, save."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any

from django.core.cache import cache
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from amendments.actions.importing.import_act import ImportAct
from amendments.actions.importing.particulars import Particulars
from amendments.actions.importing.request_import import RequestImport
from amendments.errors import AmendmentsError
from amendments.forms import ImportForm
from amendments.importers import Imported, ImportFailed, load_act
from amendments.importers.limits import broken_into_lines, check_sent_back, check_size, check_text
from amendments.long_work.collector import no_collector
from amendments.models import Section
from amendments.models.provision import KIND_LABELS
from amendments.permissions import sections_of
from amendments.plugins.registry import scheme_for
from amendments.provisions.errors import ProvisionError
from amendments.provisions.scheme import Parsed
from amendments.provisions.tree import Element, Kind
from amendments.queries.imports import imports_of, is_one_being_saved
from amendments.text.saying import say
from amendments.views.cms.frame import actor_of, furniture

PER_PAGE = 500
LISTED = 10  # imports of long acts
MOST_AT_ONCE = 5_000  # lines that are saved while the drafter waits: about three seconds
KEPT_FOR = 15 * 60  # seconds, from the preview to the saving
NUMBERED = {Kind.ARTICLE, Kind.PART, Kind.POINT, Kind.SUBPOINT}


@dataclass(frozen=True)
class Draft:
    """What was read: the lines of the file and the act that they make."""

    imported: Imported
    parsed: Parsed
    shown: int | str = 1  # the page of the list that the drafter asked for

    @property
    def title(self) -> str:
        """The title as it is printed in the file."""
        titles = (element.text for element in self.parsed.tree if element.kind is Kind.TITLE)
        return " ".join(next(titles, "").split())

    @property
    def provisions(self) -> list[Element]:
        """The articles, parts and points."""
        return [element for element in self.parsed.tree if element.kind in NUMBERED]

    @cached_property
    def page(self) -> Page[Element]:
        """The elements that are listed now."""
        return Paginator(list(self.parsed.tree), PER_PAGE).get_page(self.shown)

    @property
    def lines(self) -> list[tuple[Element, object]]:
        """Each of them with the name of its kind."""
        return [(element, KIND_LABELS[element.kind]) for element in self.page]


def import_act(request: HttpRequest) -> HttpResponse:
    """One page, two buttons: “Preview” reads the file or the corrected text, “Save” seals it; the list has pages."""
    sections = Section.objects.filter(path__in=sections_of(request.user))
    if not sections:
        raise PermissionDenied
    form = _form(request, sections)
    draft = None
    if request.method == "POST" and form.is_valid():
        try:
            imported = _read(form)
            check_sent_back(imported.text)
            is_saved = "save" in request.POST
            if is_saved and _takes_long(imported.text):
                return redirect(_ask(request, form, imported.text))
            draft = _draft(request, form, imported)
            if is_saved:
                return redirect(_save(request, form, draft.parsed))
            form.fill(imported.text, draft.title)
        except ImportFailed as refusal:
            form.add_error("file", say(refusal))
        except (AmendmentsError, ProvisionError) as refusal:
            form.add_error(None, say(refusal))
    context = {
        "form": form,
        "draft": draft,
        "imports": Paginator(imports_of(request.user), LISTED).get_page(request.GET.get("imports")),
        **furniture(("", _("Import an act")), icon="upload"),
    }
    return render(request, "madda/amendments/cms/import.html", context)


def _form(request: HttpRequest, sections: Any) -> ImportForm:
    if request.method == "POST":
        return ImportForm(
            request.POST, request.FILES, sections=sections, needs_particulars="save" in request.POST
        )
    initial: dict[str, Any] = {"section": sections[0], "type": "law"}
    if "again" in request.GET:  # what was not imported, to be corrected
        try:
            asked = get_object_or_404(imports_of(request.user).defer(None), pk=request.GET["again"])
        except ValidationError:  # which is no key
            raise Http404 from None
        initial |= {**asked.given, "section": asked.section, "text": asked.text}
    return ImportForm(sections=sections, initial=initial)


def _read(form: ImportForm) -> Imported:
    upload = form.cleaned_data.get("file")
    if upload:
        check_size(upload.size)
        return load_act(upload.name, upload.read())
    imported = Imported(broken_into_lines(form.cleaned_data["text"].replace("\r\n", "\n")))
    check_text(imported.text)
    return imported


def _draft(request: HttpRequest, form: ImportForm, imported: Imported) -> Draft:
    parsed = _parsed(imported.text, form.cleaned_data["country"], form.cleaned_data["language"])
    return Draft(imported, parsed, request.POST.get("page", 1))


def _parsed(text: str, country: str, language: str) -> Parsed:
    """A long act takes seconds to read: its preview, the pages of the list and the saving read it once."""
    digest = sha256("\0".join((country, language, text)).encode()).hexdigest()
    kept: Parsed | None = cache.get(f"amendments.parsed.{digest}")
    if kept is not None:
        return kept
    with no_collector():
        parsed = scheme_for(country, language).parse(text)
    cache.set(f"amendments.parsed.{digest}", parsed, KEPT_FOR)
    return parsed


def _takes_long(text: str) -> bool:
    return text.count("\n") > MOST_AT_ONCE or is_one_being_saved(timezone.now())


def _ask(request: HttpRequest, form: ImportForm, text: str) -> str:
    """Have the worker save what would take long; answers with the page that shows how it stands."""
    section = form.cleaned_data["section"]
    asked = RequestImport(section, text, _particulars(form), actor=actor_of(request)).execute()
    return reverse("amendments_admin:import_state", args=[asked.pk])


def _save(request: HttpRequest, form: ImportForm, parsed: Parsed) -> str:
    """Save the act; answers with its page."""
    section = form.cleaned_data["section"]
    version = ImportAct(section, parsed, _particulars(form), actor=actor_of(request)).execute()
    messages.success(
        request, _("The act is imported and its text is sealed. Ask for its release on its page.")
    )
    return version.instrument.url


def _particulars(form: ImportForm) -> Particulars:
    names = ("title", "number", "language", "country", "type", "date", "source", "as_of", "by_law")
    return Particulars(**{name: form.cleaned_data[name] for name in names})
