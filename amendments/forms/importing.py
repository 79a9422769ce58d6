"""The form by which an act is imported."""

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext, gettext_lazy as _

from amendments.forms.page_choice import PageChoice
from amendments.importers import Imported
from amendments.models import Section
from amendments.models.instrument import InstrumentType
from amendments.plugins.registry import countries, country_name, importers, scheme_for
from amendments.provisions.provision_errors import SchemeNotFound
from amendments.text.visible_text import UncutText

ACCEPTED, REJECTED = "accepted", "rejected"


def _language_read_in(country: str) -> str:
    """The first language in which acts of a country can be read, so that the form opens with what it takes."""
    readable = (code for code, _name in settings.LANGUAGES if _is_read(country, code))
    return next(readable, settings.LANGUAGE_CODE)


def _is_read(country: str, language: str) -> bool:
    try:
        scheme_for(country, language)
    except SchemeNotFound:
        return False
    return True


class ImportForm(UncutText, forms.Form):
    """An act to import: a file or pasted text, and its particulars."""

    file = forms.FileField(label=_("File"), required=False)
    tracked = forms.ChoiceField(
        label=_("Tracked changes in the file"),
        choices=[
            (ACCEPTED, _("accepted: the text as it becomes")),
            (REJECTED, _("rejected: the text as it was")),
        ],
        required=False,
        initial=ACCEPTED,
    )
    headings = forms.CharField(required=False, strip=False, widget=forms.HiddenInput())
    title = forms.CharField(label=_("Title"), max_length=255)
    type = forms.ChoiceField(label=_("Type"), choices=InstrumentType.choices)
    number = forms.CharField(label=_("Number"), max_length=50)
    date = forms.DateField(
        label=_("Date of adoption"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    country = forms.ChoiceField(
        label=_("Country"),
        required=False,
        help_text=_("Its rules of numbering and citing are used."),
    )
    language = forms.ChoiceField(label=_("Language of the text"), choices=settings.LANGUAGES)
    as_of = forms.DateField(
        label=_("Text as of"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("The first day on which this wording was in force. Empty: it is the text as adopted."),
    )
    by_law = forms.CharField(
        label=_("Last amended by"),
        max_length=50,
        required=False,
        help_text=_("The number of the law that brought this wording, for example 853-VIQD."),
    )
    gazettes = forms.CharField(label=_("Gazette"), max_length=1000, required=False)
    source = forms.CharField(label=_("Source"), max_length=300, required=False)
    section = PageChoice(label=_("Drafting body"), queryset=Section.objects.none())
    text = forms.CharField(
        label=_("Text"),
        required=False,
        strip=False,
        help_text=_(
            "Lines one below the other that begin with | are rows of a table, whatever their numbers: | 1. | Box"
        ),
        widget=forms.Textarea(attrs={"rows": 24, "spellcheck": "false"}),
    )

    def __init__(
        self, *args: Any, sections: QuerySet[Section], needs_particulars: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._offer_formats()
        known = countries()
        offered = [*((code, country_name(code)) for code in known), ("", _("none (fictional act)"))]
        self.fields["country"].choices = offered  # type: ignore[attr-defined] # a choice field
        self.fields["country"].initial = known[0] if len(known) == 1 else ""
        country = self.get_initial_for_field(self.fields["country"], "country")
        self.fields["language"].initial = _language_read_in(country)
        self.fields["section"].queryset = sections  # type: ignore[attr-defined] # a model choice field
        if not needs_particulars:  # a preview: the file may say them itself
            self.fields["title"].required = self.fields["number"].required = False

    def _offer_formats(self) -> None:
        known = importers()
        self.fields["file"].help_text = gettext("Formats: %(names)s.") % {
            "names": ", ".join(str(importer.name) for importer in known)
        }
        self.fields["file"].widget.attrs["accept"] = ",".join(
            suffix for importer in known for suffix in importer.suffixes
        )

    def clean(self) -> dict[str, Any]:
        """A file or a text is needed."""
        data = super().clean() or {}
        if not data.get("file") and not data.get("text", "").strip():
            self.add_error("file", gettext("Choose a file."))
        if data.get("as_of") and data.get("date") and data["as_of"] < data["date"]:
            self.add_error("as_of", gettext("This day is before the day of adoption."))
        if {"country", "language"} <= data.keys() and not _is_read(data["country"], data["language"]):
            words = gettext(
                "Acts of this country cannot be read in this language. Choose another language, or ask the operator of "
                "the site to add a plugin for it."
            )
            self.add_error("country", words)
        return data

    def take_country(self, imported: Imported) -> None:
        """Where a file says of which country its act is, that counts: a country that is not known has no rules here."""
        if imported.country is not None:
            self.cleaned_data["country"] = imported.country if imported.country in countries() else ""

    def fill(self, imported: Imported, title: str) -> None:
        """Put what was read into the form, so that it can be corrected and saved."""
        read = {"text": imported.text, "headings": "\n".join(imported.headings)}
        read["country"] = self.cleaned_data["country"]
        given = self.data.dict()  # type: ignore[attr-defined] # a QueryDict
        self.data = {**given, **read, "title": given.get("title") or title[:255]}
