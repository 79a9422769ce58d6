"""The form in which the office asks an institution, and that in which the institution replies."""

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.forms.whole_form import WholeForm
from rights.forms.issue_form import LONGEST


class AskForm(WholeForm):
    """A question with the day of the reply."""

    question = forms.CharField(
        label=_("Question"),
        widget=forms.Textarea,
        max_length=LONGEST,
        help_text=_("The institution sees these words and the provision, and nothing else of the issue."),
    )
    due = forms.DateField(
        label=_("Reply by"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class ReplyForm(WholeForm):
    """The reply of an institution."""

    text = forms.CharField(label=_("Reply"), widget=forms.Textarea, max_length=LONGEST)
