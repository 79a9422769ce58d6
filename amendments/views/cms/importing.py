"""Import of an act: upload, preview with warnings, correct, save."""

from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from typing import Any

from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from wagtail.admin import messages

from amendments.actions.import_act import ImportAct, Particulars
from amendments.errors import AmendmentsError
from amendments.forms import ImportForm
from amendments.importers import Imported, ImportFailed, load_act
from amendments.importers.limits import broken_into_lines, check_size, check_text
from amendments.models import Section, Version
from amendments.models.provision import KIND_LABELS
from amendments.permissions import sections_of
from amendments.provisions.errors import ProvisionError
from amendments.provisions.scheme import Parsed
from amendments.provisions.tree import Element, Kind
from amendments.registry import scheme_for
from amendments.views.cms.frame import actor_of, furniture
from amendments.words import say

PER_PAGE = 500
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
            draft = replace(_read(form), shown=request.POST.get("page", 1))
            if "save" in request.POST:
                version = _save(request, form, draft)
                messages.success(
                    request, _("The act is imported and its text is sealed. Ask for its release on its page.")
                )
                return redirect(version.instrument.url)
            form.fill(draft.imported.text, draft.title)
        except ImportFailed as refusal:
            form.add_error("file", say(refusal))
        except (AmendmentsError, ProvisionError) as refusal:
            form.add_error(None, say(refusal))
    furnished = furniture(("", _("Import an act")), icon="upload")
    return render(request, "amendments/cms/import.html", {"form": form, "draft": draft, **furnished})


def _form(request: HttpRequest, sections: Any) -> ImportForm:
    if request.method != "POST":
        return ImportForm(sections=sections, initial={"section": sections[0], "type": "law"})
    return ImportForm(
        request.POST, request.FILES, sections=sections, needs_particulars="save" in request.POST
    )


def _read(form: ImportForm) -> Draft:
    upload = form.cleaned_data.get("file")
    if upload:
        check_size(upload.size)
        imported = load_act(upload.name, upload.read())
    else:
        imported = Imported(broken_into_lines(form.cleaned_data["text"].replace("\r\n", "\n")))
        check_text(imported.text)
    return Draft(
        imported, _parsed(imported.text, form.cleaned_data["country"], form.cleaned_data["language"])
    )


def _parsed(text: str, country: str, language: str) -> Parsed:
    """A long act takes seconds to read: its preview, the pages of the list and the saving read it once."""
    digest = sha256("\0".join((country, language, text)).encode()).hexdigest()
    kept: Parsed | None = cache.get(f"amendments.parsed.{digest}")
    if kept is not None:
        return kept
    parsed = scheme_for(country, language).parse(text)
    cache.set(f"amendments.parsed.{digest}", parsed, KEPT_FOR)
    return parsed


def _save(request: HttpRequest, form: ImportForm, draft: Draft) -> Version:
    names = ("title", "number", "language", "country", "type", "date", "source")
    particulars = Particulars(**{name: form.cleaned_data[name] for name in names})
    section = form.cleaned_data["section"]
    return ImportAct(section, draft.parsed, particulars, actor=actor_of(request)).execute()
