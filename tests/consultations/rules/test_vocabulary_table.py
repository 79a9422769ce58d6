"""Rows of a vocabulary as a table and back, with what is wrong line by line."""

from datetime import date

import pytest

from azerbaijan import benchmarks
from consultations.rules.benchmarks import (
    ClusterRow,
    RightRow,
    TermKind,
    TermRow,
    TreatyArticle,
    TreatyRow,
    TreatyStatus,
    name_of,
)
from consultations.rules.vocabulary_table import cells_of, columns_of, read_articles, read_table

LANGUAGES = ("az", "en", "ru")
EVERY = benchmarks.read()
KNOWN = {name_of(row) for row in EVERY.rows}


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        (RightRow, EVERY.rights),
        (TreatyRow, EVERY.treaties),
        (ClusterRow, EVERY.clusters),
        (TermKind.GROUND, [row for row in EVERY.terms if row.kind is TermKind.GROUND]),
        (TermKind.CONFORMITY, [row for row in EVERY.terms if row.kind is TermKind.CONFORMITY]),
    ],
    ids=["rights", "treaties", "clusters", "grounds", "conformity"],
)
def test_every_row_of_the_plugin_is_the_same_after_it_was_a_line(kind, rows):
    table = [columns_of(kind, LANGUAGES), *(cells_of(row, LANGUAGES) for row in rows)]
    found = read_table(kind, table, LANGUAGES, KNOWN)
    assert found.is_sound
    assert found.rows == list(rows)


def test_articles_are_read_as_they_are_written():
    assert read_articles("ECHR 14; ICCPR 2(1), 26; CRC") == [
        TreatyArticle("ECHR", "14"),
        TreatyArticle("ICCPR", "2(1)"),
        TreatyArticle("ICCPR", "26"),
        TreatyArticle("CRC"),
    ]
    assert read_articles(" ; ") == []


def ground(code, **more):
    labels = {"az": "Yaş", "en": "Age", "ru": "Возраст"}
    return cells_of(TermRow(code=code, labels={**labels, **more}, kind=TermKind.GROUND), LANGUAGES)


def wrong(table, kind=TermKind.GROUND, known=()):
    found = read_table(kind, table, LANGUAGES, known)
    told = {line.number: [str(fault) for fault in line.faults] for line in found.lines if line.faults}
    return [str(fault) for fault in found.faults], told


def test_each_wrong_line_says_what_is_wrong_and_the_others_are_read():
    head = columns_of(TermKind.GROUND, LANGUAGES)
    table = [head, ground("age"), ground("no code"), [""], ground("sex", ru=""), ground("x"), ground("x")]
    table.append([*ground("y")[:-1], "first"])
    faults, told = wrong(table)
    assert faults == []
    assert list(told) == [3, 5, 6, 7, 8]
    assert told[3] == ["ground no code has no code of Latin letters, figures and hyphens"]
    assert told[5] == ["ground sex has no label in ru"]
    assert told[6] == told[7] == ["the code x stands in several lines"]
    assert told[8] == ["the order “first” is no whole number of at most nine digits"]


def test_a_treaty_and_a_right_name_only_what_there_is():
    head = columns_of(TreatyRow, LANGUAGES)
    names = ["N", "N", "N", "", "", "", "1"]
    table = [
        head,
        ["T1", "nobody", "party", "", "2020-01-02", *names],
        ["T2", "UN", "perhaps", "", "2 May", *names],
    ]
    _faults, told = wrong(table, TreatyRow, {"system UN"})
    assert told[2] == ["treaty T1 names the unknown system nobody"]
    assert told[3] == [
        "the status “perhaps” is none of party, signed, not_party, check, benchmark",
        "the day “2 May” is not written as 2026-11-28",
    ]
    right = [columns_of(RightRow, LANGUAGES), ["B99", "Z", "NONE 1", *names]]
    _faults, told = wrong(right, RightRow)
    assert told[2] == ["right B99 names the unknown cluster Z", "right B99 names the unknown treaty NONE"]


def test_the_head_names_every_column_in_any_order_and_case():
    row = TreatyRow(
        code="T1",
        labels=dict.fromkeys(LANGUAGES, "N"),
        system="UN",
        status=TreatyStatus.PARTY,
        adopted=date(2020, 1, 2),
    )
    head, cells = columns_of(TreatyRow, LANGUAGES), cells_of(row, LANGUAGES)
    table = [[name.upper() for name in reversed(head)], list(reversed(cells))]
    assert read_table(TreatyRow, table, LANGUAGES, {"system UN"}).rows == [row]
    assert wrong([head[2:], cells[2:]], TreatyRow)[0] == ["the columns code, system are missing"]
    assert wrong([head], TreatyRow)[0] == ["the table has no line below its head"]
    assert wrong([], TreatyRow)[0][0].startswith("the columns code")
