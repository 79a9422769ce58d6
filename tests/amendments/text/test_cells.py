"""Cells of a row in a field for text."""

import pytest

from amendments.provisions.tree import Element, Kind
from amendments.text.cells import shown, typed

ROW = Element("r", Kind.ROW, "8.1", text="A crossing\t10 coins\t")
TABLE = Element("t", Kind.TABLE, text="Service\n\n\t\n\nFee\n\n\n\n\nCrossing\n\n\t\n\n5")
PART = Element("p", Kind.PART, "1.1", text="A | b")


@pytest.mark.parametrize(
    ("element", "field"),
    [(ROW, "A crossing | 10 coins | "), (TABLE, "Service | Fee\nCrossing | 5"), (PART, "A | b")],
)
def test_a_bar_stands_between_cells_and_untouched_words_stay_as_printed(element, field):
    assert shown(element) == field
    assert typed(element, field.strip()) == element.text


@pytest.mark.parametrize(
    ("element", "words", "text"),
    [
        (ROW, "A crossing | 12 coins |", "A crossing\t12 coins\t"),
        (ROW, "A crossing|12 coins", "A crossing\t12 coins"),
        (TABLE, "Service | Rate\nCrossing | 5", "Service\tRate\nCrossing\t5"),
        (PART, "A | c", "A | c"),
    ],
)
def test_typed_bars_are_borders_of_cells(element, words, text):
    assert typed(element, words) == text
