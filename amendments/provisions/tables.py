"""Tables in plain text: rows with tabs or bars, or cells on lines of their own with a tab on the line between."""

from collections.abc import Iterator

from amendments.provisions.recogniser import PrintedAct


def table_lines(act: PrintedAct, end: int) -> Iterator[int]:
    """Lines of cells before `end`; a single one is a line of words with a tab in it, not a table."""
    cells = [_is_cell(act, index) for index in range(end)]
    for index in range(1, end):  # a row that begins with an empty cell
        cells[index] = cells[index] or (cells[index - 1] and act.lines[index].gap.endswith("\t"))
    for index, is_cell in enumerate(cells):
        if is_cell and (any(cells[max(index - 1, 0) : index]) or any(cells[index + 1 : index + 2])):
            yield index


def _is_cell(act: PrintedAct, index: int) -> bool:
    line = act.lines[index]
    if "\t" in line.content or line.content.startswith("|") or line.follows_cell_border:
        return True
    following = act.lines[index + 1] if index + 1 < len(act) else None
    return following is not None and (following.follows_cell or following.gap.startswith("\t"))
