"""The forms of the search beside the question itself."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from search.models.saved import SavedSearch
from search.request import Request

MOST_SAVED = 50  # searches of one person
LONGEST_ADDRESS = 2_600  # letters: PostgreSQL takes 2,704 bytes into an index


class SaveSearch(forms.ModelForm[SavedSearch]):
    """Keeps a question under a name."""

    class Meta:
        model = SavedSearch
        fields = ("name", "address", "by_mail")

    def __init__(self, *args: Any, owner: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owner = owner

    def clean_name(self) -> str:
        """One line: it becomes the subject of a mail."""
        return " ".join(self.cleaned_data["name"].split())

    def clean_address(self) -> str:
        """Normalise the address to its first page; refuse an address that asks for nothing."""
        asked = Request.read(QueryDict(self.cleaned_data["address"])).but(is_long=False)
        if not (asked.text or asked.like or asked.is_narrowed):
            raise forms.ValidationError(_("Search for something first, then save it."))
        if len(address := asked.address()) > LONGEST_ADDRESS:
            raise forms.ValidationError(
                _("This search is too long to be saved. Use fewer words and filters.")
            )
        return address

    def clean(self) -> dict[str, Any]:
        """Refuse more than fifty saved searches."""
        cleaned = super().clean() or self.cleaned_data
        if SavedSearch.objects.filter(owner=self.owner).count() >= MOST_SAVED:
            raise forms.ValidationError(
                _("You have %(count)d saved searches. Delete one first.") % {"count": MOST_SAVED}
            )
        return cleaned
