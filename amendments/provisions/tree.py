"""The tree of an act: provisions in document order, each knowing its parent.

The order of `Tree.elements` is the reading order of the act, parents before their children.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import sha256


class Kind(StrEnum):
    """What a provision is, in the order in which kinds nest (bölmə, fəsil, §, maddə, hissə, bənd, yarımbənd)."""

    TITLE = "title"
    PREAMBLE = "preamble"
    SECTION = "section"
    CHAPTER = "chapter"
    DIVISION = "division"  # "§"
    ARTICLE = "article"
    PART = "part"
    POINT = "point"
    SUBPOINT = "subpoint"
    PARAGRAPH = "paragraph"  # unnumbered, "abzas"
    NOTE = "note"  # "Qeyd"
    TABLE = "table"
    ANNEX = "annex"
    CONTENTS = "contents"  # a printed table of contents: kept, but no law
    CLOSING = "closing"  # signature, place, date, number
    APPARATUS = "apparatus"  # lists of source documents and footnotes after the text


# Printed with the act, but no law: nothing amends it, "throughout the Law" does not mean it, and a difference in it
# is no change of the law.
OUTSIDE_THE_LAW = frozenset({Kind.CONTENTS, Kind.CLOSING, Kind.APPARATUS})


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote mark lifted out of the text: its printed form, the field it stood in and where.

    `offset` counts Unicode code points of the field without any mark.
    """

    number: str
    field: str  # "heading" or "text"
    offset: int
    printed: str  # as it stood, with the space before it: " [12]"


@dataclass(frozen=True, slots=True)
class Element:
    """One provision of a tree.

    `number` is the printed number without ordinal suffix or final full stop ("12-1", "9.3.4", "IV"), "" where
    none is printed. `text` holds the own wording only, paragraphs separated by "\\n"; children are elements of
    their own. `key` is its identity: the UUID of a stored provision, the eId of one that was only parsed.
    `layout` is the printed form with slots for number, heading and text, as the parser met it; None means
    the usual form of the scheme.
    """

    key: str
    kind: Kind
    number: str = ""
    eid: str = ""
    heading: str = ""
    text: str = ""
    parent: str = ""
    marks: tuple[Mark, ...] = ()
    repealed: bool = False
    layout: str | None = None


def text_hash(element: Element) -> str:
    """The hash of the words of a provision, heading and text: how a reader of them remembers what stood there."""
    return sha256(f"{element.heading}\n{element.text}".encode()).hexdigest()


@dataclass(frozen=True)
class Tree:
    """All provisions of one state of an act in one language, in reading order."""

    elements: tuple[Element, ...] = ()
    tail: str = ""  # what follows the last provision in the source: blank lines

    def __iter__(self) -> Iterator[Element]:
        return iter(self.elements)

    def __len__(self) -> int:
        return len(self.elements)

    @cached_property
    def by_key(self) -> dict[str, Element]:
        """Elements by identity."""
        return {element.key: element for element in self.elements}

    @cached_property
    def by_eid(self) -> dict[str, Element]:
        """Elements by eId."""
        return {element.eid: element for element in self.elements}

    @cached_property
    def by_number(self) -> dict[str, list[Element]]:
        """Elements by printed number; several where a number is printed in more than one place."""
        found: dict[str, list[Element]] = {}
        for element in self.elements:
            found.setdefault(element.number, []).append(element)
        return found

    def children(self, key: str) -> list[Element]:
        """The direct children of a provision ("" = the top of the act), in order."""
        return [element for element in self.elements if element.parent == key]
