import pytest

from amendments.provisions.citing import address

BREAK, BORDER = "\n\n\n\n\n", "\n\n\t\n\n"


def block(*rows):
    """Cells on lines of their own, as official texts come out of a browser."""
    return BREAK.join(BORDER.join(cell or "\xa0" for cell in row) for row in rows)


def read(scheme, text):
    parsed = scheme.parse(text)
    assert scheme.render(parsed.tree) == text
    return {
        element.number or element.eid: element.text
        for element in parsed.tree
        if element.kind in ("row", "table")
    }


SHAPES = {
    "tabs": "Hərəkət\tMəbləğ\n8.1. İddia:\t\n8.1.1. kiçik\t20 manat\n8.1.2. böyük\t30 manat",
    "numbers in a cell of their own": "№\tHərəkət\tMəbləğ\n8.1.\tİddia:\t\n8.1.1.\tkiçik\t20 manat\n8.1.2\tböyük\t30 manat",
    "bars": "| Hərəkət | Məbləğ |\n|---|---|\n| 8.1. İddia: | |\n| 8.1.1. kiçik | 20 manat |\n| 8.1.2. böyük | 30 manat |",
    "bars between cells": "Hərəkət | Məbləğ\n--- | ---\n8.1. İddia: | \n8.1.1. kiçik | 20 manat\n8.1.2. böyük | 30 manat",
    "cells on lines of their own": block(
        ("Hərəkət", "Məbləğ"), ("8.1. İddia:", ""), ("8.1.1. kiçik", "20 manat"), ("8.1.2. böyük", "30 manat")
    ),
    "several numbers in a cell": block(
        ("Hərəkət", "Məbləğ"), ("8.1. İddia:\n\n8.1.1. kiçik", "20 manat"), ("8.1.2. böyük", "30 manat")
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_numbered_row_is_a_provision_in_every_shape(shape, az):
    text = f"Maddə 8. Dərəcələr\n\n{SHAPES[shape]}\n\nMaddə 9. Son\n\nMətn."
    rows = read(az, text)
    assert rows["8.1.1"] == "kiçik\t20 manat"
    assert rows["8.1.2"] == "böyük\t30 manat"
    assert rows["8.1"].rstrip("\t") == "İddia:"
    tree = az.parse(text).tree
    assert address.find(tree, "8.1.2").eid == "art_8__tr_1__tr_2"
    assert address.find(tree, "8.1.2-ci maddə", az.citation_words).eid == "art_8__tr_1__tr_2"
    assert az.cite(address.find(tree, "8.1.2")) == "8.1.2-ci maddə"


def test_a_row_of_one_cell_does_not_end_the_table(az):
    table = block(
        ("A", "B"), ("8.1. İddia:",), ("Qrup",), ("8.1.1. kiçik\n\nvə s.", "20 manat"), ("8.2. c", "d\n\ne")
    )
    rows = read(az, f"Maddə 8. Ad\n\n{table}{BREAK}Maddə 9. Son\n\nMətn.")
    assert rows["8.1"] == "İddia:"
    assert rows["8.1.1"] == "kiçik\nvə s.\t20 manat"
    assert rows["8.2"] == "c\td\ne"
    assert rows["art_8__table_2"] == "Qrup"


def test_a_heading_after_an_empty_last_cell_is_no_cell(az):
    parsed = az.parse(f"Maddə 8. Ad\n\n{block(('A', 'B'), ('8.1. c', ''))}{BREAK}Maddə 9. Son\n\nMətn.")
    assert [element.kind for element in parsed.tree] == ["article", "table", "row", "article"]


def test_rows_go_on_below_the_part_whose_number_they_continue(az):
    text = "Maddə 8. Ad\n8.1. Bir:\nA\tB\n8.1.1. c\td\n8.1.2. e\tf\n8.2. İki:\n8.2.1. g\th\n8.2.2. i\tj\n8.2.3. Söz."
    tree = az.parse(text).tree
    assert [(e.kind, e.number, e.parent) for e in tree if e.number[:3] == "8.2"] == [
        ("part", "8.2", "art_8"),
        ("row", "8.2.1", "art_8__para_2"),
        ("row", "8.2.2", "art_8__para_2"),
        ("point", "8.2.3", "art_8__para_2"),
    ]


def test_a_table_counts_its_own_rows(ru):
    text = "Статья 5. Плата\n1. Размеры:\n№ п/п\tДействие\tРазмер\n1\t2\t3\n1\tа\t5\n1.1\tб\t6\n2\tв\t7\n2. Далее.\n3. Ещё."
    rows = read(ru, text)
    assert rows == {
        "art_5__para_1__table_1": "№ п/п\tДействие\tРазмер\n1\t2\t3",
        "1": "а\t5",
        "1.1": "б\t6",
        "2": "в\t7",
    }
    tree = ru.parse(text).tree
    assert [e.eid for e in tree if e.kind == "part"] == ["art_5__para_1", "art_5__para_2", "art_5__para_3"]
    assert address.find(tree, "5(1) row 2").text == "в\t7"
    assert ru.cite(address.find(tree, "5(1) row 1.1")) == "строка 1.1 таблицы 1 части 1 статьи 5"


def test_lists_nest_in_a_table_and_go_on_in_the_next_one(en):
    table = "Item\tFee\nI.\tBoats\t\n1)\trow\t5\n2)\tsail\t6\nII.\tCarts\t\n1)\tsmall\t7"
    tree = en.parse(f"Annex 1\nFees\n{table}\n\nWords between.\n\n2)\tlarge\t8\n3)\thuge\t9\n").tree
    assert [e.eid.removeprefix("annex_1__table_1__") for e in tree if e.kind == "row"] == [
        "tr_I", "tr_I__tr_1", "tr_I__tr_2", "tr_II", "tr_II__tr_1", "tr_II__tr_2", "tr_II__tr_3",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "table",
    [
        "Seats\tRate\n1\t1.80\n2\t2.00",  # the first column holds quantities
        "100\t5\n101\t6",
        "1\t2\t3\nA\tB\tC",
        "Section 5\t$50\nSection 6\t$60",
        "A\tB\n3\tx",
    ],
)
def test_rows_without_a_number_stay_one_table(table, en):
    tree = en.parse(f"Annex 1\nFees\n{table}\n").tree
    assert [(element.kind, element.text) for element in tree][1:] == [("table", table)]


def test_bare_numbers_count_rows_below_a_heading_for_numbers_or_when_they_begin_with_one(en):
    assert set(read(en, "Annex 1\nFees\nItem no.\tFee\n5\tx\n6\ty\n")) >= {"5", "6"}
    assert set(read(en, "Annex 1\nFees\n1\tx\n2\ty\n2-1\tz\n")) == {"1", "2", "2-1"}


def test_a_row_that_begins_with_an_empty_cell_goes_on_from_the_row_above(az):
    tree = az.parse("Maddə 8. Ad\nA\tB\n8.1. c\td\n\te\tf\nCəmi\tg\n8.2. h\ti").tree
    assert [(element.text, element.parent) for element in tree if element.kind == "table"] == [
        ("A\tB", "art_8"),
        ("\te\tf", "art_8__tr_1"),
        ("Cəmi\tg", "art_8"),
    ]


def test_footnote_marks_are_lifted_out_of_cells_and_numbers(az):
    text = "Maddə 8. Ad\nA\tB\n8.1[2]. c [3]\td [4]\n8.2. e\t[5]"
    rows = {element.number: element for element in az.parse(text).tree}
    assert rows["8.1"].text == "c\td"
    assert [(m.number, m.field, m.offset) for m in rows["8.1"].marks] == [
        ("2", "number", 0),
        ("3", "text", 1),
        ("4", "text", 3),
    ]
    assert [(m.number, m.offset) for m in rows["8.2"].marks] == [("5", 2)]
    assert az.render(az.parse(text).tree) == text


def test_a_repealed_row_is_known(az):
    row, __ = [
        e for e in az.parse("Maddə 8. Ad\nA\tB\n8.1. ləğv edilmişdir\t\n8.2. c\td").tree if e.kind == "row"
    ]
    assert row.repealed


def test_words_and_lists_after_a_table_stand_in_what_holds_the_table(az):
    tree = az.parse("Maddə 8. Ad\nA\tB\n8.1. c\td\n8.1.1. e\tf\nSon söz.\n1) g;\n2) h.").tree
    assert [(element.kind, element.parent) for element in tree][-3:] == [
        ("paragraph", "art_8"),
        ("point", "art_8"),
        ("point", "art_8"),
    ]


def test_rows_below_several_heads_may_leave_numbers_free(en):
    text = "Article 1. Votes\n\n|  | Sums |\n| --- | --- |\n| No. | £ |\n| 3 | Lamps |\n| 5 | Wicks |\n| 29 | Oil |\n"
    parsed = en.parse(text)
    assert [element.number for element in parsed.tree if element.kind == "row"] == ["3", "5", "29"]
    assert not parsed.stopping
