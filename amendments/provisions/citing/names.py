"""How a provision is named: the label printed before it, and the citation on a page."""

import re
from dataclasses import dataclass

from amendments.provisions.citing.identifiers import PREFIXES, UPPER_STRUCTURE
from amendments.provisions.conventions import Cited, Conventions
from amendments.provisions.numbers import number_style
from amendments.provisions.printing import layout
from amendments.provisions.printing.printer import usual_label
from amendments.provisions.tree import Element, Kind

_ITEMS = frozenset({Kind.PART, Kind.POINT, Kind.SUBPOINT, Kind.ROW})

_KINDS = {prefix: kind for kind, prefix in PREFIXES.items()}
_STEP = re.compile(r"(?P<prefix>[a-z]+)(?:_(?P<number>[^_]+))?(?:_[0-9]+)?")
_UNLABELLED = frozenset(
    {Kind.TITLE, Kind.PREAMBLE, Kind.PARAGRAPH, Kind.TABLE, Kind.CLOSING, Kind.CONTENTS, Kind.APPARATUS}
)


@dataclass(frozen=True, slots=True)
class NamedLevel:
    """One level of an eId."""

    kind: Kind
    number: str


def label(element: Element, conventions: Conventions) -> str:
    """What is printed before the words: "Article 12.", "12.3.", "Qeyd:"; in the form in which it was parsed."""
    form = element.layout
    if form is None or (element.number and "number" not in layout.slot_names(form)):
        form = usual_label(element, conventions)
    before: list[str] = []
    for piece in layout.pieces(form):
        if isinstance(piece, str):
            before.append(piece)
        elif piece.name == "number":
            before.append(element.number)
        elif piece.name == "ordinal":
            before.append(conventions.ordinal(element.number))
        elif piece.name != "mark" and (element.number in before or not element.number):
            break
        else:
            before = before if piece.name == "mark" else []  # what stands before the label of an annex
    return "".join(before).strip(" \n\r\t\xa0-–—") if element.kind not in _UNLABELLED else ""


def short_name(number: str, label: str) -> str:
    """How a page names a provision beside its text: "12.3" by its number, "a)" and "(a)" as the law prints it."""
    return label if not number or label.endswith(")") else number


def is_cited_with_table(kind: Kind, number: str) -> bool:
    """Whether a number says nothing without its table: that of a row, unless it goes on from an article as "8.1.3" does."""
    return kind is Kind.ROW and number != "" and "." not in number


def cite(element: Element, conventions: Conventions) -> str:
    """The provision as cited: "12.3-cü maddə", "point (a) of part 1 of Article 9"."""
    steps = _steps(element)
    grammar = conventions.citation
    if element.kind in UPPER_STRUCTURE and not element.number:
        return element.heading
    named = [step for step in steps[:-1] if step.kind in grammar.kinds and step.kind not in UPPER_STRUCTURE]
    named += [step for step in steps[-1:] if step.kind in grammar.kinds]
    if not named:
        return element.heading or label(element, conventions)
    owners = [_name(step, *_owner_forms(grammar.kinds[step.kind]), conventions) for step in named[:-1]]
    alone = grammar.kinds[named[-1].kind]
    last = _name(named[-1], alone.alone, alone.alone_unnumbered, conventions)
    words = [*owners, last] if grammar.outer_first else [last, *reversed(owners)]
    return grammar.joiner.join(words)


def _steps(element: Element) -> list[NamedLevel]:
    """The levels of the citation, the outermost first; a number that begins with its article's says it all alone."""
    steps = [
        NamedLevel(_KINDS[match["prefix"]], match["number"] or "")
        for match in map(_STEP.match, element.eid.split("__"))
        if match
    ]
    if not steps:
        return [NamedLevel(element.kind, element.number)]
    article = next((step.number for step in steps if step.kind is Kind.ARTICLE), "")
    is_counted_in_table = any(step.kind is Kind.TABLE for step in steps[:-1])
    is_whole = element.kind in _ITEMS and article and not is_counted_in_table
    if is_whole and element.number.startswith(article + "."):
        return [NamedLevel(Kind.ARTICLE, element.number)]
    is_in_words = element.kind in UPPER_STRUCTURE and number_style(element.number) == "letter"
    own = steps[-1].number if is_in_words or not element.number else element.number
    above = [step for step in steps[:-1] if not (step.kind is Kind.ROW and own.startswith(f"{step.number}."))]
    return [*above, NamedLevel(element.kind, own)]


def _owner_forms(cited: Cited) -> tuple[str, str]:
    return cited.owner, cited.owner_unnumbered


def _name(step: NamedLevel, form: str, unnumbered: str, conventions: Conventions) -> str:
    if unnumbered and (not step.number or step.number.startswith("nn-")):
        return unnumbered
    if number_style(step.number) == "letter":
        return form.format(number=conventions.citation.letter.format(step.number), ordinal="").strip()
    return form.format(number=step.number, ordinal=conventions.ordinal(step.number)).strip()
