"""Fields of a form that hold what they were given: what is stored stands there, however its words would be read again."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.forms import BaseForm

from amendments.instructions.operations import Operation


def touched(form: BaseForm, names: Iterable[str]) -> Iterator[str]:
    """The fields over which something was typed."""
    for name in names:
        if _sent(form.data.get(form.add_prefix(name))) != _sent(form.initial.get(name)):
            yield name


def typed_over(stored: Operation, typed: Operation, names: Iterable[str]) -> Operation:
    """The stored operation with what was typed over some of its fields; the label belongs to the number."""
    changed = {name: getattr(typed, name) for name in names}
    label = "" if "target" in changed else stored.label
    return replace(stored, **{"label": label, "target_text_hash": typed.target_text_hash, **changed})


def _sent(value: object) -> str:
    """A value as browsers send it, whatever they do to the ends of lines."""
    return "" if value is None else str(value).replace("\r\n", "\n").strip()
