"""A copy puts each cell of a table on a line of its own; numbers below a head for numbers count the rows."""

import pytest


@pytest.mark.parametrize(
    ("rows", "numbers"),
    [
        ("1\nLampa\n2\nFitil\nİki hissə\n3\nYağ\n", ["1", "2", "3"]),
        ("1\nLampa\n2\nFitil\n2-1.\nYağ\n3.\nQaz\n", ["1", "2", "2-1", "3"]),
        ("1\n2\nLampa\nFitil\n", []),
        ("2\nLampa\n3\nFitil\n", []),
    ],
)
def test_numbers_below_their_head_count_rows(rows, numbers, az):
    text = f"QANUN\nMaddə 1. Ad\n1.1. Mətn.\nƏlavə\nSiyahı\nSıra nömrəsi\nAdı\n{rows}"
    parsed = az.parse(text)
    found = [
        element.number for element in parsed.tree if element.parent.startswith("annex") and element.number
    ]
    assert found == numbers
    assert bool(numbers) is not bool(parsed.stopping)
    assert az.render(parsed.tree) == text
