"""The printed form of a label, which is stored with a sealed text: "{number})", "({number})", "{number}° ", "Art. {number}. "."""

import re
from collections.abc import Sequence

from amendments.provisions.printing import layout
from amendments.provisions.tree import Element, Kind

# between the word and the number of a label that a copy broke
_BREAK = re.compile(r"(?<![}\s])\s*\n\s*(?=\{number)")
LONGEST = 100  # characters; a longer one is the caption of something and no label
_WORDS = frozenset({"heading", "text", "cell"})
_NAMED = frozenset({Kind.ANNEX, Kind.NOTE})  # by a word, where no number is printed
_ITEMS = frozenset({Kind.PART, Kind.POINT, Kind.SUBPOINT, Kind.NOTE})  # no blank line stands above them
BARE = "{text}"  # of a note before which no word stands: an editor wrote it
_CAPTION = re.compile(r"(?<=\n)\{text\}\n?|^\{text\}\n?")
_BORDERS = "\t|"
_BLANKS = re.compile(r"^[\s|]+|[\s|]+$")


def label_form(element: Element) -> str:
    """What stands before the words of a provision, with slots for its number and the marks beside it; "" where nothing tells.

    Of an annex or a note without a number it is the word that tells it: "Приложение", "THE SCHEDULE", "QEYD: "; BARE says that
    a note has no such word. Of an annex the lines of its caption have their slots, where they stand before the heading:
    "Annex\\n{text}\\n", "{text}\\nƏlavə".
    """
    is_named = element.kind in _NAMED and not element.number
    if element.layout is None or not (element.number or is_named) or element.kind is Kind.TABLE:
        return ""
    form, slots = "", set()
    for piece in _before_words(element):
        if isinstance(piece, str):
            form += layout.escape(piece)
        else:
            form += str(piece)
            slots.add(piece.name)
    form = form.strip() if element.kind is Kind.ANNEX and is_named else _BREAK.sub(" ", form.lstrip())
    if element.kind is Kind.ROW:
        form = _of_row(form)
    if element.kind is Kind.NOTE and is_named and not form:
        return BARE
    return form if (is_named or "number" in slots) and len(form) <= LONGEST else ""


def _before_words(element: Element) -> Sequence[layout.Piece]:
    """What stands before the heading, or the words; of an annex without a heading before those below its label."""
    pieces = layout.pieces(element.layout or "")
    names = [piece if isinstance(piece, str) else piece.name for piece in pieces]
    if element.kind is not Kind.ANNEX:
        return pieces[: next((at for at, name in enumerate(names) if name in _WORDS), None)]
    if element.heading and "heading" in names:
        return pieces[: names.index("heading")]
    label = max((at for at, piece in enumerate(pieces) if _is_label(piece)), default=0)
    return pieces[: next((at for at, name in enumerate(names) if name in _WORDS and at >= label), None)]


def _is_label(piece: layout.Piece) -> bool:
    return any(map(str.isalpha, piece)) if isinstance(piece, str) else piece.name == "number"


def caption_of(element: Element) -> tuple[int, int]:
    """How many lines of the words of an annex stand above its label, and how many between that and the heading."""
    if element.kind is not Kind.ANNEX or not element.layout or not element.heading:
        return 0, 0
    before = _before_words(element)
    texts = [at for at, piece in enumerate(before) if not isinstance(piece, str) and piece.name == "text"]
    label = next((at for at, piece in enumerate(before) if _is_label(piece)), -1)
    above = sum(at < label for at in texts)
    return above, len(texts) - above


def has_cell_of_number(element: Element) -> bool | None:
    """Whether the number of a row stands in a cell of its own; None where its layout does not tell."""
    form = label_form(element) if element.kind is Kind.ROW else ""
    return form.endswith("\t") if form else None


def _of_row(form: str) -> str:
    """The form without the bars of plain text; a tab ends it where the number has a cell of its own."""
    before, slot, after = form.partition("{number}")
    border = "\t" if any(sign in after for sign in _BORDERS) else " " if after[-1:].isspace() else ""
    return f"{_BLANKS.sub('', before)}{slot}{_BLANKS.sub('', after)}{border}"


def without_marks(form: str) -> str:
    """The form for another provision, which has no footnotes and no caption yet."""
    form = form.replace("{mark}", "").lstrip()
    if form == BARE:
        return form
    form = _CAPTION.sub("", form)
    return form if "{number}" in form else form.strip("\n")


def layout_of(form: str, element: Element) -> str | None:
    """The layout of a provision of which only the form of its label is known, on a line of its own."""
    if not form:
        return None
    if element.kind is Kind.ROW:
        return f"\n{form}{{cell}}"
    words = (
        "{heading}\n{text}"
        if element.heading and element.text
        else "{heading}"
        if element.heading
        else "{text}"
    )
    if element.kind is Kind.ANNEX and "{number}" not in form:  # its word
        return None if element.number else f"\n\n{form}\n{words if element.heading or element.text else ''}"
    return f"{'' if element.kind in _ITEMS else chr(10)}\n{'' if form == BARE else form}{words}"


def in_other_language(element: Element) -> str | None:
    """The layout of a provision in a translation: "{number})" stays, a label with words of its language does not."""
    form = label_form(element)
    has_words = any(letter.isalpha() for letter in layout.fill(form, layout.Filling("", "", (), (), ())))
    return None if has_words else layout_of(form, element)
