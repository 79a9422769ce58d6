"""The form in which a recommended wording is taken."""

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.forms.whole_form import WholeForm
from rights.forms.issue_form import LONGEST


class TakeForm(WholeForm):
    """The wording from which an instruction is proposed."""

    wording = forms.CharField(label=_("Wording"), widget=forms.Textarea, max_length=LONGEST)
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        widget=forms.Textarea,
        max_length=LONGEST,
        help_text=_("Without a reason, those of the recommendation stand with the instruction."),
    )
    restate = forms.BooleanField(required=False)
