"""The rows that an amending act brings, as a table on paper."""

from amendments.instructions.amending_act import LawLine
from amendments.redline.provision_redline import Mark, Span
from amendments.renderers.paper.sheets import SheetTable
from amendments.renderers.paper.table_rows import SheetCell, SheetRow


def brought_table(line: LawLine) -> SheetTable:
    """As many columns as the longest row has cells."""
    columns = max(map(len, line.rows))
    rows = (SheetRow(tuple(SheetCell((Span(Mark.KEPT, words),)) for words in cells)) for cells in line.rows)
    return SheetTable(tuple(rows), columns, line.language)
