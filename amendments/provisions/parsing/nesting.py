"""Placing the lines of an act one after the other: which provision a line opens, and below which one."""

from collections.abc import Callable, Collection

from amendments.provisions.conventions import Conventions
from amendments.provisions.parsing.lists import (
    ITEM_KINDS,
    beginning,
    following,
    kind_below,
    kind_of_decimal,
    may_own,
    restarted,
)
from amendments.provisions.parsing.pending import Pending
from amendments.provisions.recognising.bare_numbers import BARE
from amendments.provisions.recognising.headings import CONTAINERS
from amendments.provisions.recognising.labels import Form, Label
from amendments.provisions.recognising.lines import Line
from amendments.provisions.tree import Kind

# Chosen on the real acts of docs/fidelity.md, so that every number there is read or counted.
_LONGEST_GAP = 20  # numbers that a repealed run may leave out
_LATEST_START = 3  # where a list may begin whose first items were repealed
_ANYWHERE = 10_000
_PASSED_OVER = frozenset({Kind.TABLE, Kind.ROW, Kind.PARAGRAPH})
_BEFORE_THE_LAW = frozenset({Kind.TITLE, Kind.PREAMBLE, Kind.CLOSING, Kind.CONTENTS})


class Outline:
    """The provisions read so far, and those still open. A line belongs to the last one or opens a new one."""

    def __init__(self, conventions: Conventions) -> None:
        self.conventions = conventions
        self.provisions: list[Pending] = []
        self.open: list[Pending] = []
        self._last_items: dict[Pending | None, Pending] = {}  # by the provision that the list stands in
        self._announcing: set[Pending] = set()  # paragraphs with lists of their own
        self._divided: set[Pending] = set()  # parts with decimal points below them
        self._ranks: dict[tuple[Kind, int], int] = {}

    @property
    def innermost(self) -> Pending | None:
        """The provision that the last lines belong to."""
        return self.open[-1] if self.open else None

    @property
    def holder(self) -> Pending | None:
        """The provision in which further words, tables and lists stand: the last one that is no paragraph or table."""
        owner = self.innermost
        while owner is not None and (owner.kind in _PASSED_OVER or owner.is_editorial):
            owner = owner.parent
        return owner

    def start(self, kind: Kind, line: Line, parent: Pending | None, label: Label | None = None) -> Pending:
        """Open a provision below `parent` and close what is open below that."""
        provision = Pending(kind, line.number, parent, label)
        self.open = [*_chain(parent), provision]
        self.provisions.append(provision)
        if label and label.form is Form.ITEM and kind is not Kind.ROW:
            self._last_items[parent] = provision
        return provision

    def place(self, line: Line, label: Label) -> Pending | None:
        """Open the provision that a label introduces; None when it cannot stand here, so that it is text."""
        place: dict[Form, Callable[[Line, Label], Pending | None]] = {
            Form.HEADING: self.place_heading,
            Form.UNTITLED: self.place_heading,
            Form.DECIMAL: self._place_decimal,
            Form.ITEM: self._place_item,
            Form.NOTE: self._place_note,
        }
        return place[label.form](line, label)

    def place_heading(self, line: Line, label: Label) -> Pending:
        """Open an article, a part of one, or a part of the upper structure below those of smaller rank."""
        if label.kind is Kind.PART:
            return self.start(label.kind, line, self.innermost_of({Kind.ARTICLE}), label)
        owners = [provision for provision in self.open if provision.kind in CONTAINERS]
        if label.kind is not Kind.ARTICLE:
            rank = self._rank(label)
            owners = [
                provision for provision in owners if provision.label and self._rank(provision.label) < rank
            ]
        return self.start(label.kind, line, owners[-1] if owners else None, label)

    def _rank(self, label: Label) -> tuple[int, int]:
        """Headings of equal rank nest in the order in which the act first uses them."""
        if label.form is Form.UNTITLED:
            return label.rank, 0
        return label.rank, self._ranks.setdefault((label.kind, label.rank), len(self._ranks))

    def _place_decimal(self, line: Line, label: Label) -> Pending | None:
        article = self.innermost_of({Kind.ARTICLE})
        if article and (after := self._inserted_after(label)):
            return self.start(after.kind, line, after.parent, label)
        owner = next((provision for provision in reversed(self.open) if may_own(provision, label)), None)
        if owner and owner.kind in ITEM_KINDS and article and self._inserts_with_dots(owner):
            return self.start(owner.kind, line, owner.parent, label)
        if not owner and article and not label.is_marked:
            return None  # "10.5 manat" in the words of an article
        kind = kind_of_decimal(owner, label)
        return self.start(kind, line, owner or article or self.innermost_of(CONTAINERS), label)

    def _inserted_after(self, label: Label) -> Pending | None:
        """The point behind which "2.1)", "2.2)" are inserted, if it is the last one of an open list."""
        if not self.conventions.inserts_with_dots or not label.is_marked:
            return None
        points = (
            point
            for point in self._open_lists()
            if len(label.value) == len(point.value) + 1
            and may_own(point, label)
            and self._inserts_with_dots(point)
        )
        return next(points, None)

    def _inserts_with_dots(self, owner: Pending) -> bool:
        """Whether "1.1." is printed after "1.", as in Russia, and not below it. Below it "1." ends with a colon."""
        if owner.label is None or owner.label.form is not Form.ITEM or not self.conventions.inserts_with_dots:
            return False
        if owner is self.innermost and owner.paragraphs and owner.paragraphs[-1].endswith(":"):
            self._divided.add(owner)
        return owner not in self._divided

    def _place_item(self, line: Line, label: Label) -> Pending | None:
        """Continue an open list, else open one. Only then may the list leave out or repeat numbers."""
        lists = self._open_lists()
        is_in_annex = bool(self.open) and self.innermost_of({Kind.ARTICLE}) is None
        latest = _ANYWHERE if is_in_annex and label.readings[0].style in {"arabic.", BARE} else _LATEST_START
        return (
            self._continue_list(line, label, lists, longest_step=1)
            or self._open_list(line, label, lists, highest=1)
            or self._continue_list(line, label, lists, longest_step=_LONGEST_GAP)
            or self._open_list(line, label, lists, highest=latest)
        )

    def _continue_list(
        self, line: Line, label: Label, lists: list[Pending], longest_step: int
    ) -> Pending | None:
        for last in lists:
            if read := following(last, label, longest_step):
                return self.start(last.kind, line, last.parent, read)
        return None

    def _open_list(self, line: Line, label: Label, lists: list[Pending], highest: int) -> Pending | None:
        read = beginning(label, highest)
        if read is None:
            return None
        if self.innermost not in self._announcing and (last := restarted(lists, read)):
            return self.start(last.kind, line, last.parent, read)
        owner = self.innermost if self.innermost in self._announcing else self._list_owner()
        return self.start(kind_below(owner, read), line, owner, read)

    def announce_list(self, line: Line, label: Label) -> Pending | None:
        """Open a paragraph beside the points of an open list, if the label below it begins that list again."""
        lists = self._open_lists()
        if any(following(last, label, longest_step=1) for last in lists):
            return None
        first = beginning(label, highest=1)
        last = restarted(lists, first) if first else None
        if last is None or last.kind is Kind.PART:
            return None
        above = last.parent
        paragraph = self.start(
            Kind.PARAGRAPH, line, above.parent if above in self._announcing and above else above
        )
        self._announcing.add(paragraph)
        return paragraph

    def _open_lists(self) -> list[Pending]:
        """The last item of every list that can go on, the innermost list first; no list outlives its article."""
        lists = []
        for provision in [*reversed(self.open), None]:
            if last := self._last_items.get(provision):
                lists.append(last)
            if provision and (provision.kind is Kind.ARTICLE or provision.kind in CONTAINERS):
                break
        return lists

    def _list_owner(self) -> Pending | None:
        owner = self.holder
        return None if owner is not None and owner.kind in _BEFORE_THE_LAW else owner

    def _place_note(self, line: Line, label: Label) -> Pending:
        outermost_item = next((provision for provision in self.open if provision.kind in ITEM_KINDS), None)
        owner = self.innermost_of({Kind.ARTICLE}) or outermost_item or self.innermost_of(CONTAINERS)
        return self.start(Kind.NOTE, line, owner, label)

    def place_inside(self, line: Line, label: Label) -> Pending:
        """Open a note in the innermost provision, so that the lists around it go on."""
        return self.start(Kind.NOTE, line, self._list_owner(), label)

    def innermost_of(self, kinds: Collection[Kind]) -> Pending | None:
        """The last open provision of one of these kinds."""
        return next((provision for provision in reversed(self.open) if provision.kind in kinds), None)


def _chain(provision: Pending | None) -> list[Pending]:
    """A provision with those above it, the outermost first."""
    chain: list[Pending] = []
    while provision is not None:
        chain.append(provision)
        provision = provision.parent
    return chain[::-1]
