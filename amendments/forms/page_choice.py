"""A choice among pages: sections and acts."""

from typing import Any

from django import forms


class PageChoice(forms.ModelChoiceField):  # type: ignore[type-arg] # takes none at run time
    """Refuses a number that no column holds. Django does so itself where the key is no link to another table."""

    def to_python(self, value: Any) -> Any:
        """The page that was chosen."""
        try:
            return super().to_python(value)
        except OverflowError:  # of SQLite
            words = self.error_messages["invalid_choice"]
            raise forms.ValidationError(words, code="invalid_choice", params={"value": value}) from None
