"""How a provision is printed in lines and cells, as an attribute of our own in Akoma Ntoso.

The standard has elements for a number, a heading and paragraphs, and none for the lines on which an act prints them. The
attribute is a layout with one slot for `num`, slots for the others, and the blanks between them; it holds no word.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from amendments.provisions.printing.label_forms import label_form, layout_of
from amendments.provisions.printing.layout import Slot, escape, pieces
from amendments.provisions.regions.printed_rows import grid
from amendments.provisions.tree import CELL_BORDER, Element, Kind
from amendments.renderers.paper.annex_forms import form_of_annex, has_caption
from amendments.renderers.paper.documents import HEADED, PaperElement

_OF_LABEL = frozenset({"number", "ordinal", "mark"})
_NUM, _TEXT = "{number}", "{text}"
_RUNS = re.compile(r"\s+|\S+")


def printed_form(each: PaperElement) -> str:
    """The layout of a provision; "" where it is a number and words in one line."""
    element = each.element
    form = _form(each)
    said = "".join(_with_one_label(form, label_of(each)))
    if element.kind is not Kind.TABLE:
        return said
    words = _words_of_table(element)
    if said.count(_TEXT) != words.count("\n") + 1:
        return said.replace(_TEXT, words, 1)
    lines = iter(words.split("\n"))
    return "".join(next(lines) if part == _TEXT else part for part in re.split(f"({re.escape(_TEXT)})", said))


def label_of(each: PaperElement) -> str:
    """The number of a provision with its word; "" for a heading or a caption that stands without one."""
    element = each.element
    is_bare = element.layout is None and not element.number and element.kind in HEADED
    if is_bare and (element.kind is not Kind.ANNEX or (element.text and not form_of_annex(each))):
        return ""
    return each.scheme.label(element) or _words_of_label(element.layout or "")


def _form(each: PaperElement) -> str:
    """The printed form of a provision. A sealed text keeps only that of its label; then one that reads back as it."""
    element = each.element
    if has_caption(element):
        return form_of_annex(each) or element.layout or "\n\n{text}\n\n{heading}"
    if element.layout is not None and not _is_sealed_row(element):
        return element.layout
    if element.kind is Kind.ROW:
        cells = ("{cell}" + " {text}" * cell.count("\n") for cell in element.text.split(CELL_BORDER))
        return "\t".join((f"\n{_NUM}", *cells))
    if element.kind is Kind.TABLE:
        return "\n{text}"
    if not element.heading and not element.text:
        return f"\n\n{_NUM}"
    if element.number or element.kind not in HEADED or not element.heading:
        return ""
    return ("\n\n{number}" if label_of(each) else "\n") + "\n{heading}" + ("\n{text}" if element.text else "")


def _is_sealed_row(element: Element) -> bool:
    """Whether it is a row of which only the form of its number is known, and not how its cells are printed."""
    return element.kind is Kind.ROW and element.layout == layout_of(label_form(element), element)


def _words_of_label(form: str) -> str:
    """The word of a provision that has no number, such as “ANNEXES”."""
    words = (each for each in _label_in(_groups(form)) if isinstance(each, str))
    return "".join(words).strip()


def _with_one_label(form: str, label: str) -> Iterator[str]:
    """The layout in which the number, its word and its signs are one slot: they stand in `num` together."""
    groups = _groups(form)
    own = _label_in(groups)
    for tokens in groups:
        if tokens is own:
            yield _around_label(tokens, label)
        else:
            yield from (str(each) if isinstance(each, Slot) else escape(each) for each in tokens)


def _groups(form: str) -> list[list[Slot | str]]:
    """The layout cut where words of the provision begin or end."""
    tokens = (
        token
        for piece in pieces(form)
        for token in ([piece] if isinstance(piece, Slot) else _RUNS.findall(piece))
    )
    return [list(some) for __, some in groupby(tokens, key=_may_be_label)]


def _label_in(groups: list[list[Slot | str]]) -> list[Slot | str]:
    """The group with a number, else the first one with a word."""
    labels = [some for some in groups if _may_be_label(some[0])]
    numbered = (some for some in labels if any(isinstance(each, Slot) for each in some))
    worded = (some for some in labels if any(str(each).strip() for each in some))
    return next(numbered, None) or next(worded, [])


def _may_be_label(token: Slot | str) -> bool:
    return isinstance(token, str) or token.name in _OF_LABEL


def _around_label(tokens: list[Slot | str], label: str) -> str:
    """The blanks around a label, and signs behind it that are not a part of it."""
    before = tokens[0] if isinstance(tokens[0], str) and tokens[0].isspace() else ""
    last = max(
        (place for place, each in enumerate(tokens) if isinstance(each, Slot)), default=len(tokens) - 2
    )
    after = "".join(map(str, tokens[last + 1 :]))
    signs = after.rstrip()
    blank = after[len(signs) :]
    if any(letter.isalnum() for letter in signs):
        return f"{before}{_NUM}{blank}"
    own = next(length for length in range(len(signs), -1, -1) if label.endswith(signs[:length]))
    return f"{before}{_NUM}{escape(signs[own:])}{blank}"


def _words_of_table(element: Element) -> str:
    """The words of a table as slots in the order of its cells; a table as printed keeps the borders between them.

    So does one with blanks for cells that a row lacks: without them the row would be a line of its own.
    """
    if element.layout is None and "\t\xa0" not in element.text:
        rows = ("\t".join(" ".join([_TEXT] * len(cell)) for cell in row) for row in grid(element.text))
        return "\n".join(rows)
    return _places(element.text)


def _places(text: str) -> str:
    found, at = "", 0
    for start, end in (place for row in grid(text) for cell in row for place in cell):
        found += escape(text[at:start]) + _TEXT
        at = end
    return found + escape(text[at:])
