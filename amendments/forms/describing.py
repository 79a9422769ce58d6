"""The form of the title and the purpose of an amendment."""

from django import forms
from django.utils.translation import gettext_lazy as _

from amendments.text.visible_text import VisibleText


class DescriptionForm(VisibleText, forms.Form):
    """What an amendment is called and what it is for."""

    title = forms.CharField(label=_("Title of the amending act"), max_length=255)
    summary = forms.CharField(
        label=_("Purpose"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Two or three plain sentences for the public page."),
    )


class WrittenDescriptionForm(DescriptionForm):
    """The words of an amendment that is open already, and the hash of those that the drafter read."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
