"""The columns of the index, in both directions: what goes out comes in again unchanged."""

from datetime import date, datetime
from io import BytesIO
from string import printable

import pytest
from hypothesis import given, settings, strategies as st
from openpyxl import Workbook

from consultations.spreadsheets import CSV, XLSX, read, written
from rights.international_table import (
    COLUMNS,
    POSITIONS,
    TYPES,
    GivenRecommendation,
    read_recommendations,
    table_of,
)

RIGHTS = ("A01", "B01", "E03")
HEAD = list(COLUMNS.values())
CELLS = {
    "OHCHR Annotation Id": "a-1",
    "Reccomending Body": "- Committee on Migrant Workers",
    "Text": "The Committee recommends.",
}


def line(more=None):
    told = {**CELLS, **(more or {})}
    return [told.get(head, "") for head in HEAD]


def only(*lines, head=HEAD):
    return read_recommendations([head, *lines], RIGHTS)


def faults(*lines):
    return [(row.number, one.column, one.said.template) for row in only(*lines).lines for one in row.faults]


def test_a_line_of_the_index_is_read_with_its_lists_and_its_day():
    told = line(
        {
            "Document Symbol": "CMW/C/XXX/CO/3",
            "Document Publication Date": "2021-05-04 00:00:00",
            "Countries Concerned": "- Caspia",
            "Themes": "- Migrants\n- Detention conditions",
            "Affected Persons": "Migrants; Children",
            "UPR Position": "- Supported",
            "Rights": "E03\nB01",
        }
    )
    (row,) = only(told).given
    assert row.body == "Committee on Migrant Workers"
    assert row.published_on == date(2021, 5, 4)
    assert (row.countries, row.themes) == (("Caspia",), ("Migrants", "Detention conditions"))
    assert (row.affected, row.position, row.rights) == (("Migrants", "Children"), "Supported", ("B01", "E03"))


def test_heads_are_read_in_other_spellings_and_other_columns_are_left_out():
    head = ["Annotation ID", "RECOMMENDING BODY", "text", "Paragraph"]
    (row,) = only(["7", "CEDAW", "So.", "12"], head=head).given
    assert (row.annotation, row.body, row.text) == ("7", "CEDAW", "So.")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("44320", date(2021, 5, 4)),
        ("2021-05-04T10:00:00", date(2021, 5, 4)),
        ("2021-05-04", date(2021, 5, 4)),
    ],
)
def test_a_day_is_read_as_excel_and_as_iso_write_it(words, day):
    (row,) = only(line({"Document Publication Date": words})).given
    assert row.published_on == day


@pytest.mark.parametrize(
    ("column", "words", "said"),
    [
        ("OHCHR Annotation Id", " ", "nothing is written here"),
        ("Reccomending Body", "- ", "nothing is written here"),
        ("Text", "", "nothing is written here"),
        ("Document Symbol", "x" * 301, "more than %(count)s characters"),
        ("Text", "x" * 20_001, "more than %(count)s characters"),
        ("Themes", "a\u202eb", "a character that nobody can see"),
        ("Document Publication Date", "4 May 2021", "the day “%(given)s” is not written as 2026-11-28"),
        ("Document Publication Date", "2021-13-01", "the day “%(given)s” is not written as 2026-11-28"),
        ("Rights", "B01; Z99", "the right “%(given)s” is not known"),
        ("UPR Position", "- Maybe", "“%(given)s” is none of: %(known)s"),
        ("Type", "- Something", "“%(given)s” is none of: %(known)s"),
    ],
)
def test_each_fault_names_its_line_and_its_column(column, words, said):
    assert faults(line(), line({"OHCHR Annotation Id": "a-2", column: words})) == [(3, column, said)]


def test_no_document_was_published_on_a_day_that_is_still_to_come():
    days = [
        line({"OHCHR Annotation Id": day, "Document Publication Date": day})
        for day in ("2026-11-30", "2031-01-01")
    ]
    found = read_recommendations([HEAD, *days], RIGHTS, date(2026, 11, 30))
    assert [row.annotation for row in found.given] == ["2026-11-30"]
    ((fault,),) = [row.faults for row in found.lines if row.faults]
    assert (fault.column, fault.said.values) == ("Document Publication Date", {"given": "2031-01-01"})


