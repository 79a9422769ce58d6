"""The form that names the rights of an international recommendation."""

from collections.abc import Collection
from typing import Any, cast

from django import forms
from django.utils.translation import gettext, gettext_lazy as _

from consultations.forms.vocabulary_fields import Fold, NamingForm, RowsField
from consultations.forms.whole_form import WholeForm
from consultations.queries.vocabulary.vocabulary_choices import rights_to_choose
from rights.forms.suggested_folds import suggested_first
from rights.suggesting.suggestion import Suggestion


class NamedRightsForm(NamingForm, WholeForm):
    """All rights, those that stand ticked. Those that its words suggest stand first, and none of them is ticked."""

    NAMED = ("rights",)

    sought = forms.CharField(
        label=_("Find a right"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    rights = RowsField(rights_to_choose, label=_("Rights"))
    seen = forms.CharField(required=False, max_length=5_000, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, standing: Collection[str], suggested: list[Suggestion], **kwargs: Any
    ) -> None:
        kwargs["initial"] = {"rights": sorted(standing), "seen": " ".join(sorted(standing))}
        super().__init__(*args, **kwargs)
        cast("RowsField", self.fields["rights"]).hold(standing)
        self.suggested = [one for one in suggested if one.right not in standing]

    @property
    def rights_folds(self) -> list[Fold]:
        """The rights by cluster, before them those that the words suggest."""
        every = super().rights_folds
        if self.sought_words:
            return every
        return suggested_first(every, self.suggested, gettext("Suggested by its words, not set"))
