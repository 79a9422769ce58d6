"""Prints a tree. A provision keeps its own layout; a new one takes that of its nearest siblings."""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from operator import attrgetter

from amendments.provisions.citing.identifiers import UPPER_STRUCTURE
from amendments.provisions.conventions import Conventions
from amendments.provisions.number_forms import printed_style, without_second_sign
from amendments.provisions.numbers import number_style
from amendments.provisions.printing import layout
from amendments.provisions.tree import Element, Kind, LiftedMark, Tree

_NEVER_PRINTED_ALIKE = frozenset({"letter", "decimal"})  # "a)" and "24.1.1."
_WORDS = frozenset({"heading", "text"})
_NUMBER = re.compile(r" ?\{number\}(?:\{ordinal\})?")
_ITEMS = frozenset({Kind.PART, Kind.POINT, Kind.SUBPOINT})


def render(tree: Tree, conventions: Conventions) -> str:
    """The act as text. Provisions that were parsed and not changed are printed byte for byte as before."""
    forms = _Forms(tree.elements, conventions)
    printed: list[str] = []
    is_marked = False  # whether the line ends with the mark of an article that has parts alone; these begin another one then
    for element in tree:
        words = _print(element, forms, conventions)
        printed.append(f"\n{words}" if is_marked and not words.startswith("\n") else words)
        is_marked = not element.heading and any(mark.field == "heading" for mark in element.marks)
    return "".join(printed) + tree.tail


def _print(element: Element, forms: "_Forms", conventions: Conventions) -> str:
    filling = layout.Filling(
        element.number,
        conventions.ordinal(element.number) if element.number else "",
        [words for words, __ in _split(element, "heading", " ")],
        _cells(element),
        [mark.printed for mark in element.marks if mark.field == "number"],
    )
    return layout.fill(forms.of(element), filling)


def _cells(element: Element) -> list[list[str]]:
    """The paragraphs of each cell; what is no row has one cell."""
    cells: list[list[str]] = []
    border = "\t"
    for paragraph, after in _split(element, "text", "\t\n" if element.kind is Kind.ROW else "\n"):
        if border == "\t":
            cells.append([])
        cells[-1].append(paragraph)
        border = after
    return cells


def _split(element: Element, field: str, separators: str) -> list[tuple[str, str]]:
    """The words of the heading or the paragraphs of the text, each with its marks, and with the separator behind it.

    The blanks of a mark part nothing. A mark beyond the end of edited words stands last.
    """
    words = element.heading if field == "heading" else element.text
    marks = deque(sorted((mark for mark in element.marks if mark.field == field), key=attrgetter("offset")))
    if not words and not marks:
        return []
    parts = re.split(f"([{separators}])", words)
    found = []
    start = 0
    for part, after in zip(parts[::2], [*parts[1::2], ""], strict=True):
        end = start + len(part)
        is_last = not after
        own = []
        while marks and (is_last or marks[0].offset <= end):
            own.append(marks.popleft())
        found.append((_insert_marks(part, start, own), after))
        start = end + 1
    return found


def _insert_marks(words: str, start: int, marks: Iterable[LiftedMark]) -> str:
    printed = []
    position = 0
    for mark in marks:
        printed += [words[position : mark.offset - start], mark.printed]
        position = mark.offset - start
    return "".join(printed) + words[position:]


