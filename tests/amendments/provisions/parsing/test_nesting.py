"""Where numbers stand that were inserted later."""

import pytest


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "Статья 1. Цель\n1. Раз:\n1) а;\n2) б;\n2.1) в;\n2.2) г;\n3) д.\n2. Два.\n",
            ["1", "2", "2.1", "2.2", "3"],
        ),
        (
            "Статья 1. Цель\n1. Раз:\n1) а;\n1.1) в:\nа) один;\nб) два;\n1.2) г.\n2. Два.\n",
            ["1", "1.1", "1.2"],
        ),
        (
            "Статья 2. Цель\n1. Раз:\n1) а;\n2) б;\n2.1) в;\n2.2) г;\n2.3) д.\n2. Два.\n",
            ["1", "2", "2.1", "2.2", "2.3"],
        ),
    ],
)
def test_points_that_were_inserted_one_after_the_other_stand_side_by_side(text, numbers, ru):
    parsed = ru.parse(text)
    points = [element for element in parsed.tree if str(element.kind) == "point"]
    assert [point.number for point in points] == numbers
    assert {point.parent for point in points} == {points[0].parent}
    assert [element.number for element in parsed.tree if str(element.kind) == "part"] == ["1", "2"]
    assert not parsed.warnings


@pytest.mark.parametrize(
    ("points", "stops"),
    [
        ("2) б;\n3) - 6-3) исключены Законом от 01.01.2020 № 5;\n7) г.", False),
        ("2) б;\n3)-6) исключены;\n7) г.", False),
        ("2) б;\n3) – 5) исключены;\n7) г.", True),
        ("2) б;\n3) в;\n3-1) - 3-5) исключены;\n5) г.", True),
        ("2) б;\n3) - 6) лампы;\n7) г.", True),
    ],
)
def test_points_that_were_repealed_together_leave_no_gap(points, stops, ru):
    text = f"Статья 1. Цель\n1. Раз:\n1) а;\n{points}\n2. Два.\n"
    parsed = ru.parse(text)
    assert any(finding.stops for finding in parsed.warnings) is stops
    assert ru.render(parsed.tree) == text
