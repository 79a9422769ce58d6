"""Tables as CSV and Excel files, in both directions."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import load_workbook

from consultations import spreadsheets
from consultations.spreadsheets import CSV, XLSX, UnreadableSheet, read, written

TABLE = [["code", "name_az"], ["age", "Yaş, “ə”"], ["=1+1", "-2"], ["line", "a\nb"]]


@pytest.mark.parametrize("suffix", [CSV, XLSX])
def test_a_table_is_the_same_after_it_was_a_file(suffix):
    assert read(f"table.{suffix}", written(TABLE, suffix)) == TABLE


def test_no_text_becomes_a_formula():
    assert b"'=1+1,'-2" in written(TABLE, CSV)
    cells = [cell for row in load_workbook(BytesIO(written(TABLE, XLSX))).active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.quotePrefix for cell in cells if cell.value in ("=1+1", "-2")] == [True, True]


def test_a_file_of_another_program_is_read_by_its_separator():
    assert read("x.csv", "code;name\nage;Yaş\n".encode()) == [["code", "name"], ["age", "Yaş"]]
    assert read("x.csv", b"code\tname\nage\tAge\n") == [["code", "name"], ["age", "Age"]]


@pytest.mark.parametrize(
    ("name", "data"),
    [("x.csv", b"\xff\xfe\x00"), ("x.xlsx", b"no workbook"), ("x.xlsx", b"PK\x05\x06" + bytes(18))],
)
def test_what_is_no_table_is_refused_in_words(name, data):
    with pytest.raises(UnreadableSheet) as refused:
        read(name, data)
    assert "file is no" in str(refused.value.told)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"])
@pytest.mark.parametrize("kept", [0, 0.5])
def test_a_damaged_workbook_is_refused_in_words(part, kept):
    whole, damaged = ZipFile(BytesIO(written(TABLE, XLSX))), BytesIO()
    with ZipFile(damaged, "w") as package:
        for name in whole.namelist():
            data = whole.read(name)
            package.writestr(name, data[: int(len(data) * kept)] if name == part else data)
    with pytest.raises(UnreadableSheet):
        read("x.xlsx", damaged.getvalue())


def made_of(parts):
    """A workbook with other parts in the place of its own, by their names."""
    made = BytesIO()
    with ZipFile(BytesIO(written(TABLE, XLSX))) as whole, ZipFile(made, "w", ZIP_DEFLATED) as package:
        for name in whole.namelist():
            package.writestr(name, parts.get(name) or whole.read(name))
    return made.getvalue()


def sheet(marks):
    return b"<worksheet><sheetData>" + marks + b"</sheetData></worksheet>"


SHEETS = (
    b'<workbook><sheets><sheet name="A" sheetId="1" r:id="rId1"/>'
    + b'<sheet name="B" sheetId="2" r:id="rId1"/>' * 300
)


@pytest.mark.parametrize(
    "parts",
    [
        {"xl/worksheets/sheet1.xml": sheet(b"<row/>" * 2_000_001)},
        {"xl/worksheets/sheet1.xml": sheet(b"<row>" + b"<c/>" * 2_000_000 + b"</row>")},
        {"xl/worksheets/sheet1.xml": sheet(b"<row/>" * 20_000), "xl/workbook.xml": SHEETS + b"</sheets></workbook>"},
        {"xl/styles.xml": b"<styleSheet><fonts>" + b"<font/>" * 100_000 + b"</fonts></styleSheet>"},
    ],
)  # fmt: skip
def test_a_workbook_that_would_take_minutes_is_refused_before_it_is_read(parts, monkeypatch):
    data = made_of(parts)
    assert len(data) < spreadsheets.LARGEST
    monkeypatch.setattr("openpyxl.load_workbook", None)
    with pytest.raises(UnreadableSheet, match="unpacked"):
        read("x.xlsx", data)


def test_a_file_that_is_too_large_is_refused(monkeypatch):
    with pytest.raises(UnreadableSheet, match="larger"):
        read("x.csv", b"a" * (spreadsheets.LARGEST + 1))
    with pytest.raises(UnreadableSheet, match="lines"):
        read("x.csv", b"a\n" * (spreadsheets.MOST_LINES + 1))
    monkeypatch.setattr(spreadsheets, "_UNPACKED", 10)
    with pytest.raises(UnreadableSheet, match="unpacked"):
        read("x.xlsx", written(TABLE, XLSX))
