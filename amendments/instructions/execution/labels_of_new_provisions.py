"""The printed label of a new provision: as the law beside it, as it was typed, or as the law elsewhere prints its own."""

from collections.abc import Sequence
from dataclasses import replace

from amendments.provisions.number_forms import printed_style, without_second_sign
from amendments.provisions.numbers import filed, number_style
from amendments.provisions.printing.label_forms import BARE, label_form, layout_of, without_marks
from amendments.provisions.tree import Element, Kind, Tree

_ITEMS = frozenset({Kind.PART, Kind.POINT, Kind.SUBPOINT})
_OPENING, _CLOSING = ("", "("), (")", ".", "°", "º")  # the signs beside a number that is typed


def labelled(tree: Tree, element: Element, typed: str) -> Element:
    """A new provision with the printed label of those of the law beside it, else as typed, else of the nearest alike.

    What other instructions bring elsewhere lends none: a draft may take it up or leave it.
    """
    beside = (
        (tree.law.children(element.parent), tree.children(element.parent)) if element.parent else ((), ())
    )
    form = _lent(beside[0], element) or _typed(element, typed) or _lent(beside[1], element)
    form = form or _lent(tree.law.of_kind(element.kind), element)
    return replace(element, layout=layout_of(form, element)) if form else element


def is_of_point(label: str, number: str) -> bool:
    """Whether a number is typed as that of a point, and of no part: "1)", "(a)"."""
    before, found, after = label.partition(number)
    is_part = after == "." or (before and number[:1].isdecimal())
    return bool(found and before in _OPENING and after in _CLOSING) and not is_part


def _typed(element: Element, label: str) -> str:
    """The form of the label that was typed before a provision; "" where none was, or not its number."""
    if element.kind not in _ITEMS or not element.number:
        return ""
    before, number, after = label.partition(element.number)
    return f"{before}{{number}}{after} " if number and before in _OPENING and after in _CLOSING else ""


def _lent(some: Sequence[Element], element: Element) -> str:
    """The form of the label of the nearest one that is numbered alike: "a)" beside "b)". Notes of editors lend none."""
    for style in (printed_style, number_style):
        own = style(element.number)
        alike = [e for e in some if e.kind is element.kind and style(e.number) == own and e.layout]
        alike = [e for e in alike if e.kind is not Kind.NOTE or label_form(e) != BARE]
        if form := without_marks(label_form(_nearest(alike, element))) if alike else "":
            return without_second_sign(form, element.number)
    return ""


def _nearest(others: Sequence[Element], element: Element) -> Element:
    """The last one with a smaller number, else the first."""
    place = filed(element.number)
    return next((e for e in reversed(others) if filed(e.number) < place), others[0])
