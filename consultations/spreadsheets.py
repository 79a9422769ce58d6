"""Tables as files: CSV and Excel, in both directions. No text becomes a formula, and no file becomes larger than it may.

openpyxl is loaded with the first workbook: most processes never see one, and it takes 5 MB of each.
"""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from typing import Any

from amendments.provisions.messages import Message, message as _

LARGEST = 2_000_000  # bytes of a file
_UNPACKED = 50_000_000
_MOST_MARKS = 2_000_000  # of all parts of a workbook
_MOST_READ = 4_000_000  # of all sheets: openpyxl looks for the size of each, and many may name one part
_MOST_STYLES = 100_000  # which take longest
MOST_LINES, MOST_COLUMNS = 5_000, 60
CSV, XLSX = "csv", "xlsx"
MEDIA_TYPES = {
    CSV: "text/csv; charset=utf-8",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_UNREADABLE = (  # what the readers of ZIP, XML and workbooks raise for a file that is damaged, locked or made up
    zipfile.BadZipFile,
    zlib.error,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    OSError,
    RuntimeError,
)
_SIGNS = ("=", "+", "-", "@", "\t", "\r")
Table = list[list[str]]


class UnreadableSheet(Exception):
    """A file that is no table of this site; `told` says why."""

    def __init__(self, told: Message) -> None:
        super().__init__(told.template)
        self.told = told


def written(table: Iterable[Sequence[str]], suffix: str) -> bytes:
    """The bytes of a file."""
    return _as_workbook(table) if suffix == XLSX else _as_csv(table)


def _as_csv(table: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(
        [f"'{cell}" if cell.lstrip("'").startswith(_SIGNS) else cell for cell in row] for row in table
    )
    return out.getvalue().encode("utf-8-sig")  # Excel reads UTF-8 by its mark


def _as_workbook(table: Iterable[Sequence[str]]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    book = Workbook()
    sheet: Any = book.active  # Any: its types are unions of kinds of cells
    for number, row in enumerate(table, start=1):
        for column, words in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            told = f"'{words}" if _is_quoted(words) else words
            cell.value = ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", told)
            cell.data_type, cell.quotePrefix = "s", words.startswith(_SIGNS)
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(name: str, data: bytes) -> Table:
    """The first sheet of a workbook, or a CSV file. Raises `UnreadableSheet`."""
    if len(data) > LARGEST:
        raise UnreadableSheet(_("The file is larger than %(size)s MB.", size=LARGEST // 1_000_000))
    table = _of_workbook(data) if name.lower().endswith(f".{XLSX}") else _of_csv(data)
    if len(table) > MOST_LINES:
        raise UnreadableSheet(_("The file has more than %(count)s lines.", count=MOST_LINES))
    return [_plain(row) for row in table]


def _plain(row: Sequence[str]) -> list[str]:
    """The cells up to the last one with words, without the apostrophe that kept one from being a formula."""
    last = max((place for place, cell in enumerate(row, start=1) if cell), default=0)
    return [cell.removeprefix("'") if _is_quoted(cell) else cell for cell in row[:last]]


def _is_quoted(cell: str) -> bool:
    """Whether an apostrophe stands before what would be a formula. Reading takes one away, so writing adds one."""
    return cell.startswith("'") and cell.lstrip("'").startswith(_SIGNS)


def _of_csv(data: bytes) -> Table:
    try:
        text = data.decode("utf-8-sig")
        first = text.partition("\n")[0]
        mark = max((",", ";", "\t"), key=first.count)
        return [row[:MOST_COLUMNS] for row in csv.reader(io.StringIO(text), delimiter=mark)]
    except (UnicodeDecodeError, csv.Error):
        raise UnreadableSheet(_("The file is no table in UTF-8 and no Excel workbook.")) from None


def _is_too_large(package: zipfile.ZipFile) -> bool:
    """Whether reading a workbook would take too long: empty cells are small, and take as long to read as others."""
    parts = package.infolist()
    if sum(part.file_size for part in parts) > _UNPACKED:
        return True
    texts = {part.filename: package.read(part) for part in parts if part.file_size}
    marks = {name: text.count(b"<") for name, text in texts.items()}
    total, sheets = sum(marks.values()), sum(text.count(b"sheetId") for text in texts.values())
    styles = sum(count for name, count in marks.items() if "styles" in name.lower())
    return total > _MOST_MARKS or total * sheets > _MOST_READ or styles > _MOST_STYLES


def _of_workbook(data: bytes) -> Table:
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if _is_too_large(package):
                raise UnreadableSheet(_("The file is too large when it is unpacked."))
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        rows = book.worksheets[0].iter_rows(max_row=MOST_LINES + 1, max_col=MOST_COLUMNS, values_only=True)
        return [["" if cell is None else str(cell) for cell in row] for row in rows]
    except _UNREADABLE:
        raise UnreadableSheet(_("The file is no Excel workbook.")) from None
