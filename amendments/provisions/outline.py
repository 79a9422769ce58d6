"""Placing the lines of an act one after the other: which provision a line opens or continues, and below which one."""

from collections.abc import Callable
from dataclasses import replace

from amendments.provisions.conventions import Conventions
from amendments.provisions.drafts import Draft
from amendments.provisions.labels import Form, Label, Reading
from amendments.provisions.lines import Line
from amendments.provisions.numbers import Component
from amendments.provisions.tree import Kind

CONTAINERS = frozenset({Kind.SECTION, Kind.CHAPTER, Kind.DIVISION, Kind.ANNEX})
_ITEM_KINDS = (Kind.PART, Kind.POINT, Kind.SUBPOINT)
_LONGEST_GAP = 20  # numbers that a repealed run may leave out


class Outline:
    """The provisions read so far and those still open; a line goes to the last one or opens a new one."""

    def __init__(self, conventions: Conventions) -> None:
        self.conventions = conventions
        self.drafts: list[Draft] = []
        self.open: list[Draft] = []
        self.last_items: dict[Draft | None, Draft] = {}  # by the provision that the list stands in
        self._ranks: dict[tuple[Kind, int], int] = {}

    @property
    def innermost(self) -> Draft | None:
        """The provision that the last lines belong to."""
        return self.open[-1] if self.open else None

    @property
    def article(self) -> Draft | None:
        """The open article, if any."""
        return next((draft for draft in reversed(self.open) if draft.kind is Kind.ARTICLE), None)

    def start(self, kind: Kind, line: Line, parent: Draft | None, label: Label | None = None) -> Draft:
        """Open a provision below `parent` and close what is open below that."""
        draft = Draft(kind, line.number, parent, label)
        depth = self.open.index(parent) + 1 if parent else 0
        self.open[depth:] = [draft]
        self.drafts.append(draft)
        if label and label.form is Form.ITEM:
            self.last_items[parent] = draft
        return draft

    def place_label(self, line: Line, label: Label) -> Draft | None:
        """Open the provision that a label introduces; None when it cannot stand here, so that it is text."""
        place: dict[Form, Callable[[Line, Label], Draft | None]] = {
            Form.HEADING: self._place_heading,
            Form.UNTITLED: self._place_heading,
            Form.DECIMAL: self._place_decimal,
            Form.ITEM: self._place_item,
            Form.NOTE: self._place_note,
        }
        return place[label.form](line, label)

    def _place_heading(self, line: Line, label: Label) -> Draft:
        rank = self._rank(label)
        owners = [draft for draft in self.open if draft.kind in CONTAINERS]
        if label.kind is not Kind.ARTICLE:
            owners = [draft for draft in owners if draft.label and self._rank(draft.label) < rank]
        return self.start(label.kind, line, owners[-1] if owners else None, label)

    def _rank(self, label: Label) -> int:
        """Headings of equal rank nest in the order in which the act first uses them."""
        if label.form is Form.UNTITLED:
            return label.rank * 100
        order = self._ranks.setdefault((label.kind, label.rank), len(self._ranks))
        return label.rank * 100 + order

    def _place_decimal(self, line: Line, label: Label) -> Draft | None:
        article = self.article
        owner = self._owner_by_number(label)
        if owner and owner.kind in _ITEM_KINDS and self._is_inserted_after(owner):
            return self.start(owner.kind, line, owner.parent, label)
        if owner:
            depth = len(label.value) - len(_value(owner))
            return self.start(_below(owner, depth), line, owner, label)
        if article and not label.is_marked:
            return None  # "10.5 manat" in the words of an article
        if article:
            return self.start(_ITEM_KINDS[min(len(label.value), 4) - 2], line, article, label)
        return self.start(_ITEM_KINDS[min(len(label.value), 4) - 2], line, self._container(), label)

    def _owner_by_number(self, label: Label) -> Draft | None:
        """The innermost open provision whose number this one continues: 12.3.1 goes below 12.3, else below 12."""
        for draft in reversed(self.open):
            if draft.kind in CONTAINERS:
                return None
            value = _value(draft)
            if (
                (draft.kind is Kind.ARTICLE or draft.kind in _ITEM_KINDS)
                and value
                and len(value) < len(label.value)
                and label.value[: len(value)] == value
            ):
                return draft
        return None

    def _is_inserted_after(self, owner: Draft) -> bool:
        is_item = owner.label is not None and owner.label.form is Form.ITEM
        return is_item and self.conventions.inserts_with_dots and self.article is not None

    def _place_item(self, line: Line, label: Label) -> Draft | None:
        lists = self._open_lists()
        for last in lists:
            if last.label and (reading := _continuing(last.label, label)):
                return self.start(last.kind, line, last.parent, replace(label, readings=(reading,)))
        first = next((reading for reading in label.readings if self._opens_list(reading)), None)
        if first is None:
            return None
        label = replace(label, readings=(first,))
        for last in lists:
            if last.label and last.label.readings[0].style == first.style:
                return self.start(last.kind, line, last.parent, label)  # the list starts again
        owner = self._list_owner()
        return self.start(_below(owner, 1, label.kind) if owner else label.kind, line, owner, label)

    def _open_lists(self) -> list[Draft]:
        """The last item of every list that can go on, the innermost list first."""
        lists = []
        for draft in [*reversed(self.open), None]:
            last = self.last_items.get(draft)
            if last:
                lists.append(last)
            if draft and (draft.kind is Kind.ARTICLE or draft.kind in CONTAINERS):
                break
        return lists

    def _opens_list(self, reading: Reading) -> bool:
        """A list starts with its first number, a little later where the first ones were repealed, in annexes anywhere."""
        return reading.value[0].value <= 3 or (
            self.article is None and reading.style == "arabic." and bool(self.open)
        )

    def _list_owner(self) -> Draft | None:
        owner = self.innermost
        if owner is not None and owner.kind in {Kind.TABLE, Kind.PARAGRAPH}:
            owner = owner.parent
        if owner is not None and owner.kind in {Kind.TITLE, Kind.PREAMBLE, Kind.CLOSING, Kind.CONTENTS}:
            return None
        return owner

    def _place_note(self, line: Line, label: Label) -> Draft:
        return self.start(Kind.NOTE, line, self.article or self._container(), label)

    def _container(self) -> Draft | None:
        return next((draft for draft in reversed(self.open) if draft.kind in CONTAINERS), None)


def _value(draft: Draft) -> tuple[Component, ...]:
    return draft.label.value if draft.label else ()


def _below(owner: Draft, depth: int, least: Kind = Kind.PART) -> Kind:
    """The kind of an item `depth` levels below its owner, but not above `least`."""
    start = _ITEM_KINDS.index(owner.kind) + 1 if owner.kind in _ITEM_KINDS else 0
    return _ITEM_KINDS[min(max(start + depth - 1, _ITEM_KINDS.index(least)), 2)]


def _continuing(last: Label, label: Label) -> Reading | None:
    """The reading of a label that follows the last item of an open list: the next number, or a little further on."""
    before = last.readings[0]
    for reading in label.readings:
        follows = reading.style == before.style and before.value <= reading.value
        if follows and reading.value[0].value - before.value[0].value <= _LONGEST_GAP:
            return reading
    return None
