"""Rows that were typed behind the words of a provision with a table: "5 | Raft | 50" is row 5 of it, no paragraph."""

import re
from dataclasses import replace

from amendments.instructions.completing.typed_rows import with_cells
from amendments.instructions.execute import execute
from amendments.instructions.following import number_of
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, Operation
from amendments.provisions.messages import message as _
from amendments.provisions.numbers import plain
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import CELL_BORDER, Element, Kind, Tree

_TABLES = frozenset({Kind.TABLE, Kind.ROW})
_BAR = re.compile(rf"[ {CELL_BORDER}]*[|{CELL_BORDER}][ {CELL_BORDER}]*")
_NUMBER = re.compile(r"(\d[\w.-]*?)[.)]?")


def parted_rows(tree: Tree, element: Element) -> tuple[Element, list[str]]:
    """A provision that is worded anew without the rows that were typed with its words, and these rows."""
    old = tree.by_key[element.key]
    if element.kind in _TABLES or not _has_table(tree, old):
        return element, []
    known = old.text.split("\n")
    lines = element.text.split("\n")
    rows = [line for line in lines if line not in known and _BAR.search(line.strip())]
    own = "\n".join(line for line in lines if line not in rows)
    return (replace(element, text=own.rstrip("\n")), rows) if rows else (element, [])


def with_rows(tree: Tree, element: Element, rows: list[str], scheme: Scheme) -> Tree:
    """The text with new rows in the table of a provision; `Refused` names a line of which no row is certain."""
    is_numbered = any(each.kind is Kind.ROW for each in tree.family(tree.by_key[element.key]))
    for line in rows:
        first, *cells = _BAR.split(line.strip().strip("|").strip())
        number = _NUMBER.fullmatch(first)
        if number is None or not any(cells) or not is_numbered:
            said = _(
                "“%(line)s” is like a row of the table, but it is not certain which. Take the line out and insert the "
                "row, or restate the table, by an instruction of its own.",
                line=line,
            )
            raise Refused("uncertain_row", said)
        name = f"{number_of(tree, element)} row {plain(number[1])}"
        inserted = Operation(Op.INSERT_ELEMENT, name, new=CELL_BORDER.join(cells))
        tree = execute(tree, [with_cells(tree, inserted, scheme)], scheme)
    return tree


def _has_table(tree: Tree, element: Element) -> bool:
    """Whether rows stand in a provision itself, and not in one that lies in it."""
    rows = (each for each in tree.family(element) if each.kind in _TABLES)
    holders = (next((above for above in tree.above(row) if above.kind not in _TABLES), None) for row in rows)
    return any(holder is element for holder in holders)
