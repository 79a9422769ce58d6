"""The form in which the office asks an institution, and that in which the institution replies."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rights.forms.issue_form import LONGEST
from rights.forms.showing_nobody import ShowingNobody


class AskForm(ShowingNobody):
    """A question with the day of the reply."""

    CHECKED = ("question",)

    question = forms.CharField(
        label=_("Question"),
        widget=forms.Textarea,
        max_length=LONGEST,
        help_text=_("The institution sees these words and the provision, and nothing else of the issue."),
    )
    due = forms.DateField(
        label=_("Reply by"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class ReplyForm(ShowingNobody):
    """The reply of an institution."""

    CHECKED = ("text",)

    text = forms.CharField(label=_("Reply"), widget=forms.Textarea, max_length=LONGEST)
