"""Looking into the XML of a Word file."""

from itertools import groupby
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

Xml = Any  # an lxml element, which has no published types

PARAGRAPH, TABLE, ROW, CELL, RUN = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "r"))
_TEXT = qn("w:t")
_MOST_SAID = 2_000  # letters of what is left out
AUTHOR, DATE = qn("w:author"), qn("w:date")
_OFF = frozenset({"0", "false", "off"})


def child(element: Xml | None, name: str) -> Xml | None:
    """The first child of a name."""
    return None if element is None else element.find(qn(name))


def children(element: Xml | None, name: str) -> list[Xml]:
    """The children of a name."""
    return [] if element is None else list(element.iterchildren(qn(name)))


def value(element: Xml | None, name: str) -> str:
    """The `w:val` of a child, "" without it."""
    found = child(element, name)
    return "" if found is None else str(found.get(qn("w:val")) or "")


def is_on(element: Xml | None, name: str) -> bool:
    """Whether a property that is on or off is on."""
    found = child(element, name)
    return found is not None and found.get(qn("w:val"), "true") not in _OFF


def words_of(root: Xml) -> str:
    """The words of all paragraphs in one line; of paragraphs with the same words one, as alternatives hold them twice."""
    by_paragraph = groupby(root.iter(_TEXT), lambda text: next(text.iterancestors(PARAGRAPH), None))
    lines = (" ".join("".join(text.text or "" for text in texts).split()) for _each, texts in by_paragraph)
    words = " ".join(filter(None, dict.fromkeys(lines)))
    return words if len(words) <= _MOST_SAID else f"{words[:_MOST_SAID]}…"


def related(part: Any, relation: str) -> Xml | None:
    """The root of a part that belongs to the document, None where the document has no such part."""
    found = all_related(part, relation)
    return found[0] if found else None


def all_related(part: Any, relation: str) -> list[Xml]:
    """The roots of all parts of a kind."""
    return [
        parse_xml(rel.target_part.blob)
        for rel in part.rels.values()
        if rel.reltype == relation and not rel.is_external
    ]
