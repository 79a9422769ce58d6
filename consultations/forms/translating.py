"""The form in which a comment is translated."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from consultations.forms.cover_key import CoverKeyForm
from consultations.models import Comment

LONGEST = 20_000


class CommentTranslationForm(CoverKeyForm):
    """The reasons of one comment in another language of the site."""

    language = forms.ChoiceField(label=_("Language of the translation"))
    rationale = forms.CharField(
        label=_("Translation of the reasons"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_(
            "Readers of this language see it first, called a translation, with the original below it."
        ),
    )

    def __init__(self, *args: Any, comment: Comment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer(
            "language", [(code, name) for code, name in settings.LANGUAGES if code != comment.language]
        )
