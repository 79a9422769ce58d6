"""Finding the provisions of a tree that an operation names, and changing their words."""

from collections.abc import Iterable
from dataclasses import replace

from amendments.instructions.citations import parent_number
from amendments.instructions.execution.levels import no_part
from amendments.instructions.execution.missing_provisions import missing
from amendments.instructions.execution.spacing import Edit
from amendments.instructions.instruction_errors import Refused
from amendments.provisions.citing import address
from amendments.provisions.citing.citation_words import PLAIN, CitationWords
from amendments.provisions.messages import message as _
from amendments.provisions.provision_errors import ProvisionAmbiguous, ProvisionNotFound
from amendments.provisions.tree import Element, Kind, LiftedMark, Tree

_ROWS = frozenset({Kind.TABLE, Kind.ROW})


def locate(tree: Tree, number: str) -> Element:
    """The provision with a printed number."""
    found = find(tree, number)
    if found is None:
        holders = candidates(tree, parent_number(number))
        raise Refused("missing_target", missing(tree, number, holders[0] if len(holders) == 1 else None))
    return found


def find(tree: Tree, number: str, words: CitationWords = PLAIN) -> Element | None:
    """The provision with a printed number or citation ("12.3", "4(3)", "chapter 2"), if there is one."""
    try:
        return address.find(tree, number, words)
    except ProvisionNotFound:
        return None
    except ProvisionAmbiguous as ambiguous:
        raise Refused("ambiguous_target", ambiguous.message) from None


def candidates(tree: Tree, number: str) -> list[Element]:
    """All provisions with a printed number or citation."""
    try:
        return [address.find(tree, number)]
    except ProvisionNotFound:
        return []
    except ProvisionAmbiguous as ambiguous:
        return [tree.by_eid[eid] for eid in ambiguous.eids]


def table(tree: Tree, element: Element, level: str) -> Element:
    """The table that a level names in a provision: "table" the only one, "table:2" the second."""
    tables = [member for member in tree.family(element) if begins_table(tree, member)]
    __, colon, ordinal = level.partition(":")
    if not colon and len(tables) > 1:
        said = _(
            "%(target)s has several tables. Say which one is meant, for example table 2.",
            target=element.number,
        )
        raise Refused("ambiguous_target", said)
    place = int(ordinal or 1)
    if place > len(tables):
        raise Refused("missing_level", no_part(element.number, level))
    return tables[place - 1]


def rows_of(tree: Tree, table: Element) -> list[Element]:
    """The further rows of a table, numbered or not: those that are printed right below its first words."""
    rows: list[Element] = []
    key = tree.after(table)
    while key and tree.by_key[key].kind in _ROWS:
        rows.append(tree.by_key[key])
        key = tree.after(rows[-1])
    return rows


def begins_table(tree: Tree, element: Element) -> bool:
    """Whether an element holds the first words of a table, not words further down in it."""
    above = tree.by_key.get(tree.before(element))
    return element.kind is Kind.TABLE and (above is None or above.kind not in _ROWS)


def with_edits(element: Element, field: str, edits: Iterable[Edit]) -> Element:
    """A provision after edits of one field; footnote marks keep their place among the words."""
    ordered = sorted(edits, key=lambda edit: edit.start, reverse=True)
    text: str = getattr(element, field)
    marks = list(element.marks)
    for edit in ordered:
        text = edit.apply(text)
        marks = [_moved(mark, field, edit) for mark in marks]
    values = {field: text}
    return replace(element, marks=tuple(marks), **values)  # type: ignore[arg-type]  # field names a text


def with_text(element: Element, field: str, text: str) -> Element:
    """A provision with a field worded anew; footnote marks of the old wording stand after the new one."""
    marks = tuple(replace(m, offset=len(text)) if m.field == field else m for m in element.marks)
    values = {field: text}
    return replace(element, marks=marks, **values)  # type: ignore[arg-type]  # field names a text


def _moved(mark: LiftedMark, field: str, edit: Edit) -> LiftedMark:
    if mark.field != field or mark.offset <= edit.start:
        return mark
    if mark.offset >= edit.end:
        return replace(mark, offset=mark.offset + len(edit.words) - (edit.end - edit.start))
    return replace(mark, offset=edit.start + len(edit.words))
