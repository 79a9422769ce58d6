"""The form that tags one thing with rights."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext

from consultations.forms.vocabulary_fields import Fold
from rights.forms.naming_rights import NamingRightsForm
from rights.forms.suggested_folds import suggested_first
from rights.suggesting.suggestion import Suggestion


class TagForm(NamingRightsForm):
    """The rights to tag it with. Those that its words suggest stand first, and none of them is ticked."""

    def __init__(self, *args: Any, suggested: list[Suggestion], tagged: set[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.rights_field
        field.is_optional = False
        field.hold(())
        field.queryset = cast("Any", field.queryset).exclude(code__in=tagged)
        self.suggested = [one for one in suggested if one.right not in tagged]

    def clean_rights(self) -> Any:
        """At least one."""
        if not self.cleaned_data["rights"]:
            raise forms.ValidationError(gettext("Choose at least one right."))
        return self.cleaned_data["rights"]

    @property
    def rights_folds(self) -> list[Fold]:
        """The rights by cluster, before them those that the words suggest."""
        every = super().rights_folds
        return suggested_first(every, self.suggested) if not self.sought_words else every
