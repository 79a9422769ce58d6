"""Choosing institutions: by kind, found by name, and many at once. It works without scripts."""

from collections.abc import Iterable, Mapping
from functools import partial
from itertools import groupby
from typing import Any
from uuid import UUID

from django import forms
from django.forms.boundfield import BoundWidget
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from consultations.forms.vocabulary_fields import Fold
from consultations.forms.whole_form import WholeForm
from consultations.models import Institution
from consultations.values import InstitutionType

KINDS = list(InstitutionType)


class InstitutionsForm(WholeForm):
    """A form with checkboxes of institutions in the field that `CHOSEN` names."""

    CHOSEN = "invited"

    sought = forms.CharField(label=_("Find an institution"), required=False, max_length=200)

    def __init__(self, *args: Any, institutions: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_rows(self.CHOSEN, institutions)

    @property
    def chosen(self) -> Any:  # Any: a bound field
        """The field with the checkboxes."""
        return self[self.CHOSEN]

    @property
    def institution_folds(self) -> list[Fold]:
        """The checkboxes by kind. In a search, those are shown that were found or are ticked."""
        sought = str(self["sought"].value() or "").strip()
        boxes = sorted(self.chosen.subwidgets, key=lambda box: KINDS.index(InstitutionType(_row(box).type)))
        parts = groupby(boxes, key=lambda box: InstitutionType(_row(box).type))
        named = [(str(kind.label), list(found)) for kind, found in parts]
        return [Fold.of(kind, found, sought, partial(_searched, kind)) for kind, found in named]


def _row(box: BoundWidget) -> Institution:
    row: Institution = box.data["value"].instance
    return row


def _searched(kind: str, box: BoundWidget) -> str:
    row = _row(box)
    return " ".join([kind, row.name, *row.names.values()])


def typed_again(data: QueryDict, form: type[forms.Form], more: Iterable[UUID] = ()) -> Mapping[str, object]:
    """What was typed, as the initial values of the same form, with further institutions ticked.

    The form is only shown again after a search or a choice of many, so it must not complain about empty fields.
    """
    typed: dict[str, object] = {name: data.get(name, "") for name in form.base_fields}
    chosen = getattr(form, "CHOSEN", "")
    if chosen:
        typed[chosen] = [*data.getlist(chosen), *map(str, more)]
    return typed
