"""A form whose words may not show who somebody is."""

from typing import Any, ClassVar

from consultations.forms.whole_form import WholeForm
from rights.errors import ShowsSomebody
from rights.shown_people import refuse_identifiers


class ShowingNobody(WholeForm):
    """It names each field in `CHECKED` with the words that would show somebody."""

    CHECKED: ClassVar[tuple[str, ...]] = ()

    def clean(self) -> dict[str, Any]:
        """Look through the fields."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        for name in self.CHECKED:
            try:
                refuse_identifiers(data.get(name, ""))
            except ShowsSomebody as refusal:
                self.add_error(name, str(refusal))
        return data
