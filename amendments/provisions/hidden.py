"""Finds characters that readers cannot see. A line that contains one reads differently from what is stored."""

import re
import unicodedata
from dataclasses import dataclass

_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
# Soft hyphen, zero-width space, word joiner, byte order mark; joiners and fillers without a shape; marks that choose
# another shape of a letter, that annotate, or that no longer mean anything.
UNSEEN = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0100-\U000e01ef]"
)
_CONTROL = "CONTROL CHARACTER"  # Unicode gives these no names
_SHOWN = "▯"
_AROUND = 30


def without_unseen(text: str) -> str:
    """The text without characters that have no shape and no meaning."""
    return UNSEEN.sub("", text)


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
