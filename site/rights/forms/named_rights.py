"""The form that names the rights of an international recommendation."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext

from consultations.forms.vocabulary_fields import Fold
from rights.forms.naming_rights import NamingRightsForm
from rights.forms.suggested_folds import suggested_first
from rights.suggesting.suggestion import Suggestion


class NamedRightsForm(NamingRightsForm):
    """All rights, those that stand ticked. Those that its words suggest stand first, and none of them is ticked."""

    seen = forms.CharField(required=False, max_length=5_000, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, standing: Collection[str], suggested: list[Suggestion], **kwargs: Any
    ) -> None:
        kwargs["initial"] = {"rights": sorted(standing), "seen": " ".join(sorted(standing))}
        super().__init__(*args, **kwargs)
        self.rights_field.hold(standing)
        self.suggested = [one for one in suggested if one.right not in standing]

    @property
    def rights_folds(self) -> list[Fold]:
        """The rights by cluster, before them those that the words suggest."""
        every = super().rights_folds
        if self.sought_words:
            return every
        return suggested_first(every, self.suggested, gettext("Suggested by its words, not set"))
