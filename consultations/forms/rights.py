"""The field in which rights are chosen by name, cluster by cluster."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django import forms
from django.forms.boundfield import BoundField, BoundWidget
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from amendments.errors import AmendmentsError
from amendments.text.visible_text import refuse_hidden
from consultations.rights import CLUSTERS, RIGHTS, refuse_unknown

OWN_WORDS = _("In the words of the comment")


@dataclass(frozen=True, slots=True)
class Cluster:
    """The rights of one cluster, each with its box."""

    name: Promise
    boxes: tuple[BoundWidget, ...]

    @property
    def is_chosen(self) -> bool:
        """Whether one of them is ticked, so that it must be seen."""
        return any(box.data["selected"] for box in self.boxes)


class RightsField(forms.MultipleChoiceField):
    """Rights by their codes. What a comment holds in other words stays on offer, first, until it is taken out."""

    widget = forms.CheckboxSelectMultiple
    held: Sequence[str] = ()

    def hold(self, rights: Iterable[str]) -> None:
        """Offer the vocabulary and what the comment holds."""
        self.held = [right for right in rights if right not in RIGHTS]
        self.choices = [*((right, right) for right in self.held), *RIGHTS.items()]

    def validate(self, value: list[str]) -> None:
        """Every value is on offer; the refusal names the one that is not."""
        try:
            refuse_hidden(value)
            refuse_unknown(value, self.held)
        except AmendmentsError as refusal:
            raise forms.ValidationError(str(refusal)) from None


def clusters(field: BoundField) -> list[Cluster]:
    """The boxes of the field under the names of their clusters."""
    parts = groupby(field.subwidgets, lambda box: _cluster(str(box.data["value"])))
    return [Cluster(name, tuple(boxes)) for name, boxes in parts]


def _cluster(right: str) -> Promise:
    return CLUSTERS[right[0]] if right in RIGHTS else OWN_WORDS
