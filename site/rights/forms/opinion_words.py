"""The forms of an opinion."""

from datetime import date
from typing import Any, cast
from uuid import UUID, uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from amendments.models import Amendment, Instrument
from rights.actions.issuing.edit_opinion import OpinionContent
from rights.errors import DayIsPast
from rights.forms.issue_form import LANGUAGES, LONGEST
from rights.forms.revised_form import RevisedForm
from rights.forms.showing_nobody import ShowingNobody
from rights.models import Opinion
from rights.models.issue import LONGEST_TITLE


class OpinionForm(ShowingNobody):
    """The words of an opinion."""

    NOT_OPTIONAL = frozenset({"text"})
    CHECKED = ("title", "text")

    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE)
    language = forms.ChoiceField(label=_("Language of the opinion"), choices=LANGUAGES[1:])
    text = forms.CharField(
        label=_("Text"),
        required=False,
        widget=forms.Textarea,
        max_length=LONGEST,
        help_text=_(
            "It stands above the recommendations. Everybody reads it once the opinion is issued, which needs it."
        ),
    )
    reply_by = forms.DateField(
        label=_("Reply by"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("The addressees are reminded when the day is over and nobody has replied."),
    )

    def clean_reply_by(self) -> date | None:
        """Refuse a day that is over."""
        day: date | None = self.cleaned_data["reply_by"]
        if day is not None and day < timezone.localdate():
            raise forms.ValidationError(DayIsPast.message)
        return day

    @property
    def content(self) -> OpinionContent:
        """The content of a valid form."""
        data = self.cleaned_data
        return OpinionContent(data["title"], data["language"], data["text"], data["reply_by"])


class NewOpinionForm(OpinionForm):
    """The form of a new opinion, with the amendment or act that it is on."""

    field_order = ("subject",)  # before the words

    subject = forms.ChoiceField(label=_("What it is on"))
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, subjects: tuple[list[Amendment], list[Instrument]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        amendments, acts = subjects
        self._rows: dict[str, Amendment | Instrument] = {f"amendment-{row.pk}": row for row in amendments}
        self._rows |= {f"act-{row.pk}": row for row in acts}
        named = [(key, str(row.shown_title)) for key, row in self._rows.items()]
        count = len(amendments)
        groups = [(_("Amendments"), named[:count]), (_("Acts in force"), named[count:])]
        offered = [("", _("Choose one")), *(group for group in groups if group[1])]
        self.offer("subject", cast("Any", offered))
        self.fields["key"].initial = uuid4

    @property
    def subject_row(self) -> Amendment | Instrument:
        """The amendment or act of a valid form."""
        return self._rows[self.cleaned_data["subject"]]

    @property
    def form_key(self) -> UUID | None:
        """The key of this form on the person's screen."""
        key: UUID | None = self.cleaned_data["key"]
        return key


class EditOpinionForm(RevisedForm, OpinionForm):
    """The words of an opinion that is drafted already."""


def words_of(opinion: Opinion) -> dict[str, object]:
    """The initial values of the form of an opinion."""
    names = ("title", "text", "language", "reply_by", "revision")
    return {name: getattr(opinion, name) for name in names}
