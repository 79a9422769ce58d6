"""The lines of a provision as the act prints them, where a file says so (`renderers/akoma_lines.py`)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from amendments.provisions.printing.layout import Filling, Slot, fill, pieces
from amendments.provisions.provision_errors import BadLayout

_SLOTS = frozenset({"number", "heading", "text", "cell"})
_HEADING_WORDS = re.compile(r" (?!\[\d+\])")


@dataclass(frozen=True, slots=True)
class Written:
    """What the elements of a provision hold: `cells` are the paragraphs of each cell of a row, else of one."""

    number: str
    heading: str
    cells: Sequence[Sequence[str]]


def as_printed(form: str, written: Written) -> str | None:
    """The provision as printed, white space before it included; None where the form does not fit what is written.

    The words are those of the elements: a form brings white space and the bars of tables alone.
    """
    try:
        found = pieces(form)
    except BadLayout:
        return None
    if not all(_is_harmless(piece) for piece in found) or not _has_places(found, written):
        return None
    heading = _HEADING_WORDS.split(written.heading) if written.heading else []
    return fill(form, Filling(written.number, "", heading, written.cells, ()))


def _is_harmless(piece: Slot | str) -> bool:
    if isinstance(piece, str):
        return not any(letter.isalnum() for letter in piece)
    return piece.name in _SLOTS and (piece.name == "heading" or not piece.words)


def _has_places(found: Sequence[Slot | str], written: Written) -> bool:
    slots = {piece.name for piece in found if isinstance(piece, Slot)}
    has_text = any(paragraph for cell in written.cells for paragraph in cell)
    return (
        ("number" in slots or not written.number)
        and ("heading" in slots or not written.heading)
        and (bool(slots & {"text", "cell"}) or not has_text)
    )
