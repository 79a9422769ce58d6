"""In which provision a new one is counted, and in which it stands first."""

from collections.abc import Iterable, Sequence

from amendments.instructions.citations import NewProvision, cited, is_above
from amendments.instructions.execution.tree_edits import begins_table, candidates, find
from amendments.instructions.instruction_errors import Refused
from amendments.provisions.citing.identifiers import UPPER_STRUCTURE
from amendments.provisions.messages import message as _
from amendments.provisions.numbers import filed, plain
from amendments.provisions.tree import Element, Kind, Tree

_COUNTED = frozenset({Kind.ARTICLE, Kind.PART, Kind.POINT, Kind.SUBPOINT})


def first_place_in(tree: Tree, number: str, after: str) -> Element | None:
    """The provision in which a new one stands first: the one after which it is to stand, if that one is to hold it."""
    named = find(tree, after) if after else None
    if named is None:
        return None
    address = cited(number)
    if not address.parent:
        return named if is_above(named.kind, address.kind or Kind.ARTICLE) else None
    return named if named in (cited_above(tree, address), counting(tree, address)) else None


def cited_above(tree: Tree, address: NewProvision) -> Element | None:
    """The provision under which a new one is cited: of several that are named alike the only one that holds a list.

    The (a) of a list that begins anew below 2.4 is read as a second 6(2)(a) beside the one that holds (i) and (ii).
    """
    try:
        return find(tree, address.parent)
    except Refused:
        alike = candidates(tree, address.parent)
        holding = [each for each in alike if any(child.number for child in tree.children(each.key))]
        if len(holding) != 1:
            raise
        return holding[0]


def counting(tree: Tree, address: NewProvision) -> Element | None:
    """What a new provision is counted in: as it is cited; for "annex 1 row 5" the table of the annex, or a row of it."""
    table = _counting_rows(tree, address)
    if table is not None and table.kind is Kind.ANNEX and address.kind is None:
        return _counting_in_annex(tree, table, address.number)
    if address.kind is not Kind.ROW or table is None:
        return table
    return row_group(reversed(tree.family(table)), address.number) or table


def check_single(tree: Tree, level: Sequence[Element], previous: Element | None, number: str) -> None:
    """Refuse a bare number where chapters count anew, and where it could go on from the same number of several of them."""
    held = [(tree.by_key.get(each.parent), each) for each in level]
    counted = [(e, each) for e, each in held if e is not None and e.kind in UPPER_STRUCTURE and e.number]
    begun: dict[Element, str] = {}
    for holder, each in counted:
        begun.setdefault(holder, each.number)
    anew = [holder for holder, first in begun.items() if list(begun.values()).count(first) > 1]
    alike = [e for e, each in counted if previous is not None and each.number == previous.number]
    chapters = alike if len(alike) > 1 else sorted(anew, key=lambda each: each not in alike)
    if len(chapters) > 1:
        first, second, *_others = (f"{each.kind.value} {each.number}({number})" for each in chapters)
        said = _(
            "“%(number)s” can stand in several places. Name the one that is meant, for example %(first)s or %(second)s.",
            number=number,
            first=first,
            second=second,
        )
        raise Refused("ambiguous_target", said)


def _counting_in_annex(tree: Tree, annex: Element, number: str) -> Element:
    """The point that a decimal number goes on from, 1 for 1.3; else the chapter of the last smaller number, or the annex.

    Lists and chapters may count anew: 2.3 goes on from the 2 that holds 2.2, else from point 2 of the annex, not from "2)"
    in point 1.
    """
    items = [each for each in tree.family(annex) if each.kind in _COUNTED and each.number]
    holders = {annex.key, *(each.key for each in tree.family(annex) if each.kind in UPPER_STRUCTURE)}
    counted = [each for each in items if each.parent in holders]
    above = number.rpartition(".")[0]
    if named := [each for each in (*counted, *items) if above and plain(each.number) == above]:
        return next((each for each in named if _holds_decimals(tree, each)), named[0])
    before = [each for each in counted if filed(each.number) < filed(number)] or counted[:1]
    return tree.by_key[before[-1].parent] if before else annex


def _holds_decimals(tree: Tree, element: Element) -> bool:
    start = f"{plain(element.number)}."
    return any(plain(child.number).startswith(start) for child in tree.children(element.key))


def row_group(rows: Iterable[Element], number: str) -> Element | None:
    """The row whose number the new number continues, as parsing reads it: row 6 for 6.9, row 6.8 for 6.8.1; None for none.

    Of several rows with that number it is the first one given.
    """
    groups = [row for row in rows if row.kind is Kind.ROW and number.startswith(f"{plain(row.number)}.")]
    return max(groups, key=lambda row: len(row.number), default=None)


def _counting_rows(tree: Tree, address: NewProvision) -> Element | None:
    named = cited_above(tree, address)
    if address.kind is not Kind.ROW or named is None or named.kind in (Kind.TABLE, Kind.ROW):
        return named
    children = tree.children(named.key)
    if any(child.kind is Kind.ROW for child in children):
        return named
    tables = [child for child in children if begins_table(tree, child)]
    if named.kind is Kind.ANNEX and not tables:  # a point may hold it
        tables = [member for member in tree.family(named) if begins_table(tree, member)]
    if not tables:
        return named
    if len(tables) > 1:
        said = _(
            "%(target)s has several tables. Say which one is meant, for example table 2.",
            target=address.parent,
        )
        raise Refused("ambiguous_target", said)
    return tables[0]
