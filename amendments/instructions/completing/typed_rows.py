"""Rows as they were typed: a number that begins the cells is that of the row, and no row is wider than its table."""

from dataclasses import replace

from amendments.instructions.execute import execute
from amendments.instructions.execution.levels import is_table
from amendments.instructions.execution.placing import last_worded, locate_previous
from amendments.instructions.execution.provision_operations import stop_before
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.instructions.touches import named
from amendments.provisions.messages import message as _
from amendments.provisions.numbers import plain
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import CELL_BORDER, Element, Kind, Tree

_TABLES = frozenset({Kind.TABLE, Kind.ROW})
_WORDED = frozenset({Op.INSERT_ELEMENT, Op.APPEND_ELEMENT, Op.RESTATE})


def with_cells(before: Tree, operation: Operation, scheme: Scheme) -> Operation:
    """The operation with the cells of its rows; `Refused` names a row with more than its table has."""
    if is_table(operation.level):
        return operation
    try:
        after = execute(before, [operation], scheme)
    except Refused:  # carrying it out says so
        return operation
    if operation.op in _WORDED and len(operation.all_targets) == 1:
        trees = (before, after)
        own = _without_number(trees, NewElement(operation.all_targets[0], text=operation.new)).text
        below = tuple(_without_number(trees, child) for child in operation.children)
        if (own, below) != (operation.new, operation.children):
            operation = replace(operation, new=own, children=below)
            after = execute(before, [operation], scheme)
    for key in sorted(after.differing(before)):
        element, old = after.by_key.get(key), before.by_key.get(key)
        if element is not None and element.kind is Kind.ROW and _cells(element) > (_cells(old) if old else 0):
            _check_width(before, after, element)
    return operation


def with_stop(before: Tree, operation: Operation) -> Operation:
    """An insertion where no full stop becomes a semicolon: nothing is said of words that do not stand there."""
    try:
        is_in_list = operation.op is not Op.APPEND_ELEMENT or _is_list(before, operation)
    except Refused:  # carrying it out says so
        return operation
    return operation if is_in_list else replace(operation, op=Op.INSERT_ELEMENT)


def _is_list(tree: Tree, operation: Operation) -> bool:
    """Whether a full stop ends entries that are parted by semicolons, and not one of several whole sentences."""
    last = stop_before(tree, operation)
    previous = locate_previous(tree, operation.target, operation.after)
    if last is None or previous is None:
        return False
    beside = [each for each in tree.children(previous.parent) if each.kind is previous.kind]
    earlier = [last_worded(tree, each) for each in beside[: beside.index(previous)]]
    if entries := [each.text.rstrip() for each in earlier if each is not None]:
        return any(text.endswith(";") for text in entries)
    above = tree.by_key.get(previous.parent)
    return previous.text[:1].islower() or (above is not None and above.text.rstrip().endswith(":"))


def _without_number(trees: tuple[Tree, Tree], worded: NewElement) -> NewElement:
    """The cells without the row's own number before them, where they would be one too many."""
    before, after = trees
    row = named(after, worded.number)
    first, border, rest = worded.text.partition(CELL_BORDER)
    if row is None or row.kind is not Kind.ROW or not border:
        return worded
    is_own = bool(first.strip()) and plain(first.strip().rstrip(".)")) == plain(row.number)
    return replace(worded, text=rest) if is_own and _cells(row) > _before(before, after, row) else worded


def _before(before: Tree, after: Tree, row: Element) -> int:
    """The cells of the row as it is stored, or of the stored one before a new row: another table may be wider."""
    rows = [each for each in after if each.kind is Kind.ROW and each.parent == row.parent]
    near = rows[rows.index(row) :: -1]
    stored = (_cells(before.by_key[each.key]) for each in near if each.key in before.by_key)
    return next(filter(None, stored), _widest(before, after, row))


def _check_width(before: Tree, after: Tree, row: Element) -> None:
    widest = _widest(before, after, row)
    if widest and _cells(row) > widest:
        said = _(
            "Row %(row)s has %(count)s cells beside its number, and the rows of the table have no more than %(columns)s.",
            row=row.number,
            count=_cells(row),
            columns=widest,
        )
        raise Refused("wide_row", said)


def _widest(before: Tree, after: Tree, row: Element) -> int:
    """The cells of the widest row of the table as it is stored; 0 where it has none."""
    top = next((each for each in after.above(row) if each.kind not in _TABLES), None)
    stored = before.by_key.get(top.key) if top is not None else None
    rows = [each for each in before.family(stored) if each.kind is Kind.ROW] if stored else []
    return max(map(_cells, rows), default=0)


def _cells(row: Element) -> int:
    """Of its widest line; a repealed row has none."""
    return max((line.count(CELL_BORDER) + 1 for line in row.text.split("\n") if line.strip()), default=0)
