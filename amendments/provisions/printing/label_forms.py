"""The printed form of a label, which is stored with a sealed text: "{number})", "({number})", "{number}° ", "Art. {number}. "."""

import re

from amendments.provisions.printing import layout
from amendments.provisions.tree import Element, Kind

_BREAK = re.compile(
    r"[ \r]*\n\s*(?=\{number)"
)  # between the word and the number of a label that a copy broke
LONGEST = 100  # characters; a longer one is the caption of something and no label
_WORDS = frozenset({"heading", "text", "cell"})
_NAMED = frozenset({Kind.ANNEX, Kind.NOTE})  # by a word, where no number is printed
_ITEMS = frozenset({Kind.PART, Kind.POINT, Kind.SUBPOINT, Kind.NOTE})  # no blank line stands above them
BARE = "{text}"  # of a note before which no word stands: an editor wrote it
_BORDERS = "\t|"
_BLANKS = re.compile(r"^[\s|]+|[\s|]+$")


def label_form(element: Element) -> str:
    """What stands before the words of a provision, with slots for its number and the marks beside it; "" where nothing tells.

    Of an annex or a note without a number it is the word that tells it: "Приложение", "THE SCHEDULE", "QEYD: "; BARE says that
    a note has no such word.
    """
    is_named = element.kind in _NAMED and not element.number
    if element.layout is None or not (element.number or is_named) or element.kind is Kind.TABLE:
        return ""
    form, slots = "", set()
    for piece in layout.pieces(element.layout):
        if isinstance(piece, str):
            form += layout.escape(piece)
        elif piece.name in _WORDS:
            break
        else:
            form += str(piece)
            slots.add(piece.name)
    form = form.strip() if element.kind is Kind.ANNEX and is_named else _BREAK.sub(" ", form.lstrip())
    if element.kind is Kind.ROW:
        form = _of_row(form)
    if element.kind is Kind.NOTE and is_named and not form:
        return BARE
    return form if (is_named or "number" in slots) and len(form) <= LONGEST else ""


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
    """The form for another provision, which has no footnotes yet."""
    return form.replace("{mark}", "").lstrip()


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
