"""Tables in plain text: rows with tabs or bars, or cells on lines of their own with a tab on the line between.

Where cells stand on lines of their own, a row ends with at least three blank lines.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from amendments.provisions.recognising.labels import Form
from amendments.provisions.recognising.lines import ROW_BREAK
from amendments.provisions.recognising.recogniser import PrintedAct

_RULE = re.compile(r"[-+=|:\s]*(?:--|==)[-+=|:\s]*")
_BAR = re.compile(r"(?<!\\)\|")
_HEADINGS = frozenset({Form.HEADING, Form.UNTITLED})
_OUTSIDE_TABLES = _HEADINGS | {Form.NOTE}
_MOST_LINES = 6  # of one cell, or of rows without a border, between two certain rows
_MOST_CELLS = 12  # of a row, where each cell stands on a line of its own
_SENTENCE_END = (".", ";")


def table_lines(act: PrintedAct, end: int) -> Iterator[int]:
    """Lines of cells before `end`; a single one is a line of words with a tab in it, not a table."""
    has_borders = _has_borders(act, end)
    rows = [_is_row(act, index, has_borders=has_borders) for index in range(end)]
    for index in range(1, end):
        rows[index] = rows[index] or (
            rows[index - 1] and (_may_follow_row(act, index) or _has_cells_as_above(act, index))
        )
    for index in reversed(range(end - 1)):
        rows[index] = rows[index] or (rows[index + 1] and _may_precede_row(act, index))
    _fill(act, rows)
    for index, is_row in enumerate(rows):
        if is_row and (any(rows[max(index - 1, 0) : index]) or any(rows[index + 1 : index + 2])):
            yield index


def is_rule(content: str) -> bool:
    """Whether a line only rules off rows: "|---|---|", "+----+----+"."""
    return _RULE.fullmatch(content) is not None


def bars(content: str) -> list[int]:
    """Where the bars stand that part the cells of a line."""
    return [match.start() for match in _BAR.finditer(content)]


def _has_borders(act: PrintedAct, end: int) -> bool:
    """Whether lines with nothing but tabs part cells, so that rows end with blank lines. A copy may put tabs on each blank line."""
    borders = sum(line.follows_cell_border for line in act.lines[:end])
    ends = sum(ROW_BREAK.search(line.gap) is not None for line in act.lines[:end])
    return borders <= _MOST_CELLS * (ends + 1)


def _is_row(act: PrintedAct, index: int, *, has_borders: bool) -> bool:
    """Whether a line certainly holds cells. A tab after the number of a provision is no border of a cell."""
    line, label = act.lines[index], act.label(index)
    if index in act.quoted:
        return False
    if "\t" in line.content[label.end if label else 0 :] or line.content.startswith("|"):
        return True
    if _has_bars_as_beside(act, index):
        return True
    if not has_borders:
        return False
    following = act.lines[index + 1] if index + 1 < len(act) else None
    is_above = following is not None and following.follows_cell and not _ends_empty_row(act, index + 1)
    return is_above or (line.follows_cell_border and not _ends_empty_row(act, index))


def _ends_empty_row(act: PrintedAct, index: int) -> bool:
    """Whether the border before a line is a row of empty cells: below it stands a heading whose row does not end or go on."""
    label, line = act.label(index), act.lines[index]
    is_heading = label is not None and label.form in _HEADINGS
    if not (line.follows_cell_border and is_heading) or index + 1 == len(act):
        return False
    following = act.lines[index + 1]
    return not following.follows_cell_border and ROW_BREAK.search(following.gap) is None


def _has_bars_as_beside(act: PrintedAct, index: int) -> bool:
    """Whether a line has as many bars as the line above or below it, or is a rule beside a line with bars."""
    here = len(bars(act.content(index)))
    beside = [other for other in (index - 1, index + 1) if 0 <= other < len(act)]
    if is_rule(act.content(index)):
        return any("|" in act.content(other) for other in beside)
    return here > 0 and any(
        len(bars(act.content(other))) == here or is_rule(act.content(other)) for other in beside
    )


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


def _fill(act: PrintedAct, rows: list[bool]) -> None:
    """Take the lines between two rows that belong to their table: rows of one cell, further paragraphs of a cell."""
    certain = [index for index, is_row in enumerate(rows) if is_row]
    for above, below in pairwise(certain):
        between = range(above + 1, below)
        if 0 < len(between) <= _MOST_LINES and _may_be_in_table(act, between):
            is_block = ROW_BREAK.search(_gaps(act, between)) is not None
            belongs = _goes_on_in_block if is_block else _goes_on_in_lines
            if belongs(act, between):
                rows[above + 1 : below] = [True] * len(between)

    if certain and _parts_rows_by_blank_lines(act, certain):
        _take_last_paragraphs(act, rows)


def _parts_rows_by_blank_lines(act: PrintedAct, rows: Sequence[int]) -> bool:
    return any(
        ROW_BREAK.search(act.lines[below].gap) is not None
        for above, below in pairwise(rows)
        if below == above + 1
    )


def _take_last_paragraphs(act: PrintedAct, rows: list[bool]) -> None:
    """Take the further paragraphs of the last cell of each table: they stand before the blank lines that end its row."""
    for last in [index for index in range(len(rows) - 1) if rows[index] and not rows[index + 1]]:
        further = list(
            takewhile(
                lambda index: index < len(rows) and ROW_BREAK.search(act.lines[index].gap) is None,
                range(last + 1, last + _MOST_LINES + 1),
            )
        )
        ends = not further or further[-1] + 1 == len(act) or ROW_BREAK.search(act.lines[further[-1] + 1].gap)
        is_cell = act.lines[last].follows_cell_border and ends and _may_be_in_table(act, further)
        if is_cell and all(act.label(index) is None for index in further):
            for index in further:
                rows[index] = True


def _may_be_in_table(act: PrintedAct, between: Sequence[int]) -> bool:
    labels = [act.label(index) for index in between]
    return not any(
        index in act.quoted or (label is not None and label.form in _OUTSIDE_TABLES)
        for index, label in zip(between, labels, strict=True)
    )


def _gaps(act: PrintedAct, between: Sequence[int]) -> str:
    return "|".join(act.lines[index].gap for index in [*between, between[-1] + 1])


def _goes_on_in_lines(act: PrintedAct, between: Sequence[int]) -> bool:
    """Whether a single line between two rows heads the rows below: it is no sentence; with a number it has a tab behind it."""
    (line, *further) = between
    is_between = not further and _stands_next(act, line) and _stands_next(act, line + 1)
    content = act.content(line)
    if act.label(line) is None:
        return is_between and not content.endswith(_SENTENCE_END)
    is_cut = act.content(line + 1)[0].islower() and not content.endswith((*_SENTENCE_END, ":"))
    return is_between and ("\t" in content or is_cut)


def _goes_on_in_block(act: PrintedAct, between: Sequence[int]) -> bool:
    """Further paragraphs of the cell above, then rows of one cell, then the first paragraphs of the cell below."""
    breaks = [ROW_BREAK.search(act.lines[index].gap) is not None for index in [*between, between[-1] + 1]]
    if breaks[-1]:
        return True
    below = between[-1] + 1
    begins = act.content(below)[0]
    return not (begins.isupper() or begins == "№") or act.label(below) is not None
