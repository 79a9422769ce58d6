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
_LATEST_START = 3  # where a list may begin whose first items were repealed


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
        return self.start(
            _ITEM_KINDS[min(len(label.value), 4) - 2], line, article or self._container(), label
        )

    def _owner_by_number(self, label: Label) -> Draft | None:
        """The innermost open provision whose number this one continues: 12.3.1 goes below 12.3, else below 12."""
        for draft in reversed(self.open):
            if draft.kind in CONTAINERS:
                return None
            value = _value(draft)
            if value and label.value[: len(value)] == value != label.value and _may_own(draft, label):
                return draft
        return None

    def _is_inserted_after(self, owner: Draft) -> bool:
        is_item = owner.label is not None and owner.label.form is Form.ITEM
        return is_item and self.conventions.inserts_with_dots and self.article is not None

    def _place_item(self, line: Line, label: Label) -> Draft | None:
        """Continue an open list with its next number, else open a list, else leave out or repeat numbers."""
        lists = self._open_lists()
        return (
            self._continue_list(line, label, lists, longest_step=1)
            or self._open_list(line, label, lists, highest=1)
            or self._continue_list(line, label, lists, longest_step=_LONGEST_GAP)
            or self._open_list(line, label, lists, highest=_LATEST_START)
        )

    def _continue_list(self, line: Line, label: Label, lists: list[Draft], longest_step: int) -> Draft | None:
        for last in lists:
            reading = _following(last, label, longest_step)
            if reading:
                return self.start(last.kind, line, last.parent, replace(label, readings=(reading,)))
        return None

    def _open_list(self, line: Line, label: Label, lists: list[Draft], highest: int) -> Draft | None:
        reading = next((reading for reading in label.readings if self._opens_list(reading, highest)), None)
        if reading is None:
            return None
        label = replace(label, readings=(reading,))
        for last in lists:
            if _style(last) == reading.style:
                return self.start(last.kind, line, last.parent, label)  # the list starts again
        owner = self._list_owner()
        return self.start(_below(owner, 1, label.kind) if owner else label.kind, line, owner, label)

    def _opens_list(self, reading: Reading, highest: int) -> bool:
        """A list starts with its first number, a little later where the first ones were repealed, in annexes anywhere."""
        is_in_annex = self.article is None and bool(self.open) and reading.style == "arabic."
        return reading.value[0].value <= highest or (highest > 1 and is_in_annex)

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


def _may_own(draft: Draft, label: Label) -> bool:
    """An article owns every number that continues its own; “2.1.” belongs to “2.”, but not to “2)”."""
    if draft.kind is Kind.ARTICLE or (draft.label and draft.label.form is Form.DECIMAL):
        return True
    owner, own = _style(draft), label.readings[0].style
    return (
        draft.kind in _ITEM_KINDS
        and owner.startswith("arabic")
        and (own == "decimal" or owner[-1] == own[-1])
    )


def _style(draft: Draft) -> str:
    return draft.label.readings[0].style if draft.label and draft.label.readings else ""


def _following(last: Draft, label: Label, longest_step: int) -> Reading | None:
    """The reading of a label that follows the last item of a list, leaving out no more numbers than allowed."""
    before = _value(last)
    for reading in label.readings:
        step = reading.value[0].value - before[0].value
        is_next = reading.value > before if longest_step == 1 else reading.value >= before
        if reading.style == _style(last) and is_next and step <= longest_step:
            return reading
    return None
