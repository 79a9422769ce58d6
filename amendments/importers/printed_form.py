"""The lines of a provision as the act prints them, where a file says so (`renderers/akoma_lines.py`)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from amendments.provisions.printing.layout import Filling, Slot, fill, pieces
from amendments.provisions.provision_errors import BadLayout

_SLOTS = frozenset({"number", "heading", "text", "cell"})
_HEADING_WORDS = re.compile(r" (?!\[\d+\])")
_BETWEEN_WORDS = frozenset(
    " \t\n\N{NO-BREAK SPACE}|+=-–—:.;,)]_"
)  # bars and rules of tables, signs behind a number
_LONGEST_BETWEEN = 40  # characters that are printed again between all paragraphs without a slot of their own


@dataclass(frozen=True, slots=True)
class Written:
    """What the elements of a provision hold: `cells` are the paragraphs of each cell of a row, else of one."""

    number: str
    heading: str
    cells: Sequence[Sequence[str]]


def as_printed(form: str, written: Written) -> str | None:
    """The provision as printed, white space before it included; None where the form does not fit what is written.

    The words are those of the elements, each once: a form brings white space, the bars of tables and a few signs alone.
    """
    try:
        found = pieces(form)
    except BadLayout:
        return None
    slots = [piece for piece in found if isinstance(piece, Slot)]
    signs = [piece for piece in found if isinstance(piece, str)]
    heading = _HEADING_WORDS.split(written.heading) if written.heading else []
    if not (
        all(_BETWEEN_WORDS.issuperset(piece) for piece in signs)
        and all(piece.name in _SLOTS and (piece.name == "heading" or not piece.words) for piece in slots)
        and _names_once(slots, written.number, len(heading))
        and _has_places(slots, signs, written.cells)
    ):
        return None
    return fill(form, Filling(written.number, "", heading, written.cells, ()))


def in_lines(lines: Iterable[str]) -> Iterator[str]:
    """Each line behind a line feed."""
    return (f"\n{line}" for line in lines)


def _names_once(slots: Sequence[Slot], number: str, heading: int) -> bool:
    """Whether the number stands there once, and every word of the heading has a place."""
    limits = [piece.words for piece in slots if piece.name == "heading"]
    numbers = sum(piece.name == "number" for piece in slots)
    return (
        numbers <= 1
        and (numbers == 1 or not number)
        and limits.count(0) <= 1
        and (0 in limits or sum(limits) >= heading)
    )


def _has_places(slots: Sequence[Slot], signs: Sequence[str], cells: Sequence[Sequence[str]]) -> bool:
    """Whether there is a slot for text, and one for each paragraph if what stands between them is long."""
    names = [piece.name for piece in slots]
    paragraphs = sum(map(len, cells))
    places = names.count("text") + names.count("cell")
    if (len(cells) > 1 and "cell" not in names) or (paragraphs and not places):
        return False
    return paragraphs <= places or all(len(piece) <= _LONGEST_BETWEEN for piece in signs)
