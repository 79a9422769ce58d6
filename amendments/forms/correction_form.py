"""The form on which recorded days of entry into force are corrected."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy as _

from amendments.forms.step_forms import refuse_far_day
from amendments.models import Version
from amendments.queries.way.steps import Way
from amendments.states import day_field
from amendments.text.visible_text import VisibleText


class CorrectionForm(VisibleText, forms.Form):
    """A day for each act whose day has not come, or had not when the page was opened, and the reason.

    `seen` names the newest row of the days that the page shows.
    """

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, way: Way, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = way.last_recorded
        names = {text: day_field(text.instrument_id) for text in way.adopted}
        asked = [text for text, name in names.items() if text in way.correctable or name in self.data]
        for text in asked:
            self.fields[names[text]] = _day_of(text, way)
        self.names = {text.instrument_id: names[text] for text in asked}
        self.order_fields(["seen", *self.names.values(), "reason"])

    def days(self) -> dict[int, date | None]:
        """What was entered, by the key of the act."""
        return {pk: self.cleaned_data[name] for pk, name in self.names.items()}


def _day_of(text: Version, way: Way) -> forms.DateField:
    said = gettext("%(act)s: enters into force on") % {"act": text.instrument.shown_title}
    return forms.DateField(
        label=said if len(way.adopted) > 1 else gettext("Enters into force on"),
        required=False,
        initial=way.days.get(text.pk),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext("Leave it empty until the day is known."),
        validators=[refuse_far_day],
    )
