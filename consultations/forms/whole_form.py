"""What the forms share: labels without a colon, choices that are set later, a reason, a moment."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, ClassVar, cast

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from amendments.text.visible_text import VisibleText
from consultations.models import Institution


class WholeForm(VisibleText, forms.Form):
    """A form with labels and errors for our templates."""

    NOT_OPTIONAL: ClassVar[frozenset[str]] = (
        frozenset()
    )  # may be empty, but a later step or some choice needs it

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # Any: the arguments of Django's forms
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def offer(self, name: str, choices: Iterable[tuple[str, Any]]) -> None:
        cast("forms.ChoiceField", self.fields[name]).choices = list(choices)

    def offer_rows(self, name: str, rows: "QuerySet[Institution]") -> None:
        cast("forms.ModelChoiceField[Institution]", self.fields[name]).queryset = rows


class ReasonForm(WholeForm):
    """A step that needs a reason."""

    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea, max_length=5_000)


def moment_field(
    label: Any,
    *,
    required: bool = True,
    help_text: Any = "",
    refuse: Callable[[datetime], None] | None = None,
) -> forms.DateTimeField:
    """A moment to the minute, in the country's time zone. `refuse` raises a `ValidationError` if it cannot be taken."""
    return forms.DateTimeField(
        validators=[refuse] if refuse else [],
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"],
    )
