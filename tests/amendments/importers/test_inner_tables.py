"""Tables inside cells of tables: their rows are lines of the cell, the columns of the outer table stay, and it is told."""

import pytest

from amendments.importers import load_act
from tests.amendments.importers.word import paragraph, word_file

TOLD = "1 table has further tables inside its cells"
ROW_IN_A_CELL = "a\tb x 1 y 2\tc"


def cell(*blocks):
    return f"<w:tc>{''.join(blocks)}</w:tc>"


def row(*cells, properties=""):
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def table(*rows):
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def said(*words):
    return row(*(cell(paragraph(each)) for each in words))


def controlled(block):
    return f"<w:sdt><w:sdtContent>{block}</w:sdtContent></w:sdt>"


def word_text(body):
    return load_act("act.docx", word_file(paragraph("Article 1. Fees") + body + paragraph("End.")))


def told(imported):
    return [str(notice) for notice in imported.notices if "inside" in str(notice)]


INNER = table(said("x", "1"), said("y", "2"))
WITH_INNER = row(cell(paragraph("a")), cell(paragraph("b"), INNER, paragraph()), cell(paragraph("c")))


@pytest.mark.parametrize(
    "body",
    [
        table(said("A", "B", "C"), WITH_INNER, said("d", "e", "f")),
        table(said("A", "B", "C"), controlled(WITH_INNER), said("d", "e", "f")),
        table(said("A", "B", "C"), WITH_INNER.replace(INNER, controlled(INNER)), said("d", "e", "f")),
    ],
    ids=["plain", "row in a control", "table in a control"],
)
def test_the_columns_of_a_word_table_stay(body):
    imported = word_text(body)
    lines = imported.text.split("\n")
    assert [line for line in lines if "\t" in line] == ["A\tB\tC", ROW_IN_A_CELL, "d\te\tf"]
    assert len(told(imported)) == 1
    assert told(imported)[0].startswith(TOLD)


def test_the_columns_of_a_table_of_a_web_page_stay():
    inner = "<table><tr><td>x<td>1</tr><tr><td>y<td>2</tr></table>"
    page = f"<table><tr><td>A<td>B<td>C</tr><tr><td>a<td>b{inner}<td>c</tr></table>"
    imported = load_act("act.html", f"<html><body>{page}</body></html>".encode())
    assert imported.text == f"A\tB\tC\n{ROW_IN_A_CELL}\n"
    assert len(told(imported)) == 1


def test_the_rows_of_a_table_in_a_frame_keep_their_columns():
    imported = word_text(table(row(cell(paragraph("Above."), INNER, paragraph("Below.")))))
    assert "Above.\nx\t1\ny\t2\nBelow.\n" in imported.text
    assert told(imported) == []
    page = "<table><tr><td>Above.<table><tr><td>x<td>1</tr><tr><td>y<td>2</tr></table>Below.</table>"
    assert load_act("act.html", page.encode()).text == "Above.\nx\t1\ny\t2\nBelow.\n"


def test_a_frame_inside_a_cell_loses_nothing_and_is_not_told():
    frame = table(row(cell(paragraph("x"))), row(cell(paragraph("y"))))
    imported = word_text(table(said("A", "B"), row(cell(paragraph("a"), frame), cell(paragraph("b")))))
    assert "a x y\tb\n" in imported.text
    assert told(imported) == []


def test_an_inner_row_that_begins_like_a_provision_has_no_mark_of_a_row_in_its_cell():
    inner = table(said("1.", "one"), said("2.", "two", "more"))
    imported = word_text(table(said("A", "B"), row(cell(paragraph("a"), inner), cell(paragraph("b")))))
    assert "|" not in imported.text
    assert "one" in imported.text


@pytest.mark.parametrize(
    ("tag", "before", "after"), [("ins", "a y 2\tb", "a x 1 y 2\tb"), ("del", "a x 1 y 2\tb", "a y 2\tb")]
)
def test_an_inner_row_that_comes_or_goes_is_a_change_in_its_cell(tag, before, after):
    change = f'<w:trPr><w:{tag} w:id="1" w:author="Ministry" w:date="2026-11-02T10:00:00Z"/></w:trPr>'
    runs = "".join(
        cell(
            f'<w:p><w:{tag} w:id="2" w:author="Ministry" w:date="2026-11-02T10:00:00Z"><w:r>'
            f"<w:{'t' if tag == 'ins' else 'delText'}>{word}</w:{'t' if tag == 'ins' else 'delText'}></w:r></w:{tag}></w:p>"
        )
        for word in ("x", "1")
    )
    inner = table(row(runs, properties=change), said("y", "2"))
    body = table(said("A", "B"), row(cell(paragraph("a"), inner), cell(paragraph("b"))))
    imported = load_act("act.docx", word_file(paragraph("Article 1. Fees") + body))
    assert imported.original is not None
    assert imported.markup is not None
    assert before in imported.original.text.replace("  ", " ")
    assert after in imported.text.replace("  ", " ")
    assert imported.markup.accepted == imported.text
