"""The form in which a person chooses how to be told."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from consultations.forms.whole_form import WholeForm
from consultations.models.letter import LetterGroup, LetterSettings, Pace

HELP = {
    LetterGroup.ROUNDS: _(
        "Opened, extended, reopened, cancelled. Invitations and late acceptances are sent in any case."
    ),
    LetterGroup.WORK: _(
        "Days left, proposed instructions. What waits for your sign-off or your check, and what is returned to you, is "
        "sent in any case."
    ),
    LetterGroup.RECEIPTS: _(
        "The number and the check code of what you or your institution sent. They are sent in any case."
    ),
    LetterGroup.ANSWERS: _("Comments and questions answered, commented passages changed."),
    LetterGroup.TEXTS: _("A draft is released to you, decided on or adopted."),
}


def _paces(group: LetterGroup) -> list[tuple[str, str]]:
    """How often; a receipt can come in a summary, but not never."""
    all_of_them = [(pace.value, str(pace.label)) for pace in Pace]
    return all_of_them if group is not LetterGroup.RECEIPTS else all_of_them[:-1]


class LetterPreferences(WholeForm):
    """One choice for each group of letters, and the language."""

    language = forms.ChoiceField(label=_("Language of mails"), choices=settings.LANGUAGES)

    def __init__(self, own: LetterSettings, data: Any, *, language: str = "") -> None:
        super().__init__(data)
        self.own = own
        self.fields["language"].initial = own.language or language
        for group in LetterGroup:
            self.fields[group.value] = forms.ChoiceField(
                label=group.label, choices=_paces(group), initial=own.pace(group), help_text=HELP[group]
            )

    def save(self) -> LetterSettings:
        """Store the choices."""
        self.own.language = self.cleaned_data["language"]
        self.own.paces = {group.value: self.cleaned_data[group.value] for group in LetterGroup}
        self.own.save()
        return self.own
