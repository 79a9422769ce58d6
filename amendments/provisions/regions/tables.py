"""Tables in plain text: rows with tabs or bars, or cells on lines of their own with a tab on the line between."""

from collections.abc import Iterator

from amendments.provisions.recognising.recogniser import PrintedAct


def table_lines(act: PrintedAct, end: int) -> Iterator[int]:
    """Lines of cells before `end`; a single one is a line of words with a tab in it, not a table."""
    rows = [_is_row(act, index) for index in range(end)]
    for index in range(1, end):
        rows[index] = rows[index] or (
            rows[index - 1] and (_may_follow_row(act, index) or _has_cells_as_above(act, index))
        )
    for index in reversed(range(end - 1)):
        rows[index] = rows[index] or (rows[index + 1] and _may_precede_row(act, index))
    for index, is_row in enumerate(rows):
        if is_row and (any(rows[max(index - 1, 0) : index]) or any(rows[index + 1 : index + 2])):
            yield index


def _is_row(act: PrintedAct, index: int) -> bool:
    """Whether a line certainly holds cells; a tab after the number of a provision parts no cells."""
    line, label = act.lines[index], act.label(index)
    if index in act.quoted:
        return False
    if "\t" in line.content[label.end if label else 0 :] or line.content.startswith("|"):
        return True
    following = act.lines[index + 1] if index + 1 < len(act) else None
    return line.follows_cell_border or (following is not None and following.follows_cell)


def _may_follow_row(act: PrintedAct, index: int) -> bool:
    """A row right below another one that begins or ends with an empty cell."""
    gap = act.lines[index].gap
    begins_empty = gap.endswith("\t") and gap.count("\n") <= 1 and act.label(index) is None
    return begins_empty or (_ends_empty(act, index) and _stands_next(act, index))


def _may_precede_row(act: PrintedAct, index: int) -> bool:
    """A row right above another one that ends with an empty cell."""
    return _ends_empty(act, index) and _stands_next(act, index + 1) and act.label(index) is None


def _has_cells_as_above(act: PrintedAct, index: int) -> bool:
    """A row whose first cell looks like a label: it has as many cells as the row right above it."""
    cells = act.content(index).count("\t")
    above = act.content(index - 1).count("\t")
    return cells == above > 0 and _stands_next(act, index)


def _ends_empty(act: PrintedAct, index: int) -> bool:
    return index + 1 < len(act) and act.lines[index + 1].gap.startswith("\t")


def _stands_next(act: PrintedAct, index: int) -> bool:
    """Whether no blank line stands before a line."""
    return act.lines[index].gap.count("\n") <= 1
