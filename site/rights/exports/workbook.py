"""The tables of a document as a workbook: one sheet each, the row above it frozen and printed on every page."""

from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook.child import INVALID_TITLE_REGEX

from rights.exports.tabled import TableBlock, TabledDocument

_WIDTH = 160  # characters of a landscape page
_SHADE = PatternFill("solid", fgColor="EDEDED")
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_LONGEST = 32_767  # characters in a cell
_NAME = 31


def as_workbook(document: TabledDocument) -> bytes:
    """The bytes of the file. What is said above the table stands above it in the sheet."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator, book.properties.title = document.author, document.title
    book.properties.created = book.properties.modified = document.at.replace(tzinfo=None)
    block = document.acts[0].block
    for table in (each for each in document.blocks if isinstance(each, TableBlock)):
        name = _short(INVALID_TITLE_REGEX.sub(" ", table.name))
        sheet: Any = book.create_sheet(name)  # Any: its types are unions of kinds of cells
        _landscape(sheet)
        for line in (block.title, *block.lines, block.warning):
            if line:
                _put(sheet, sheet.max_row + (sheet.max_row > 1 or sheet["A1"].value is not None), 1, line)
        sheet["A1"].font = Font(bold=True, size=14)
        _table(sheet, table, sheet.max_row + 2)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _short(name: str) -> str:
    """The name of a sheet, which Excel allows 31 characters: cut after a word, with a sign that it is cut."""
    if len(name) <= _NAME:
        return name
    words = name[:_NAME].rsplit(" ", 1)[0]
    return f"{words[: _NAME - 1].rstrip(' ,;:')}…"


def _landscape(sheet: Any) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _table(sheet: Any, table: TableBlock, first: int) -> None:
    parts = sum(table.widths)
    for column, (words, width) in enumerate(zip(table.columns, table.widths, strict=True), start=1):
        cell = _put(sheet, first, column, words)
        cell.font, cell.fill, cell.alignment = Font(bold=True), _SHADE, _WRAPPED
        sheet.column_dimensions[get_column_letter(column)].width = max(8, _WIDTH * width // parts)
    sheet.freeze_panes = sheet.cell(first + 1, 1)
    sheet.print_title_rows = f"{first}:{first}"
    row = first
    for group in table.groups:
        if group.heading:
            row += 1
            cell = _put(sheet, row, 1, group.heading)
            cell.font, cell.fill = Font(bold=True), _SHADE
        for cells in group.rows:
            row += 1
            for column, each in enumerate(cells, start=1):
                cell = _put(sheet, row, column, each.words)
                if each.is_count:
                    cell.value = int(each.words)
                cell.alignment = _WRAPPED


def _put(sheet: Any, row: int, column: int, words: str) -> Any:
    """A cell with text. No text becomes a formula, whatever sign it begins with, also when it is edited."""
    cell = sheet.cell(row, column)
    cell.value = ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", words)[:_LONGEST]
    cell.data_type, cell.quotePrefix = "s", words[:1] in {"=", "+", "-", "@"}
    return cell
