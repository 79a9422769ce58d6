"""Where each provision stands in the text from which it was parsed, and where its words stand."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from amendments.markings.change_stretches import Stretch
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Element, Kind, Tree

_LINES = re.compile(r"[^\n\t]+")
_BORDER = re.compile(r"[\n\t]")  # of lines and cells
_EMPTY_LINES = re.compile(r"\n[ \xa0\n]*\n")


@dataclass(frozen=True, slots=True)
class PrintedWords:
    """A line of the heading or the text of a provision: where it is printed, and the place of each sign in the field."""

    field: str
    start: int
    origins: Sequence[int]  # one more than signs

    @property
    def end(self) -> int:
        """Where it ends in the printed text."""
        return self.start + len(self.origins) - 1

    def of(self, at: int) -> int:
        """The place in the field of a place in the printed text."""
        return self.origins[at - self.start]


@dataclass(frozen=True, slots=True)
class PrintedPlace:
    """A provision as it is printed from `start` to `end`, without the white space around it."""

    element: Element
    start: int
    end: int
    words: tuple[PrintedWords, ...]

    def around(self, text: str, start: int, end: int) -> PrintedWords | None:
        """The words within which a stretch of the text lies; blanks beside them count for nothing."""
        for each in self.words:
            before, behind = text[start : max(start, each.start)], text[min(end, each.end) : end]
            if start <= each.end and each.start <= end and not (before + behind).strip():
                return each
        return None


@dataclass(frozen=True, slots=True)
class InField:
    """Where a change lies in the heading or the text of one provision, and what comes there."""

    place: int
    field: str
    start: int
    end: int
    new: str


@dataclass(frozen=True)
class PrintedText:
    """All provisions of a text in their order."""

    text: str
    tree: Tree
    places: tuple[PrintedPlace, ...]

    def at(self, place: int) -> int:
        """The number of the provision that a place of the text belongs to; the blank between two belongs to the first."""
        return max(bisect_right([each.start for each in self.places], place) - 1, 0)

    def path(self, place: int) -> tuple[tuple[Kind, str], ...]:
        """The kind and the number of a provision and of all above it: letters are counted anew in each article."""
        element = self.places[place].element
        return tuple((each.kind, each.number) for each in (element, *self.tree.above(element)))

    def touched(self, start: int, end: int) -> list[int]:
        """The numbers of the provisions of which a stretch holds any sign."""
        return [number for number, each in enumerate(self.places) if each.start < end and start < each.end]

    def in_field(self, stretch: Stretch) -> InField | None:
        """The field of the one provision in which a change lies; None where it lies in none or in several."""
        touched = self.touched(stretch.start, stretch.end) or [self.at(stretch.start)]
        printed = self.places[touched[0]]
        words = printed.around(self.text, stretch.start, stretch.end) or self._beside(printed, stretch)
        if len(touched) > 1 or words is None:
            return None
        if words.field == "heading" and "\n" in stretch.new:
            return self._below_heading(touched[0], words, stretch)
        start, end = (words.of(min(max(at, words.start), words.end)) for at in (stretch.start, stretch.end))
        return InField(touched[0], words.field, start, end, self._with_blanks(words, stretch))

    def _with_blanks(self, words: PrintedWords, stretch: Stretch) -> str:
        """What comes, without empty lines and with the blank between it and the words, as no field ends with one."""
        new = _EMPTY_LINES.sub("\n", stretch.new)
        if new.strip() and words.end < stretch.start and not new[0].isspace():
            new = f" {new}"
        if new.strip() and stretch.end < words.start and not new[-1].isspace():
            new += " "
        return new

    def _below_heading(self, place: int, heading: PrintedWords, stretch: Stretch) -> InField | None:
        """Lines that come behind the heading of an article begin its text; others may belong to the heading."""
        element = self.places[place].element
        is_behind = stretch.start == stretch.end >= heading.end and stretch.new.startswith("\n")
        begins = stretch.new.strip()[:1]
        if element.kind is not Kind.ARTICLE or not is_behind or not begins or begins.islower():
            return None
        return InField(place, "text", 0, 0, stretch.new[1:] + ("\n" if element.text else ""))

    def _beside(self, printed: PrintedPlace, stretch: Stretch) -> PrintedWords | None:
        """Words that come behind the last ones of a provision, in their line or a new one, stand in them."""
        is_behind = stretch.start == stretch.end and stretch.start >= printed.end
        is_in_line = stretch.new.startswith("\n") or not _BORDER.search(
            self.text[printed.end : stretch.start]
        )
        return printed.words[-1] if is_behind and is_in_line and printed.words else None


def printed_text(text: str, scheme: Scheme) -> PrintedText | None:
    """The provisions of a text; None where the scheme does not print the text as it was."""
    tree = scheme.parse(text).tree
    pieces = [scheme.render(Tree((element,))) for element in tree]
    if not pieces or "".join(pieces) + tree.tail != text:
        return None
    return PrintedText(text, tree, tuple(_places(tree, pieces)))


def _places(tree: Tree, pieces: Sequence[str]) -> Iterator[PrintedPlace]:
    at = 0
    for element, piece in zip(tree, pieces, strict=True):
        start, end = at + len(piece) - len(piece.lstrip()), at + len(piece.rstrip())
        yield PrintedPlace(element, start, max(start, end), tuple(_words(element, piece, at)))
        at += len(piece)


def _words(element: Element, piece: str, at: int) -> Iterator[PrintedWords]:
    """The lines of a provision, each found behind the one before; what is not found has no place."""
    cursor = max(piece.find(element.number), 0) + len(element.number)
    for field in ("heading", "text"):
        printed, origins = _with_marks(element, field)
        for line in _LINES.finditer(printed):
            found = piece.find(line[0], cursor)
            if found >= 0:
                cursor = found + len(line[0])
                yield PrintedWords(field, at + found, origins[line.start() : line.end() + 1])


def _with_marks(element: Element, field: str) -> tuple[str, list[int]]:
    """A field with its footnote marks, and the place of each printed sign in the field without them."""
    bare = element.heading if field == "heading" else element.text
    printed, origins, done = "", list[int](), 0
    for mark in sorted((mark for mark in element.marks if mark.field == field), key=lambda mark: mark.offset):
        upto = min(mark.offset, len(bare))
        printed += bare[done:upto] + mark.printed
        origins += [*range(done, upto), *[upto] * len(mark.printed)]
        done = upto
    return printed + bare[done:], [*origins, *range(done, len(bare) + 1)]
