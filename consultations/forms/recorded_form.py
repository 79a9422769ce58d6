"""A form whose step goes into a history with its reason."""

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.forms.whole_form import WholeForm


class RecordedForm(WholeForm):
    """A change with a reason for the history."""

    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("The reason is kept in the history."),
    )
