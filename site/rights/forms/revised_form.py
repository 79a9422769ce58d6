"""Forms of rows that count their saves: after a conflict they show what is saved now beside what was typed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from django.db.models import Model
from django.utils.formats import date_format

from amendments.errors import AmendmentsError
from consultations.forms.vocabulary_fields import RowsField
from consultations.forms.whole_form import WholeForm
from rights.errors import ChangedMeanwhile


@dataclass(frozen=True, slots=True)
class SavedField:
    """A field in which what is saved differs from what was typed, in the words of the page."""

    label: str
    saved: str
    typed: str


@dataclass(frozen=True, slots=True)
class SavedMeanwhile:
    """Who saved last and when, and the fields that differ."""

    by: str
    at: datetime
    fields: tuple[SavedField, ...]


class RevisedForm(WholeForm):
    """The form of a row with a `revision`. Its `initial` is what is saved now, also where the person saw an older row."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    saved_meanwhile: SavedMeanwhile | None = None

    def refuse(self, refusal: AmendmentsError, row: Any) -> None:
        """Say why nothing is saved. After a conflict the next save replaces what is shown; `row` has the history."""
        self.add_error(None, str(refusal))
        if isinstance(refusal, ChangedMeanwhile):
            # later rows of the same revision are steps that change no field, say of the state
            saved = row.history.filter(revision=self.initial["revision"]).order_by("history_id").first()
            self.saved_meanwhile = SavedMeanwhile(
                saved.actor_label, saved.history_date, tuple(self._differing())
            )
            self.data = self.data.copy()  # type: ignore[attr-defined] # a QueryDict
            self.data["revision"] = str(self.initial["revision"])  # type: ignore[index] # which is the person's own now

    def _differing(self) -> Iterator[SavedField]:
        for name, field in self.fields.items():
            if name in self.initial and not field.widget.is_hidden:
                typed = self[name].data if type(field) is forms.CharField else self.cleaned_data[name]
                both = [_in_words(field, value) for value in (self.initial[name], typed)]
                if both[0] != both[1]:
                    yield SavedField(str(field.label), *both)


def _in_words(field: forms.Field, value: Any) -> str:  # Any: initial or cleaned
    """A value as people read it: names of rows, the word of a choice, a day, plain text."""
    if isinstance(field, RowsField):
        names = {row.code: str(row) for row in field.queryset or ()}
        codes = [str(getattr(one, "code", one)) for one in value or ()]
        return "; ".join(sorted(names.get(code, code) for code in codes))
    if isinstance(field, forms.ModelChoiceField):
        row = value if isinstance(value, Model) else field.to_python(value)
        return field.label_from_instance(row) if row else ""
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(value, ""))  # type: ignore[arg-type] # pairs
    if isinstance(value, date):
        return date_format(value)
    return "" if value is None else str(value).replace("\r\n", "\n").strip()
