"""The form in which words of a comment are covered."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.actions.sent_event import Shown
from consultations.forms.cover_key import CoverKeyForm
from consultations.models import Comment

_LONGEST = 50_000


class CoverForm(CoverKeyForm):
    """What readers see, which begins with what they see now, and why."""

    rationale = forms.CharField(
        label=_("Reasons as readers see them"),
        required=False,
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Take out what must not be shown, and put […] in its place."),
    )
    proposed_text = forms.CharField(
        label=_("Proposed text as readers see it"),
        required=False,
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    covers_files = forms.BooleanField(label=_("Cover the files as well"), required=False)
    reason = forms.CharField(
        label=_("Reason"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It stays in the history of the comment. Do not repeat here what is covered."),
    )

    def __init__(self, *args: Any, comment: Comment, cover: int, **kwargs: Any) -> None:
        seen = {
            "rationale": comment.reasons_shown,
            "proposed_text": comment.proposal_shown,
            "covers_files": comment.covers_files,
            "cover": cover,
        }
        super().__init__(*args, initial=seen, **kwargs)
        self.comment = comment

    def shown(self) -> Shown:
        """What differs from the words as sent."""
        sent, given = self.comment, self.cleaned_data
        return Shown(
            _other(given["rationale"], sent.rationale),
            _other(given["proposed_text"], sent.proposed_text),
            given["covers_files"],
        )


def _other(typed: str, sent: str) -> str | None:
    words = typed.replace("\r\n", "\n")
    return None if words == sent.strip() else words
