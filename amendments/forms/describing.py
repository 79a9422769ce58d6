"""The form of what describes an amendment: title, purpose, on what it rests, who signs it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from amendments.models.draft import LONGEST_BASIS, LONGEST_SIGNATORY
from amendments.text.visible_text import VisibleText


class DescriptionForm(VisibleText, forms.Form):
    """What an amendment is called and what it is for."""

    title = forms.CharField(
        label=_("Title of the amending act"),
        max_length=255,
        help_text=_(
            "Everybody who reads the amendment sees the new title at once. Sealed drafts keep theirs."
        ),
    )
    summary = forms.CharField(
        label=_("Purpose"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Two or three plain sentences for the public page, which shows them at once."),
    )


class WrittenDescriptionForm(DescriptionForm):
    """The words of an amendment that is open already, and the hash of those that the drafter read."""

    basis = forms.CharField(
        label=_("Provision on which the act rests"),
        required=False,
        max_length=LONGEST_BASIS,
        help_text=_(
            "For a law of Azerbaijan only the number of the point of Article 94, part I, of the Constitution: 21. The "
            "amending act says it in its enacting formula."
        ),
    )
    signatory = forms.CharField(
        label=_("Who signs the act"),
        required=False,
        max_length=LONGEST_SIGNATORY,
        help_text=_(
            "The name alone, as it stands above the office. Without it the amending act has a line for it."
        ),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
