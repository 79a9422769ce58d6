"""Rows that were typed behind the words of a provision with a table, or of a row: "5 | Raft | 50" is row 5, no words."""

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
    lines = element.text.split("\n")
    if element.kind is Kind.ROW:
        rows = _further_rows(old, lines)
    elif element.kind is Kind.TABLE or not _has_table(tree, old):
        return element, []
    else:
        known = old.text.split("\n")
        rows = [line for line in lines if line not in known and _BAR.search(line.strip())]
    own = "\n".join(line for line in lines if line not in rows)
    return (replace(element, text=own.rstrip("\n")), rows) if rows else (element, [])


def _further_rows(row: Element, lines: list[str]) -> list[str]:
    """The last lines of a row that begin with a number and have as many cells behind it as the row."""
    known, columns = row.text.split("\n"), row.text.count(CELL_BORDER) + 1
    found: list[str] = []
    for line in reversed(lines[1:]):
        first, *cells = _BAR.split(line.strip().strip("|").strip())
        if line in known or _NUMBER.fullmatch(first) is None or len(cells) != columns:
            break
        found.insert(0, line)
    return found


def with_rows(tree: Tree, element: Element, rows: list[str], scheme: Scheme) -> Tree:
    """The text with new rows in the table of a provision; `Refused` names a line of which no row is certain."""
    holder = (_holder(tree, element) or element) if element.kind in _TABLES else element
    is_numbered = any(each.kind is Kind.ROW for each in tree.family(tree.by_key[holder.key]))
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
        name = f"{number_of(tree, holder)} row {plain(number[1])}"
        inserted = Operation(Op.INSERT_ELEMENT, name, new=CELL_BORDER.join(cells))
        tree = execute(tree, [with_cells(tree, inserted, scheme)], scheme)
    return tree


def _has_table(tree: Tree, element: Element) -> bool:
    """Whether rows stand in a provision itself, and not in one that lies in it."""
    rows = (each for each in tree.family(element) if each.kind in _TABLES)
    return any(_holder(tree, row) is element for row in rows)


def _holder(tree: Tree, row: Element) -> Element | None:
    return next((above for above in tree.above(row) if above.kind not in _TABLES), None)