def test_an_unknown_type_names_those_that_are_known():
    ((fault,),) = [row.faults for row in only(line({"Type": "- Something"})).lines]
    assert fault.said.values == {"given": "Something", "known": "Recommendations, Concerns/Observations"}


def test_a_number_that_stands_twice_is_a_fault_of_both_lines():
    assert [number for number, _column, _said in faults(line(), [], line())] == [2, 4]


def test_a_number_that_stands_twice_is_told_with_the_other_faults():
    found = faults(line(), line({"Rights": "Z99"}), line({"OHCHR Annotation Id": " - a-1 ", "Text": ""}))
    twice = "“%(given)s” stands in several lines"
    assert [(number, said) for number, _column, said in found] == [
        (2, twice),
        (3, "the right “%(given)s” is not known"),
        (3, twice),
        (4, "nothing is written here"),
        (4, twice),
    ]
    empty = line({"OHCHR Annotation Id": ""})
    assert [said for _number, _column, said in faults(empty, empty)] == ["nothing is written here"] * 2


def test_a_table_without_its_columns_or_lines_is_refused_as_a_whole():
    assert only(head=["Text"]).faults[0].values["columns"] == "OHCHR Annotation Id, Reccomending Body"
    assert not only().is_sound
    assert not read_recommendations([], RIGHTS).is_sound
    twice = only(["7", "A", "B", "So."], head=["Annotation Id", "Body", "Recommending Body", "Text"])
    assert twice.faults[0].values["columns"] == "Reccomending Body"


def test_the_workbook_of_the_index_is_read():
    """With days as days and numbers as numbers, as its export has them."""
    book = Workbook()
    book.active.append(["OHCHR Annotation Id", "Document Publication Date", "Reccomending Body", "Text"])
    book.active.append([4711, datetime(2021, 5, 4), "- CMW", "So."])
    out = BytesIO()
    book.save(out)
    (row,) = read_recommendations(read("uhri.xlsx", out.getvalue()), RIGHTS).given
    assert (row.annotation, row.published_on) == ("4711", date(2021, 5, 4))


_LETTERS = st.sampled_from(printable + "əğıöşüçЖ’“\u2028\x85")
_WORDS = st.text(_LETTERS, max_size=30).map(
    lambda words: "".join(letter for letter in words if letter not in "\x1c\x1d\x1e\x1f")
)
_CELLS = st.fixed_dictionaries(
    {
        head: _WORDS
        for head in HEAD
        if head not in {"Document Publication Date", "UPR Position", "Type", "Rights", "OHCHR Annotation Id"}
    }
    | {"UPR Position": st.sampled_from(["", *POSITIONS, "supported"])}
    | {"Type": st.sampled_from(["", *TYPES, "- recommendations"])}
)
_DAYS = st.dates().map(date.isoformat) | st.just("")
_CODES = st.lists(st.sampled_from(RIGHTS)).map("; ".join)


def _said(words):
    return words.strip(" -\n\r\t\v\f\x85\u2028")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(_CELLS, _DAYS, _CODES), min_size=1, max_size=4), st.sampled_from([CSV, XLSX]))
def test_what_goes_out_comes_in_unchanged(rows, suffix):
    lines = [
        line(
            {head: words for head, words in cells.items() if _said(words)}
            | {"OHCHR Annotation Id": f"'{place}", "Document Publication Date": day, "Rights": codes}
        )
        for place, (cells, day, codes) in enumerate(rows)
    ]
    first = only(*lines)
    assert first.is_sound, first
    again = read_recommendations(read(f"file.{suffix}", written(table_of(first.given), suffix)), RIGHTS)
    assert again.given == first.given


def test_every_field_has_its_column():
    assert set(COLUMNS) == set(GivenRecommendation.__dataclass_fields__)
