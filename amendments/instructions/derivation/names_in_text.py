"""How a text names a provision for an instruction: by the shortest name that finds it again."""

from collections.abc import Iterator

from amendments.instructions.execution.tree_edits import find
from amendments.instructions.instruction_errors import Refused
from amendments.provisions.citing import address
from amendments.provisions.messages import message as _
from amendments.provisions.provision_errors import ProvisionAmbiguous, ProvisionNotFound
from amendments.provisions.tree import Element, Kind, Tree

COUNTED_IN_ANNEXES = frozenset({Kind.ARTICLE, Kind.PART, Kind.POINT, Kind.SUBPOINT})
CITED_BY_KIND = frozenset({Kind.SECTION, Kind.CHAPTER, Kind.DIVISION, Kind.ANNEX})


def cite(tree: Tree, element: Element) -> str:
    """The shortest citation by which the provision is found: its number, its number within its parent, its eId."""
    for cited in _citations(tree, element):
        if cited and _is_found(tree, cited, element):
            return cited
    said = _(
        "A provision without a number cannot be named by an instruction. Restate the provision above it."
    )
    raise Refused("not_derivable", said)


def _citations(tree: Tree, element: Element) -> Iterator[str]:
    parent = tree.by_key.get(element.parent)
    yield from _citations_in_annex(tree, element)
    if _table_of(tree, element) is None:
        yield element.number
    if element.kind in CITED_BY_KIND:
        yield f"{element.kind} {element.number}".rstrip()
    if element.kind in (Kind.ROW, Kind.TABLE):
        yield from _citations_in_table(tree, element, parent)
    elif parent is not None and element.kind is Kind.NOTE:
        yield f"{cite(tree, parent)} note"
    elif parent is not None and element.number:
        yield f"{cite(tree, parent)}({element.number})"
    yield element.eid


def _citations_in_annex(tree: Tree, element: Element) -> Iterator[str]:
    """An article or item with the annex in which it is counted: its bare number is that of one of the law."""
    annex = next((above for above in tree.above(element) if above.kind is Kind.ANNEX), None)
    if annex is None or element.kind not in COUNTED_IN_ANNEXES or not element.number:
        return
    holder = next((above for above in tree.above(element) if above.kind in COUNTED_IN_ANNEXES), None)
    if holder is None or element.number.startswith(f"{holder.number}."):
        above = (element, *tree.above(element))
        is_of_article = any(each.kind is Kind.ARTICLE for each in above)
        kind = Kind.ARTICLE if is_of_article else Kind.POINT
        yield f"{cite(tree, annex)} {kind} {element.number}"
    else:
        yield f"{cite(tree, holder)}({element.number})"


def _citations_in_table(tree: Tree, element: Element, parent: Element | None) -> Iterator[str]:
    """A row by its number in what the table stands in, else in the table; a table by its place."""
    own = f"row {element.number}" if element.kind is Kind.ROW else f"table {element.eid.rpartition('_')[2]}"
    table = _table_of(tree, element)
    holder = next((above for above in tree.above(element) if above.kind not in (Kind.ROW, Kind.TABLE)), None)
    for above in dict.fromkeys((holder, table, parent)):
        cited = f"{cite(tree, above)} {own}" if above is not None else own
        yield cited
        yield from (f"{cited}:{place}" for place in _places_of_row(tree, cited, element))


def _places_of_row(tree: Tree, cited: str, element: Element) -> Iterator[int]:
    """Which of the rows with its number a row is."""
    try:
        address.find(tree, cited)
    except ProvisionAmbiguous as ambiguous:
        if element.kind is Kind.ROW and element.eid in ambiguous.eids:
            yield ambiguous.eids.index(element.eid) + 1
    except ProvisionNotFound:
        return


def _table_of(tree: Tree, element: Element) -> Element | None:
    """The table that counts a row; None for what is numbered by the act."""
    above = tree.by_key.get(element.parent)
    while above is not None and above.kind is Kind.ROW:
        above = tree.by_key.get(above.parent)
    return above if above is not None and above.kind is Kind.TABLE and element.kind is Kind.ROW else None


def _is_found(tree: Tree, cited: str, element: Element) -> bool:
    try:
        found = find(tree, cited)
    except Refused:
        return False
    return found is not None and found.key == element.key
