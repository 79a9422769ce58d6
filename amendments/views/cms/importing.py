"""Import of an act: upload, preview with warnings, correct, save."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from amendments.actions.import_act import ImportAct, Particulars
from amendments.actor import Actor
from amendments.errors import AmendmentsError
from amendments.forms import ImportForm
from amendments.importers import ImportFailed, read_act
from amendments.models import Section
from amendments.models.instrument import InstrumentType
from amendments.permissions import sections_of
from amendments.provisions.errors import ProvisionError
from amendments.provisions.scheme import Parsed
from amendments.provisions.tree import Kind
from amendments.registry import scheme_for

NUMBERED = {Kind.ARTICLE, Kind.PART, Kind.POINT, Kind.SUBPOINT}


def import_act(request: HttpRequest) -> HttpResponse:
    """One page, two buttons: “Preview” reads the file or the corrected text, “Save” seals it."""
    sections = Section.objects.filter(path__in=sections_of(request.user))
    if not sections:
        raise PermissionDenied
    form = _form(request, sections)
    parsed = None
    if request.method == "POST" and form.is_valid():
        try:
            text = _text(form)
            parsed = scheme_for(form.cleaned_data["country"], form.cleaned_data["language"]).parse(text)
            if "save" in request.POST:
                version = ImportAct(
                    form.cleaned_data["section"], parsed, _particulars(form), actor=_actor(request)
                ).execute()
                messages.success(
                    request, _("The act is imported and its text is sealed. Ask for its release on its page.")
                )
                return redirect(version.instrument.url)
            form = _with_text(form, text, sections)
        except ImportFailed as refusal:
            form.add_error("file", str(refusal))
        except (AmendmentsError, ProvisionError) as refusal:
            form.add_error(None, str(refusal))
    return render(request, "amendments/cms/import.html", {"form": form, **_preview(parsed), **_furniture()})


def _form(request: HttpRequest, sections: Any) -> ImportForm:
    data = (request.POST, request.FILES) if request.method == "POST" else ()
    return ImportForm(
        *data,
        sections=sections,
        languages=settings.LANGUAGES,
        types=InstrumentType.choices,
        initial={"section": sections[0], "type": "law"},
    )


def _text(form: ImportForm) -> str:
    upload = form.cleaned_data.get("file")
    if upload is None:
        return str(form.cleaned_data["text"]).replace("\r\n", "\n")
    return read_act(upload.name, upload.read())


def _with_text(form: ImportForm, text: str, sections: Any) -> ImportForm:
    """The same form with the text of the file in it, so that it can be corrected and saved."""
    data = form.data.copy()  # type: ignore[attr-defined] # a QueryDict
    data["text"] = text
    again = ImportForm(data, sections=sections, languages=settings.LANGUAGES, types=InstrumentType.choices)
    again.is_valid()
    return again


def _particulars(form: ImportForm) -> Particulars:
    names = ("title", "number", "language", "country", "type", "date", "source")
    return Particulars(**{name: form.cleaned_data[name] for name in names})


def _actor(request: HttpRequest) -> Actor:
    return Actor.now(request.user)  # type: ignore[arg-type] # logged in


def _preview(parsed: Parsed | None) -> dict[str, Any]:
    if parsed is None:
        return {"parsed": None}
    return {
        "parsed": parsed,
        "provisions": [element for element in parsed.tree if element.kind in NUMBERED],
        "elements": parsed.tree.elements,
        "findings": parsed.warnings,
    }


def _furniture() -> dict[str, Any]:
    items = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("amendments_admin:index"), "label": _("Amendments")},
        {"url": "", "label": _("Import an act")},
    ]
    return {"breadcrumbs_items": items, "header_title": _("Import an act"), "header_icon": "upload"}
