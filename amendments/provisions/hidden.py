"""Finds characters that readers cannot see. A line that contains one reads differently from what is stored."""

import re
import unicodedata
from dataclasses import dataclass

_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_CONTROL = "CONTROL CHARACTER"  # Unicode gives these no names
_SHOWN = "▯"
_AROUND = 30


@dataclass(frozen=True, slots=True)
class Hidden:
    """A hidden character as Unicode names it, and the words around it, where it is shown as “▯”."""

    character: str
    place: str


def hidden_in(text: str) -> Hidden | None:
    """The first control character, or one that turns the direction of a line."""
    found = _HIDDEN.search(text)
    if found is None:
        return None
    around = text[max(found.start() - _AROUND, 0) : found.end() + _AROUND]
    name = f"U+{ord(found[0]):04X} {unicodedata.name(found[0], _CONTROL)}"
    return Hidden(name, " ".join(_HIDDEN.sub(_SHOWN, around).split()))
