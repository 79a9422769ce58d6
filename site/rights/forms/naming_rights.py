"""The field by which a form of the desk names rights, with the box that finds them in it."""

from typing import cast

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.forms.vocabulary_fields import NamingForm, RowsField
from consultations.forms.whole_form import WholeForm
from consultations.queries.vocabulary.vocabulary_choices import rights_to_choose


class NamingRightsForm(NamingForm, WholeForm):
    """Names rights and no other rows of the vocabularies."""

    NAMED = ("rights",)

    sought = forms.CharField(
        label=_("Find a right"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    rights = RowsField(rights_to_choose, label=_("Rights"))

    @property
    def rights_field(self) -> RowsField:
        """The field of this form, which holds the rights that stand."""
        return cast("RowsField", self.fields["rights"])