class _Forms:
    """Which layout a provision is printed in: its own, else that of its nearest sibling or kin, else the usual one."""

    def __init__(self, elements: Sequence[Element], conventions: Conventions) -> None:
        self.conventions = conventions
        self.elements, self.first = elements, elements[0] if elements else None
        self.begins_as_parsed = bool(self.first and self.first.layout)
        self.places = {element.key: place for place, element in enumerate(elements)}
        self.siblings: dict[tuple[str, Kind, frozenset[str]], list[Element]] = defaultdict(list)
        self.kin: dict[tuple[Kind, str, frozenset[str], int], list[Element]] = defaultdict(list)
        self.blanks: dict[Kind, Counter[str]] = defaultdict(Counter)
        for element in elements[1:]:
            if element.layout is not None:
                slots = _places(element.layout) & _WORDS
                cells = _count_cells(element.layout)
                self.siblings[element.parent, element.kind, slots].append(element)
                self.kin[element.kind, printed_style(element.number), slots, cells].append(element)
                if blank := layout.leading_blank(element.layout):
                    self.blanks[element.kind][blank] += 1

    def of(self, element: Element) -> str:
        """A layout with a place for everything that the provision has."""
        needed = _slots_of(element)
        own = element.layout
        if own is not None and needed <= _places(own):
            return layout.escape(self._blank(element.kind)) + own if self._was_first(element) else own
        form = self._neighbouring(element, needed & _WORDS) or self._usual(element, needed)
        form = without_second_sign(form, element.number)
        if own is not None:
            blank = layout.leading_blank(own)
        else:
            blank = "" if element is self.first else self._blank(element.kind)
        return layout.escape(blank) + form[len(layout.leading_blank(form)) :]

    def _was_first(self, element: Element) -> bool:
        """Whether it began the act before another provision: only what its owner holds stands on the line above it."""
        if self.begins_as_parsed or not element.layout or layout.leading_blank(element.layout):
            return False
        return self.elements[self.places[element.key] - 1].key != element.parent

    def _neighbouring(self, element: Element, words: frozenset[str]) -> str:
        """The layout of the nearest sibling, else of the nearest provision with the same kind of number in the act."""
        style = printed_style(element.number)
        cells = element.text.count("\t") + 1 if element.kind is Kind.ROW else 0
        siblings = [
            sibling
            for sibling in self.siblings.get((element.parent, element.kind, words), ())
            if bool(sibling.number) is bool(element.number)
            and {style, printed_style(sibling.number)} != _NEVER_PRINTED_ALIKE
        ]
        alike = [sibling for sibling in siblings if printed_style(sibling.number) == style]
        kin = self.kin.get((element.kind, style, words, cells), ())
        if not cells:
            return self._nearest(element, alike or siblings or kin)
        fitting = [each for each in alike or siblings if _count_cells(each.layout or "") == cells]
        any_row = (
            each for key, some in self.kin.items() if key[:3] == (element.kind, style, words) for each in some
        )
        return self._nearest(element, fitting or kin or alike or list(any_row))

    def _nearest(self, element: Element, others: Sequence[Element]) -> str:
        """The layout of the provision that is printed nearest. Of two equally near ones it is the one above."""
        place = self.places[element.key]
        nearest = min(others, key=lambda other: abs(self.places[other.key] - place), default=None)
        return (nearest.layout or "") if nearest else ""

    def _usual(self, element: Element, needed: frozenset[str]) -> str:
        form = usual_label(element, self.conventions)
        if "text" not in needed:
            return form.replace("{text}", "").replace("{cell}", "").rstrip()
        if "{text}" in form or "{cell}" in form:
            return form
        if "heading" not in needed and "{heading}" in form:
            return form.replace("{heading}", "{text}")
        return form + self._blank(Kind.PART) + "{text}"

    def _blank(self, kind: Kind) -> str:
        alike = _ITEMS if kind in _ITEMS else frozenset({kind})
        found = sum((self.blanks[other] for other in alike if other in self.blanks), Counter[str]())
        if found:
            return found.most_common(1)[0][0]
        return "\n" if kind in _ITEMS or kind is Kind.ROW else "\n\n"


def usual_label(element: Element, conventions: Conventions) -> str:
    """The layout in which the scheme prints such a provision when the act gives no example."""
    if element.kind is Kind.ROW:
        return "{number}. {cell}"
    if element.kind in _ITEMS and element.number:
        ends_with_stop = element.kind is Kind.PART or number_style(element.number) == "decimal"
        return "{number}. {text}" if ends_with_stop else conventions.usual_item
    bare = "{heading}" if element.heading else "{text}"
    if element.kind in UPPER_STRUCTURE and not element.number:
        return bare  # "XÜSUSİ HİSSƏ": no word stands before it
    form = conventions.usual.get(element.kind, bare)
    if number_style(element.number) == "roman":
        form = conventions.usual_roman.get(element.kind, form)
    return form if element.number else _NUMBER.sub("", form).lstrip()


def _slots_of(element: Element) -> frozenset[str]:
    slots = {"number"} if element.number else set()
    if element.heading:
        slots.add("heading")
    if element.text:
        slots.add("text")
    return frozenset(slots)


def _places(form: str) -> frozenset[str]:
    """What a layout has a place for; cells take text."""
    slots = layout.slot_names(form)
    return slots | {"text"} if "cell" in slots else slots


def _count_cells(form: str) -> int:
    """How many cells a layout has; 0 for what is no row."""
    return sum(isinstance(piece, layout.Slot) and piece.name == "cell" for piece in layout.pieces(form))
