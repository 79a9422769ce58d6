"""The printed form of one provision: literal text with slots for its number, heading, text and footnote marks.

Slots: {number}, {number:n} (its letters n blanks apart), {ordinal}, {heading}, {heading:n} (the next n words, for a heading printed on several lines), {text}
(the next paragraph), {cell} (the first paragraph of the next cell of a row), {mark} (the next mark of the number).
Braces are doubled.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from amendments.provisions.messages import message as _
from amendments.provisions.provision_errors import BadLayout

_TOKEN = re.compile(
    r"\{\{|\}\}|\{(?P<slot>number|ordinal|heading|text|cell|mark)(?::(?P<words>[0-9]+))?\}|(?P<stray>[{}])"
)
_LONGEST_KEPT = 500  # characters; a longer one is that of a table, which is printed once


@dataclass(frozen=True, slots=True)
class Slot:
    """A place to fill; `words` limits a heading slot, 0 = all that is left, or parts the letters of a number."""

    name: str
    words: int = 0

    def __str__(self) -> str:
        return f"{{{self.name}:{self.words}}}" if self.words else f"{{{self.name}}}"


Piece = str | Slot


def escape(literal: str) -> str:
    """Literal text as it is written in a layout."""
    return literal.replace("{", "{{").replace("}", "}}")


def pieces(layout: str) -> tuple[Piece, ...]:
    """The literals and slots of a layout, in order; neighbouring literals are joined."""
    return _kept(layout) if len(layout) <= _LONGEST_KEPT else _found(layout)


@lru_cache(maxsize=4096)
def _kept(layout: str) -> tuple[Piece, ...]:
    return _found(layout)


def _found(layout: str) -> tuple[Piece, ...]:
    found: list[Piece] = []
    position = 0
    for token in _TOKEN.finditer(layout):
        if token["stray"]:
            raise BadLayout(
                _(
                    "Stray brace at character %(at)s of the layout %(layout)s.",
                    at=token.start(),
                    layout=repr(layout),
                )
            )
        _add_literal(found, layout[position : token.start()])
        if token["slot"]:
            found.append(Slot(token["slot"], int(token["words"] or 0)))
        else:
            _add_literal(found, token[0][0])
        position = token.end()
    _add_literal(found, layout[position:])
    return tuple(found)


def slot_names(layout: str) -> frozenset[str]:
    """Which slots a layout has."""
    return frozenset(piece.name for piece in pieces(layout) if isinstance(piece, Slot))


def leading_blank(layout: str) -> str:
    """The white space with which a layout begins: the blank lines before the provision."""
    first = pieces(layout)[0] if layout else ""
    return first[: len(first) - len(first.lstrip())] if isinstance(first, str) else ""


@dataclass(frozen=True, slots=True)
class Filling:
    """What goes into the slots: words of the heading and paragraphs already carry their footnote marks.

    A row has the paragraphs of each `cells`, everything else has one cell.
    """

    number: str
    ordinal: str
    heading: Sequence[str]
    cells: Sequence[Sequence[str]]
    marks: Sequence[str]


def fill(layout: str, filling: Filling) -> str:
    """Print one provision. Nothing is dropped because the layout has no slot for it, and an empty slot leaves no space."""
    printer = _Printer(filling, slot_names(layout))
    for piece in pieces(layout):
        printer.add(piece)
    return printer.finish()


class _Printer:
    """Fills the slots from left to right. An empty slot also removes the white space before it."""

    def __init__(self, filling: Filling, slots: frozenset[str]) -> None:
        self.out: list[str] = []
        self.filling = filling
        self.words = list(filling.heading)
        self.cells = [list(cell) for cell in filling.cells]
        self.paragraphs = [] if "cell" in slots else self._in_one_cell()
        self.marks = list(filling.marks)
        self.marked = ""  # the slot that the marks of the number follow where none is their own
        if self.marks and "mark" not in slots:
            self.marked = "ordinal" if "ordinal" in slots else "number"
        self.between = "\n"  # white space between the last two paragraphs
        self.border = "\t"  # what stands between the last two cells
        self.is_in_row = False
        self.end_of_text = 0  # where a further paragraph would go

    def add(self, piece: Piece) -> None:
        if isinstance(piece, str):
            self.out.append(piece)
        elif piece.name == "cell":
            self._fill_cell()
        else:
            self._fill(piece)

    def finish(self) -> str:
        self._add_further_paragraphs()
        for cell in self.cells:
            self.out.insert(self.end_of_text, self.border + self.between.join(cell))
            self.end_of_text += 1
        printed = "".join(self.out)
        marks = " ".join(self.words).strip()  # of a heading that an article with parts alone lacks
        return f"{printed.rstrip(' ')} {marks}" if marks else printed

    def _in_one_cell(self) -> list[str]:
        """All paragraphs, for a layout that has no cells."""
        first, *further = self.cells or [[]]
        self.cells = []
        for cell in further:
            first[-1:] = ["\t".join([*first[-1:], *cell[:1]])]
            first += cell[1:]
        return first

    def _fill(self, slot: Slot) -> None:
        if slot.name == "number":
            self.out.append((" " * slot.words).join(self.filling.number))
        elif slot.name == "ordinal":
            self.out.append(self.filling.ordinal)
        elif slot.name == "mark":
            self.out.append(self.marks.pop(0) if self.marks else "")
        elif slot.name == "heading":
            self._fill_heading(slot.words)
        else:
            self._fill_paragraph()
        if slot.name == self.marked:
            self.out += self.marks

    def _fill_cell(self) -> None:
        """The first paragraph of the next cell; an empty cell keeps its borders."""
        if self.is_in_row:
            border = "".join(self.out[self.end_of_text :])
            self._add_further_paragraphs()
            self.border = border or self.border
        self.is_in_row = True
        self.paragraphs = self.cells.pop(0) if self.cells else []
        self._append_text(self.paragraphs.pop(0) if self.paragraphs else "")

    def _add_further_paragraphs(self) -> None:
        """Add paragraphs without a slot after the last paragraph that has one."""
        further = "".join(self.between + paragraph for paragraph in self.paragraphs)
        self.out.insert(self.end_of_text, further)
        self.end_of_text += 1
        self.paragraphs = []

    def _fill_heading(self, limit: int) -> None:
        if not self.words:
            self._drop_space()
            return
        taken = self.words[:limit] if limit else self.words
        self.words = self.words[len(taken) :]
        self.out.append(" ".join(taken))

    def _fill_paragraph(self) -> None:
        if not self.paragraphs:
            self._drop_space()
            return
        if self.end_of_text:
            self.between = "".join(self.out[self.end_of_text :]) or "\n"
        self._append_text(self.paragraphs.pop(0))

    def _append_text(self, text: str) -> None:
        self.out.append(text)
        self.end_of_text = len(self.out)

    def _drop_space(self) -> None:
        """Remove the white space between the last filled place and the empty one, never the blank lines before it all."""
        if len(self.out) > 1 or (self.out and self.out[0].strip()):
            self.out[-1] = self.out[-1].rstrip()


def _add_literal(found: list[Piece], literal: str) -> None:
    if not literal:
        return
    if found and isinstance(found[-1], str):
        found[-1] += literal
    else:
        found.append(literal)
