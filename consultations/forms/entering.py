"""The forms in which the secretary enters a comment that came by letter, by e-mail or at a hearing."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from consultations.actions.comments.content import Content
from consultations.actions.submissions.enter_on_behalf import Received
from consultations.forms.commenting import SaidForm, chosen_words
from consultations.forms.whole_form import WholeForm, moment_field
from consultations.models import Institution
from consultations.queries.comments.writing import Commented
from consultations.rules.choices import Range
from consultations.values import Channel

OF_ANOTHER = {
    "stance": _("What does the institution think of it?"),
    "rationale": _("Its reasons"),
    "proposed_text": _("The text that it proposes"),
    "identity": _("Identity of the institution"),
}
"""What the fields of a comment are called where the secretary writes what somebody else has said."""


class ProvisionForm(WholeForm):
    """A provision by its number."""

    number = forms.CharField(label=_("Provision"), max_length=60, help_text=_("Its number, for example 5.3."))


class EnterForm(SaidForm):
    """A comment that was received, with its source."""

    SOURCE = ("institution", "channel", "received", "source", "late_reason")

    institution = forms.ModelChoiceField(
        label=_("Institution"), queryset=Institution.objects.none(), empty_label=_("Choose one")
    )
    channel = forms.ChoiceField(label=_("How was it received?"), choices=Channel.choices)
    received = moment_field(_("Received"))
    source = forms.CharField(
        label=_("Reference"),
        max_length=1_000,
        help_text=_("Number and date of the letter, and where the original is kept. Shown with the comment."),
    )
    late_reason = forms.CharField(
        label=_("Reason of the late acceptance"),
        required=False,
        max_length=1_000,
        help_text=_("Needed if it was received after the closing time."),
    )

    def __init__(self, *args: Any, institutions: QuerySet[Institution], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_rows("institution", institutions)
        for name, label in OF_ANOTHER.items():
            self.fields[name].label = label
        self.fields["proposed_text"].help_text = _(
            "Change the wording of the draft into the proposed one, "
            "or write the new provision with its number."
        )
        self.fields["rights"].help_text = _("Choose the human rights that the institution names.")

    @property
    def body(self) -> Institution:
        """The institution on whose behalf it is entered."""
        institution: Institution = self.cleaned_data["institution"]
        return institution

    def origin(self) -> Received:
        """The source, the time and the channel."""
        data = self.cleaned_data
        at: datetime = data["received"]
        return Received(data["source"].strip(), at, Channel(data["channel"]))

    def content(self, commented: Commented | None, ranges: Iterable[Range]) -> Content:
        """The content of the comment, on the chosen words."""
        return self.said(commented, chosen_words(commented, ranges))
