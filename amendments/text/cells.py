"""Cells of tables in a field for text: a bar stands between them, which a keyboard has and which no law prints."""

import re

from amendments.provisions.regions.printed_rows import grid
from amendments.provisions.tree import CELL_BORDER, Element, Kind

_BAR = re.compile(rf"[ {CELL_BORDER}]*\|[ {CELL_BORDER}]*")
_SHOWN = " | "
_IN_TABLES = frozenset({Kind.TABLE, Kind.ROW})


def shown(element: Element) -> str:
    """The text of a provision as it stands in a field."""
    if element.kind is Kind.ROW:
        return in_field(element.text)
    if element.kind is Kind.TABLE:
        return "\n".join(
            _SHOWN.join(" ".join(element.text[slice(*place)] for place in cell) for cell in row)
            for row in grid(element.text)
        )
    return element.text


def in_field(words: str) -> str:
    """Words with the borders of their cells as bars."""
    return words.replace(CELL_BORDER, _SHOWN)


def typed(element: Element, words: str) -> str:
    """The text that was typed over a provision; untouched words stay as they are printed."""
    if element.kind not in _IN_TABLES:
        return words
    if words.strip() == shown(element).strip():
        return element.text
    return with_borders(words)


def with_borders(words: str) -> str:
    """Words in which bars part the cells of rows."""
    return _BAR.sub(CELL_BORDER, words)
