"""The forms in which the secretary opens and changes a round."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from consultations.errors import OpensTooEarly
from consultations.forms.institution_boxes import InstitutionsForm
from consultations.forms.whole_form import ReasonForm, WholeForm, moment_field
from consultations.models import Institution, LateAcceptance
from consultations.models.question import LONGEST_QUESTION
from consultations.values import DayKind, RoundAudience, RoundForm

MOST_QUESTIONS = 20  # of a round


def refuse_past(end: datetime) -> None:
    """The end of a period, which runs until the end of its minute."""
    if end.replace(second=59) < timezone.now():
        raise forms.ValidationError(_("This moment is past. Give one that is still to come."))


def refuse_past_day(start: datetime) -> None:
    """The beginning of a period, which may lie some hours back: the form was open meanwhile."""
    if timezone.localdate(start) < timezone.localdate():
        raise forms.ValidationError(OpensTooEarly.message)


def audience_field() -> forms.ChoiceField:
    """One of the audiences; the form offers those of the release."""
    return forms.ChoiceField(
        label=_("Who may take part?"),
        help_text=_("Only those who may read the draft are offered. A wider round needs a wider release."),
        choices=RoundAudience.choices,
        widget=forms.RadioSelect,
    )


def refuse_nobody_invited(form: forms.Form) -> None:
    """A round for those who are invited needs somebody who is; the refusal stands beside the institutions."""
    data = form.cleaned_data
    if data.get("audience") == RoundAudience.INVITED and "invited" in data and not data["invited"]:
        form.add_error("invited", _("Choose an institution. Only those that are invited can take part."))


class QuestionsField(forms.CharField):
    """Questions, each on a line of its own."""

    widget = forms.Textarea

    def clean(self, value: Any) -> tuple[str, ...]:
        """The questions in their order. One that is too long is named."""
        found = tuple(" ".join(line.split()) for line in super().clean(value).splitlines() if line.strip())
        if len(found) > MOST_QUESTIONS:
            raise forms.ValidationError(
                _("Ask at most %(count)s questions in a round.") % {"count": MOST_QUESTIONS}
            )
        for text in found:
            if len(text) > LONGEST_QUESTION:
                words = _("Shorten the question “%(start)s …” to %(count)s characters.")
                raise forms.ValidationError(words % {"start": text[:40], "count": LONGEST_QUESTION})
        return found


def questions_field() -> QuestionsField:
    return QuestionsField(
        label=_("Questions"),
        required=False,
        help_text=_("Write each question on a line of its own. They can be changed until the round opens."),
    )


class QuestionsForm(WholeForm):
    """The questions of a round that has not opened yet."""

    questions = questions_field()


class OpenRoundForm(InstitutionsForm):
    """A new round. It is offered for the audiences that may read the draft."""

    audience = audience_field()
    form = forms.ChoiceField(label=_("Form"), choices=RoundForm.choices)
    opens = moment_field(_("Opens"), refuse=refuse_past_day)
    closes = moment_field(
        _("Closes"), help_text=_("The round is open until the end of this minute."), refuse=refuse_past
    )
    day_kind = forms.ChoiceField(label=_("Days are counted as"), choices=DayKind.choices)
    invited = forms.ModelMultipleChoiceField(
        label=_("Invited institutions"),
        queryset=Institution.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    questions = questions_field()
    hearing_at = moment_field(_("Hearing"), required=False)
    hearing_place = forms.CharField(label=_("Place of the hearing"), required=False, max_length=200)

    def __init__(self, *args: Any, audiences: Iterable[RoundAudience], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("audience", [(one.value, one.label) for one in audiences])

    def clean(self) -> dict[str, Any]:
        """A closing time before the opening stands beside its field."""
        data = super().clean() or self.cleaned_data
        opens, closes = data.get("opens"), data.get("closes")
        if opens and closes and closes <= opens:
            self.add_error("closes", _("The round would close before it opens. Give a later time."))
        refuse_nobody_invited(self)
        return data


class CorrectAudienceForm(InstitutionsForm, ReasonForm):
    """Who may take part, corrected before the round opens."""

    audience = audience_field()
    invited = forms.ModelMultipleChoiceField(
        label=_("Invited institutions"),
        queryset=Institution.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    field_order = ("audience", "sought", "invited", "reason")

    def __init__(self, *args: Any, audiences: Iterable[RoundAudience], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("audience", [(one.value, one.label) for one in audiences])

    def clean(self) -> dict[str, Any]:
        """Somebody must be able to take part."""
        data = super().clean() or self.cleaned_data
        refuse_nobody_invited(self)
        return data


class MoveEndForm(ReasonForm):
    """A new closing time with its public reason."""

    closes = moment_field(_("New closing time"), refuse=refuse_past)
    field_order = ("closes", "reason")


class InviteForm(InstitutionsForm):
    """Further institutions."""

    CHOSEN = "institutions"

    institutions = forms.ModelMultipleChoiceField(
        label=_("Institutions"), queryset=Institution.objects.none(), widget=forms.CheckboxSelectMultiple
    )


class AcceptLateForm(ReasonForm):
    """A late acceptance: whose, until when and why."""

    institution = forms.ChoiceField(label=_("Who is accepted late?"))
    until = moment_field(_("Until"), refuse=refuse_past)
    field_order = ("institution", "until", "reason")

    def __init__(
        self,
        *args: Any,
        institutions: Iterable[Institution],
        requests: Iterable[LateAcceptance],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        senders: list[Institution | LateAcceptance] = [*requests, *institutions]
        self._senders = {str(row.pk): row for row in senders}
        self.offer(
            "institution",
            [("", _("Choose one")), *((key, _named(row)) for key, row in self._senders.items())],
        )

    @property
    def sender(self) -> Institution | LateAcceptance:
        """The institution, or the request of a person."""
        return self._senders[self.cleaned_data["institution"]]


class DeclineLateForm(ReasonForm):
    """Which of the requests that wait is declined, and why."""

    asked = forms.ChoiceField(label=_("Which request is declined?"))
    field_order = ("asked", "reason")

    def __init__(self, *args: Any, requests: Iterable[LateAcceptance], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._requests = {str(row.pk): row for row in requests}
        offered = ((key, _named(row)) for key, row in self._requests.items())
        self.offer("asked", [("", _("Choose one")), *offered])
        self.fields["reason"].help_text = _("Those who asked read it. They can ask again with a new reason.")

    @property
    def declined(self) -> LateAcceptance:
        """The chosen request."""
        return self._requests[self.cleaned_data["asked"]]


def _named(row: Institution | LateAcceptance) -> str:
    """The institution by its name; a person by the reason of the request alone, as the secretary knows no more."""
    if isinstance(row, Institution):
        return str(row)
    return f"{row.sender}: {Truncator(row.request).words(12, truncate=' …')}"
