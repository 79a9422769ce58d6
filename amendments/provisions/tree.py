"""The tree of an act: provisions in document order, each knowing its parent.

The order of `Tree.elements` is the reading order of the act, parents before their children.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import sha256

from amendments.provisions.index import Index

CELL_BORDER = "\t"  # between the cells of a row


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
    TABLE = "table"  # its rows without a number
    ROW = "row"  # a numbered row of a table
    ANNEX = "annex"
    CONTENTS = "contents"  # a printed table of contents: kept, but no law
    CLOSING = "closing"  # signature, place, date, number
    APPARATUS = "apparatus"  # lists of source documents and footnotes after the text


# Printed with the act, but no law: nothing amends it, "throughout the Law" does not mean it, and a difference in it
# is no change of the law.
OUTSIDE_THE_LAW = frozenset({Kind.CONTENTS, Kind.CLOSING, Kind.APPARATUS})
BEFORE_THE_LAW = frozenset({Kind.TITLE, Kind.PREAMBLE})


@dataclass(frozen=True, slots=True)
class LiftedMark:
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
    none is printed. `text` holds the own wording only, paragraphs separated by "\\n", the cells of a row by "\\t";
    children are elements of their own. `key` is its identity: the UUID of a stored provision, the eId of one that was
    only parsed.
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
    marks: tuple[LiftedMark, ...] = ()
    repealed: bool = False
    layout: str | None = None


def text_hash(element: Element) -> str:
    """The hash of the heading and text of a provision. It shows later whether the words have changed."""
    return sha256(f"{element.heading}\n{element.text}".encode()).hexdigest()


class Tree:
    """All provisions of one state of an act in one language, in reading order; `tail` is what follows the last one.

    A tree never changes: a change gives another tree, which shares with the first whatever stays the same and knows
    as `law` the one that the first of the changes began with.
    """

    def __init__(self, elements: Iterable[Element] = (), tail: str = "", law: "Tree | None" = None) -> None:
        self._source = elements if isinstance(elements, Index) else tuple(elements)
        self.tail = tail  # blank lines of the source
        self._law = law

    @property
    def law(self) -> "Tree":
        """The text before all changes."""
        return self if self._law is None else self._law

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """The provisions in reading order."""
        return tuple(self._source)

    @cached_property
    def _index(self) -> Index[Element]:
        return self._source if isinstance(self._source, Index) else Index.of(self._source)

    def __iter__(self) -> Iterator[Element]:
        return iter(self.elements)

    def __len__(self) -> int:
        return len(self.elements)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tree) and (self.elements, self.tail) == (other.elements, other.tail)

    def __hash__(self) -> int:
        return hash((self.elements, self.tail))

    def __reduce__(self) -> tuple[type["Tree"], tuple[tuple[Element, ...], str, "Tree | None"]]:
        return Tree, (self.elements, self.tail, self._law)

    @property
    def by_key(self) -> Mapping[str, Element]:
        """Elements by identity, in no order."""
        return self._index.elements

    @property
    def by_eid(self) -> Mapping[str, Element]:
        """Elements by eId; of several with the same one the last."""
        return _ByEid(self._index)

    def numbered(self, number: str) -> list[Element]:
        """The elements with this printed number, in order; several where it is printed in more than one place."""
        return self._under(("number", number))

    def cited(self, kind: Kind, number: str) -> list[Element]:
        """The elements of a kind that a number cites, in order: as printed, by its value, or as its eId has it."""
        return self._under((kind, number))

    def of_kind(self, kind: Kind) -> list[Element]:
        """The elements of a kind, in order."""
        return self._under(("kind", kind))

    def children(self, key: str) -> list[Element]:
        """The direct children of a provision ("" = the top of the act), in order."""
        return self._under(("under", key))

    def family(self, element: Element) -> list[Element]:
        """A provision and everything under it, in order."""
        members = [element]
        for member in members:
            members += self.children(member.key)
        return self.in_order(members)

    def above(self, element: Element) -> Iterator[Element]:
        """The provisions that an element lies under, the nearest first."""
        above = self.by_key.get(element.parent)
        while above is not None:
            yield above
            above = self.by_key.get(above.parent)

    def in_order(self, elements: Iterable[Element]) -> list[Element]:
        """Elements of this tree as they are read."""
        return sorted(elements, key=lambda element: self._index.label(element.key))

    def changed(self, elements: Iterable[Element]) -> "Tree":
        """The tree with these elements in the place of those with the same key."""
        return Tree(self._index.changed(elements), self.tail, self.law)

    def inserted(self, element: Element, after: str) -> "Tree":
        """The tree with a new element right after the one with a key, "" = at the start of the act."""
        return Tree(self._index.inserted(element, after), self.tail, self.law)

    def without(self, elements: Iterable[Element]) -> "Tree":
        """The tree without these elements."""
        return Tree(self._index.without(element.key for element in elements), self.tail, self.law)

    def before(self, element: Element) -> str:
        """The key of the element right before another one, "" = it is the first."""
        return self._index.spots[element.key].before

    def after(self, element: Element) -> str:
        """The key of the element right after another one, "" = it is the last."""
        return self._index.spots[element.key].after

    def differing(self, other: "Tree") -> set[str]:
        """The keys of the elements that are not the same in two trees of which one came from the other."""
        return self._index.elements.differing(other._index.elements)

    def _under(self, name: Hashable) -> list[Element]:
        return [self._index.elements[key] for key in self._index.under(name)]


class _ByEid(Mapping[str, Element]):
    """The elements of an index by eId."""

    def __init__(self, index: Index[Element]) -> None:
        self._index = index

    def __getitem__(self, eid: str) -> Element:
        keys = self._index.under(("eid", eid))
        if not keys:
            raise KeyError(eid)
        return self._index.elements[keys[-1]]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(element.eid for element in self._index if element.eid))

    def __len__(self) -> int:
        return sum(1 for _ in self)
