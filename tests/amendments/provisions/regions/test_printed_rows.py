import pytest
from hypothesis import given, strategies as st

from amendments.provisions.recognising.lines import split_lines
from amendments.provisions.regions.printed_rows import divided, grid, printed_rows

TABS = "Ad\tQiymət\nA\t\n\tB\t \n\nC\tD"
BARS = "| Ad | Qiymət |\n|----|--------|\n| A \\| B | |\nC | D"
BLOCK = "Ad\n\n\t\n\nQiymət\n\n\n\n\nA\n\nb\n\n\t\n\n\xa0\n\n\n\n\n\xa0\n\n\t\n\nC"


def rows(text):
    return printed_rows(split_lines(text)[0])


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        (TABS, [["Ad", "Qiymət"], ["A", ""], ["", "B", ""], ["C", "D"]]),
        (BARS, [["Ad", "Qiymət"], ["----", "--------"], ["A \\| B", ""], ["C", "D"]]),
        (BLOCK, [["Ad", "Qiymət"], ["A\nb", ""], ["", "C"]]),
        ("Ad\n\t\nQiymət\nA\n\t\nB", [["Ad", "Qiymət"], ["A", "B"]]),
    ],
)
def test_the_cells_of_every_shape_of_table(text, cells):
    assert [row.words for row in rows(text)] == cells


PIECES = st.sampled_from(
    ["a", "b c", "\t", "\n", "\n\n\t\n\n", "\n\n\n\n\n", "\xa0", "|", "| x |", "\r\n", "+--+", " "]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_rows_joined_are_the_lines_as_printed(text):
    lines, __ = split_lines(text)
    printed = "".join(row.line.gap + row.printed for row in printed_rows(lines))
    assert printed == "".join(line.gap + line.content for line in lines)
    for row in printed_rows(lines):
        assert row.cells
        places = [place for cell in row.cells for place in cell]
        assert places == sorted(places)


def test_a_row_is_divided_before_paragraphs_of_its_first_cell():
    row, __ = rows("1. A\n\n1.1. b\n\n1.2. c\n\n\t\n\nD\n\n\n\n\nE")
    pieces = list(divided(row, [1, 2]))
    assert [piece.words for piece in pieces] == [["1. A"], ["1.1. b"], ["1.2. c", "D"]]
    assert "".join(piece.line.gap + piece.printed for piece in pieces) == row.line.gap + row.printed


def test_the_grid_of_a_table_leaves_its_rules_out():
    found = grid(BARS)
    assert [["\n".join(BARS[slice(*p)] for p in cell) for cell in row] for row in found] == [
        ["Ad", "Qiymət"],
        ["A \\| B", ""],
        ["C", "D"],
    ]
