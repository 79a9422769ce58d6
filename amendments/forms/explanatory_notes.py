"""The form of an explanatory note: one field for each item."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator

from amendments.models.note_answer import LONGEST_WORDS
from amendments.queries.explanatory_notes import NoteLine
from amendments.text.visible_text import VisibleText


class NoteForm(VisibleText, forms.Form):
    """The words on each item, and the hash of those that the drafter read."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, lines: Iterable[NoteLine], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._items = [line.item for line in lines]
        for item in self._items:
            rows = 2 if item.is_paper else 5
            self.fields[item.slug] = forms.CharField(
                label=f"{item.source} {item.label}".strip(),
                help_text=item.hint,
                required=False,
                validators=[MaxLengthValidator(LONGEST_WORDS)],
                widget=forms.Textarea(attrs={"rows": rows}),
            )

    @property
    def words(self) -> dict[str, str]:
        """What was written, by item."""
        return {item.slug: self.cleaned_data.get(item.slug, "") for item in self._items}
