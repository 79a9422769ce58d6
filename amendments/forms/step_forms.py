"""The form of a step through the states: what is recorded with it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext, gettext_lazy as _

from amendments.queries.way.entry_days import ActWithoutDay
from amendments.queries.way.steps import OfferedStep
from amendments.states import ASKED, NEEDED, Asked, State, StepDetails, day_field
from amendments.text.visible_text import VisibleText

# Any: lazy words, which the types of Django's forms name differently
DAYS: Mapping[State, Any] = {
    State.SUBMITTED: _("Submitted on"),
    State.SIGNED: _("Signed on"),
    State.REGISTERED: _("Entered on"),
    State.PUBLISHED: _("Published on"),
    State.RETURNED: _("Returned on"),
    State.REJECTED: _("Rejected on"),
}
NUMBERS: Mapping[State, Any] = {
    State.SUBMITTED: _("Number of the letter"),
    State.SIGNED: _("Number of the law"),
    State.REGISTERED: _("Number in the register"),
}


MOST_YEARS = 20  # from now until a law enters into force; further on, a figure of the year is wrong


def refuse_far_day(day: date) -> None:
    """Raises `ValidationError` for a day on which no law enters into force: 2026 typed as 2062 or 9026."""
    if day.year > localdate().year + MOST_YEARS:
        raise ValidationError(
            gettext("This day is more than %(years)s years away. Check the year."),
            params={"years": MOST_YEARS},
        )


class TakeBackForm(VisibleText, forms.Form):
    """Why a step is taken back."""

    reason = forms.CharField(label=_("Reason"), required=False, max_length=2000)


class StepForm(VisibleText, forms.Form):
    """The fields that the step asks, and the reason."""

    day = forms.DateField(label=_("Day"), required=False)
    number = forms.CharField(label=_("Number"), required=False, max_length=50)
    source = forms.CharField(
        label=_("Official publication"), required=False, max_length=500, help_text=_("As footnotes cite it.")
    )
    in_force = forms.DateField(
        label=_("Enters into force on"),
        required=False,
        help_text=_("Leave it empty until the day is known."),
        validators=[refuse_far_day],
    )
    reason = forms.CharField(
        label=_("Reason"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(
        self, *args: Any, step: OfferedStep, acts: Sequence[ActWithoutDay] = (), **kwargs: Any
    ) -> None:
        """`acts` are those of which each gets a day of its own."""
        super().__init__(*args, **kwargs)
        self.days: dict[int, str] = {}
        needed = NEEDED.get(step.state, frozenset())
        for asked in Asked:
            if asked not in step.asks and not self._was_asked(asked, step.state, acts):
                del self.fields[asked.value]
                continue
            field = self.fields[asked.value]
            field.required = asked in needed
            if asked in (Asked.DAY, Asked.IN_FORCE):
                field.widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        if "day" in self.fields:
            self.fields["day"].label = DAYS.get(step.state, _("Day"))
            self.fields["day"].initial = localdate
        if "number" in self.fields:
            self.fields["number"].label = NUMBERS.get(step.state, _("Number"))
        if step.state == State.IN_FORCE and Asked.IN_FORCE in step.asks:
            self.fields["in_force"].required = True
            self.fields["in_force"].help_text = _(
                "A day to come is recorded too; the amendment is in force when the day has come."
            )
        self.fields["reason"].required = step.needs_reason
        if acts and "in_force" in self.fields:
            self._ask_of_each(acts)

    def _was_asked(self, asked: Asked, state: State, acts: Sequence[ActWithoutDay]) -> bool:
        """Whether a day was typed before an adoption was recorded that names it: the action compares the two."""
        is_typed = bool(self.data.get(asked.value) or acts)
        return asked is Asked.IN_FORCE and asked in ASKED.get(state, ()) and is_typed

    def clean(self) -> dict[str, Any]:
        """One day for all of several acts was typed before their adoption was recorded: it is shown for each of them."""
        if self.days and (typed := self.data.get(Asked.IN_FORCE.value)):
            self.data = {**self.data, **dict.fromkeys(self.days.values(), typed)}
            raise ValidationError(
                gettext(
                    "The adoption was recorded after you had opened this page. Check the day of each act."
                )
            )
        return super().clean() or {}

    def _ask_of_each(self, acts: Sequence[ActWithoutDay]) -> None:
        given = self.fields.pop("in_force")
        for act in acts:
            name = self.days[act.instrument.pk] = day_field(act.instrument.pk)
            self.fields[name] = forms.DateField(
                label=gettext("%(act)s: enters into force on") % {"act": act.instrument},
                required=given.required,
                help_text=given.help_text,
                widget=given.widget,
                validators=[refuse_far_day],
                initial=act.said,
            )
        self.order_fields(["day", "number", "source", *self.days.values()])

    def details(self) -> StepDetails:
        """What was entered."""
        given = self.cleaned_data
        of_act = {pk: given[name] for pk, name in self.days.items()}
        first = min(filter(None, of_act.values()), default=given.get("in_force"))
        return StepDetails(given.get("day"), given.get("number", ""), given.get("source", ""), first, of_act)
