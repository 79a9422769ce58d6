"""What people type holds no character that readers cannot see: the rule for forms and for actions."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict

from amendments.errors import HiddenCharacter
from amendments.provisions.hidden import hidden_in, without_unseen
from amendments.provisions.tree import Tree


def refuse_hidden(value: object) -> None:
    """Raise `HiddenCharacter` where a text holds one, or a value made of texts."""
    for text in _texts_of(value):
        if hidden := hidden_in(text):
            raise HiddenCharacter(hidden)


def _texts_of(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        yield from _texts_of([getattr(value, field.name) for field in fields(value)])
    elif isinstance(value, Mapping):
        yield from _texts_of([*value, *value.values()])
    elif isinstance(value, list | tuple | set | frozenset | Tree):
        for item in value:
            yield from _texts_of(item)


class UncutText(forms.BaseForm):
    """A form that refuses what is too long. With `maxlength`, browsers cut off what is pasted and say nothing."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("maxlength", None)


class VisibleText(UncutText):
    """A form that names the field in which such a character stands."""

    def clean(self) -> dict[str, Any]:
        """Look at everything that was typed."""
        data = super().clean() or self.cleaned_data
        for name, value in list(data.items()):
            try:
                refuse_hidden(value)
            except HiddenCharacter as refusal:
                self.add_error(name, str(refusal))
        return data


class TextOfLaw(VisibleText):
    """A form for words of an act: what text pasted from Word has inside its words and nobody sees is left out.

    An import leaves out the same, so that what is quoted here is found there.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if isinstance(self.data, MultiValueDict):  # before the fields are read: a number can hold one too
            seen = {name: [without_unseen(value) for value in typed] for name, typed in self.data.lists()}
            self.data = MultiValueDict(seen)
