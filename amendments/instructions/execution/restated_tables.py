"""Restates a table: the words above its rows, and each row by its number.

A row begins with its number and has a tab between its cells; a line with cells and without a number is a row of words,
and any other line goes on from the one before it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from amendments.instructions.citations import parent_number
from amendments.instructions.execution.placing import free, new_eid
from amendments.instructions.execution.tree_edits import rows_of, table, with_text
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Operation
from amendments.provisions.messages import message as _
from amendments.provisions.numbers import ProvisionNumber
from amendments.provisions.provision_errors import BadNumber
from amendments.provisions.tree import CELL_BORDER, Element, Kind, Tree

_WORDS = re.compile(r".*\t|[|+]", re.DOTALL)  # a row of words: cells between tabs, or bars and rules
_RULE = re.compile(r"[-+=|:\s]+")
_GOES_ON = re.compile(r"[ \xa0]*\t|\|\s*\|")  # the first cell is empty: the row above goes on
_COLUMNS = re.compile(r"[0-9]{1,3}(?:\t[0-9]{1,3})+")  # a row that numbers the columns
_ROW = re.compile(r"(?P<number>[0-9][^\s)]*?)(?:[.)]?\t|[.)][ \xa0]+)(?P<cells>.*)", re.DOTALL)


@dataclass(slots=True)
class _Row:
    """A row as it is worded anew; without a number it is words of the table."""

    number: str
    text: str


def restate_table(tree: Tree, operation: Operation, element: Element) -> Tree:
    """The table with other words and rows. A row with the same number keeps its identity; a row that is not named again goes."""
    whole = table(tree, element, operation.level)
    old = rows_of(tree, whole)
    head, rows = _read(operation)
    if _numbers(old) and not any(row.number for row in rows):
        raise _has_rows(element)
    if not any(row.number for row in rows):
        return tree.changed([with_text(whole, "text", operation.new)])
    is_new = head not in ("", whole.text)
    restated = (tree.changed([with_text(whole, "text", head)]) if is_new else tree).without(old)
    named = {row.number or row.text for row in rows}
    staying = [row for row in old if (row.number or row.text) in named]
    last, above = whole.key, whole
    for row in rows:
        placed = _placed(restated, row, staying, above=above, whole=whole, operation=operation)
        restated = restated.inserted(placed, last)
        last = placed.key
        above = placed if row.number else above
    return restated


def _read(operation: Operation) -> tuple[str, list[_Row]]:
    """The words above the first numbered row, and the rows."""
    head: list[str] = []
    rows: list[_Row] = []
    for line in operation.new.split("\n"):
        match = None if _COLUMNS.fullmatch(line) else _ROW.fullmatch(line)
        if match and CELL_BORDER in line and _is_number(match["number"]):
            rows.append(_Row(match["number"], match["cells"]))
        elif not rows:
            head.append(line)
        elif not _WORDS.match(line) or _joins(rows[-1], line):
            rows[-1].text += f"\n{line}"
        else:
            rows.append(_Row("", line))
    return "\n".join(head), [*rows, *(_Row(_own(child.number), child.text) for child in operation.children)]


def _joins(above: _Row, line: str) -> bool:
    """Whether a row of words belongs to the words above it: both go on from a row, or neither does."""
    if above.number:
        return False
    is_same = bool(_GOES_ON.match(above.text)) is bool(_GOES_ON.match(line))
    return is_same or _RULE.fullmatch(line) is not None


def _is_number(printed: str) -> bool:
    try:
        ProvisionNumber.parse(printed)
    except BadNumber:
        return False
    return True


def _own(designation: str) -> str:
    """The number of a row as it is printed: of "annex 1 row 5" it is 5."""
    return designation.rpartition(" ")[2]


def _placed(
    tree: Tree, row: _Row, old: Sequence[Element], *, above: Element, whole: Element, operation: Operation
) -> Element:
    """The row that stood there before, else a new one."""
    parent = _parent(tree, row, above, whole)
    known = (element for element in old if element.key not in tree.by_key and _is_same(element, row, parent))
    if found := next(known, None):
        return (
            found if found.text == row.text else replace(with_text(found, "text", row.text), repealed=False)
        )
    kind = Kind.ROW if row.number else Kind.TABLE
    eid = new_eid(tree, row.number, kind, parent, kept={element.eid for element in old})
    numbered = (key for named, key in operation.creates.items() if _own(named) == row.number)
    key = operation.creates.get(eid) or next((key for key in numbered if key not in tree.by_key), "")
    key = key or free(eid, tree.by_key)
    return Element(key, kind, row.number, eid, text=row.text, parent=parent.key if parent else "")


def _is_same(element: Element, row: _Row, parent: Element | None) -> bool:
    """Whether a row stood there before; one of words is the same with the same words."""
    is_below = element.parent == (parent.key if parent else "")
    return is_below and element.number == row.number and (bool(row.number) or element.text == row.text)


def _parent(tree: Tree, row: _Row, above: Element, whole: Element) -> Element | None:
    """What a row lies in: a decimal number in the provision that it continues, words that go on in the row above."""
    if not row.number and _GOES_ON.match(row.text) and above.kind is Kind.ROW:
        return above
    if row.number:
        owner = parent_number(row.number)
        around = (each for each in (above, *tree.above(above)) if each.number == owner)
        return next(around, tree.by_key.get(whole.parent)) if owner else whole
    while above.kind is Kind.ROW and above.parent in tree.by_key:
        above = tree.by_key[above.parent]
    return above if above is not whole else tree.by_key.get(whole.parent)


def _numbers(rows: Sequence[Element]) -> list[str]:
    return [row.number for row in rows if row.number]


def _has_rows(element: Element) -> Refused:
    said = _(
        "The table in %(target)s has numbered rows. Begin each row of the new table with its number.",
        target=element.number,
    )
    return Refused("table_has_rows", said)
