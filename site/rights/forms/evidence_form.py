"""The form of a summary of evidence."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from rights.actions.evidencing.evidence_content import WORDS, EvidenceContent
from rights.forms.issue_form import LONGEST
from rights.forms.revised_form import RevisedForm
from rights.forms.showing_nobody import ShowingNobody
from rights.models import Evidence
from rights.models.evidence import LONGEST_PERIOD, LONGEST_PLACE, MOST_CASES
from rights.models.issue import LONGEST_SOURCE
from rights.values import EvidenceKind


class EvidenceForm(ShowingNobody):
    """What stands behind an issue, in words that show nobody."""

    CHECKED = WORDS

    kind = forms.ChoiceField(label=_("Kind"), choices=EvidenceKind.choices)
    summary = forms.CharField(
        label=_("Summary"),
        widget=forms.Textarea,
        max_length=LONGEST,
        help_text=_(
            "Write it so that nobody can be recognised: no name, no address, no number of a document, no day of birth."
        ),
    )
    period = forms.CharField(
        label=_("Period"), max_length=LONGEST_PERIOD, help_text=_("For example “spring 2026”.")
    )
    place = forms.CharField(
        label=_("Place"),
        max_length=LONGEST_PLACE,
        required=False,
        help_text=_("In general words: “a border crossing”, “a city in the north”."),
    )
    cases = forms.IntegerField(
        label=_("Number of cases"),
        min_value=1,
        max_value=MOST_CASES,
        initial=1,
        help_text=_(
            "How many cases the summary tells of. The annual report shows this number and the kind alone."
        ),
    )
    source = forms.CharField(
        label=_("Source"),
        max_length=LONGEST_SOURCE,
        required=False,
        help_text=_("A register of the office or a publication, never a person."),
    )
    key = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)

    @property
    def content(self) -> EvidenceContent:
        """What was typed, once it is valid."""
        data = self.cleaned_data
        return EvidenceContent(
            EvidenceKind(data["kind"]),
            data["period"],
            data["summary"],
            data["place"],
            data["cases"],
            data["source"],
        )


class EditEvidenceForm(RevisedForm, EvidenceForm):
    """The form of a summary that stands."""


def initial_of_evidence(row: Evidence) -> dict[str, Any]:
    """What the form shows of a summary."""
    return {name: getattr(row, name) for name in (*WORDS, "kind", "cases", "revision")}
