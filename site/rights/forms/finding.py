"""Small forms of the desk: a provision by its number, an internal note."""

from typing import Any, cast
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from amendments.forms.page_choice import PageChoice
from amendments.models import Instrument
from consultations.forms.whole_form import WholeForm
from rights.forms.issue_form import LONGEST


class ActField(PageChoice):
    """Acts by their titles in the language of the reader."""

    def label_from_instance(self, obj: Instrument) -> str:
        return obj.shown_title


class FindForm(WholeForm):
    """A provision by its act and its number."""

    act = ActField(label=_("Act"), queryset=Instrument.objects.none(), empty_label=None)
    number = forms.CharField(label=_("Number of the provision"), max_length=60)

    def __init__(self, *args: Any, acts: list[Instrument], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ModelChoiceField[Instrument]", self.fields["act"])
        field.queryset = Instrument.objects.filter(pk__in=[act.pk for act in acts])


class NoteForm(WholeForm):
    """An internal note."""

    text = forms.CharField(label=_("Note"), widget=forms.Textarea, max_length=LONGEST)
    is_private = forms.BooleanField(label=_("For me alone"), required=False)
    key = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)
