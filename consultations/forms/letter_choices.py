"""The form in which a person chooses how to be told."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from consultations.forms.whole_form import WholeForm
from consultations.models.letter import LetterGroup, LetterSettings, Pace

HELP = {
    LetterGroup.ROUNDS: _("Invited, opened, extended, reopened, cancelled, accepted late."),
    LetterGroup.WORK: _("Sign-off asked, returned to you, days left, proposed instructions."),
    LetterGroup.RECEIPTS: _("The number and the check code of what you or your institution sent."),
    LetterGroup.ANSWERS: _("Comments and questions answered, commented passages changed."),
    LetterGroup.TEXTS: _("A draft is released to you, decided on or adopted."),
}


class LetterPreferences(WholeForm):
    """One choice for each group of letters, and the language."""

    language = forms.ChoiceField(label=_("Language of mails"), choices=settings.LANGUAGES)

    def __init__(self, own: LetterSettings, data: Any, *, language: str = "") -> None:
        super().__init__(data)
        self.own = own
        self.fields["language"].initial = own.language or language
        for group in LetterGroup:
            self.fields[group.value] = forms.ChoiceField(
                label=group.label, choices=Pace.choices, initial=own.pace(group), help_text=HELP[group]
            )

    def save(self) -> LetterSettings:
        """Store the choices."""
        self.own.language = self.cleaned_data["language"]
        self.own.paces = {group.value: self.cleaned_data[group.value] for group in LetterGroup}
        self.own.save()
        return self.own
