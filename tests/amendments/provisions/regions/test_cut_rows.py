"""A row that a copy cut over two lines is one row; where nobody can tell in which cell it was cut, that is told."""

import pytest

ACT = "LAW\nArticle 1. Fees\nThe fees are:\n{}\nArticle 2. End\nIt ends.\n"
TABS = "No.\tName\tFee\n1\tLamps\t5\n2\t{}\n3\tOil\t9"
BARS = "| No. | Name | Fee |\n|---|---|---|\n| 1 | Lamps | 5 |\n| 2 | {} |\n| 3 | Oil | 9 |"


def rows(parsed):
    return [(element.number, element.text) for element in parsed.tree if element.kind == "row"]


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (TABS.format("Wicks\nof cotton\t7"), "Wicks\nof cotton\t7"),
        (TABS.format("Wicks\nof cotton\nand wool\t7"), "Wicks\nof cotton\nand wool\t7"),
        (TABS.format("Wicks of cotton\n\t7"), "Wicks of cotton\t7"),
        (BARS.format("Wicks\nof cotton | 7"), "Wicks\nof cotton\t7"),
    ],
)
def test_a_row_on_two_lines_is_one(table, words, en):
    text = ACT.format(table)
    parsed = en.parse(text)
    assert rows(parsed) == [("1", "Lamps\t5"), ("2", words), ("3", "Oil\t9")]
    assert not parsed.warnings
    assert en.render(parsed.tree) == text


def test_a_row_with_a_number_of_the_law_is_put_together(az):
    text = (
        "QANUN\nMaddə 1. Rüsum\n1.1. Lampa\t5 manat\n1.2. Pambıqdan olan\nfitil\t7 manat\n1.3. Yağ\t9 manat\n"
    )
    parsed = az.parse(text)
    assert rows(parsed) == [
        ("1.1", "Lampa\t5 manat"),
        ("1.2", "Pambıqdan olan\nfitil\t7 manat"),
        ("1.3", "Yağ\t9 manat"),
    ]
    assert az.render(parsed.tree) == text


@pytest.mark.parametrize("cut", ["Wicks of cotton\n7", "Wicks\nOf Cotton\t7"])
def test_a_row_that_may_be_cut_anywhere_is_told(cut, en):
    parsed = en.parse(ACT.format(TABS.format(cut)))
    assert [(finding.code, finding.line) for finding in parsed.stopping] == [("cut_rows", 6)]


def test_a_number_that_heads_the_rows_below_it_is_none_of_them(az):
    text = "QANUN\nMaddə 1. Rüsum\n1.1. Lampa\t5 manat\n1.2. Aşağıdakılar:\nfitil\t7 manat\nyağ\t8 manat\n1.3. Qaz\t9 manat\n"
    parsed = az.parse(text)
    assert ("1.2", "Aşağıdakılar:\nfitil\t7 manat") not in rows(parsed)
    assert not parsed.stopping
