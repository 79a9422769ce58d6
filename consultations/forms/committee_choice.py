"""The form that names the committee of an amendment."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.forms.whole_form import WholeForm
from consultations.models import Committee


class CommitteeChoice(WholeForm):
    """One of the committees of the site."""

    committee = forms.ModelChoiceField(
        label=_("Committee"),
        queryset=Committee.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        help_text=_("Only the people of this committee release the drafts and hold the consultation."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["committee"].queryset = Committee.objects.order_by("name")  # type: ignore[attr-defined] # a field with rows
