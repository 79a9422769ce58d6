"""Where numbers stand that were inserted later."""

import pytest

from amendments.provisions.citing.address import find
from amendments.provisions.provision_errors import ProvisionAmbiguous


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


LAMPS = (
    "4 Definitions\n(1) In this Act, lamp includes:\n(a) torches; and\n(b) lanterns:\n(i) red; or\n(ii) green.\n"
    "ship includes:\n(a) boats;\n(b) rafts.\ntrain includes:\n(a) trams.\n(2) It ends.\n5 End\n(1) It ends.\n"
)


def test_a_list_that_a_line_without_a_number_announces_stands_below_it(en):
    parsed = en.parse(LAMPS)
    announced = {element.text: element for element in parsed.tree if str(element.kind) == "paragraph"}
    assert list(announced) == ["ship includes:", "train includes:"]
    ship = announced["ship includes:"]
    assert [element.text for element in parsed.tree.children(ship.key)] == ["boats;", "rafts."]
    assert {element.parent for element in announced.values()} == {"art_4__para_1"}
    assert not parsed.warnings
    assert en.render(parsed.tree) == LAMPS


def test_the_points_of_such_a_list_are_not_taken_for_those_of_another(en):
    with pytest.raises(ProvisionAmbiguous):
        find(en.parse(LAMPS).tree, "4(1)(a)")


def test_chapters_go_on_in_their_section_behind_a_table_of_contents(en):
    contents = "Contents\nArticle 1 Aim\nArticle 2 Scope\n"
    text = f"Part 1 General\nChapter 1 Lamps\n{contents}Article 1 Aim\nA.\nArticle 2 Scope\nB.\nChapter 2 Ships\nArticle 3 End\nC.\n"
    chapters = [element for element in en.parse(text).tree if str(element.kind) == "chapter"]
    assert [(chapter.number, chapter.parent) for chapter in chapters] == [("1", "sec_1"), ("2", "sec_1")]


def test_a_section_without_a_full_stop_leaves_no_gap_among_others(en):
    text = "Part 1—Lamps\n1. Title\nThe Lamps Act.\n2. Aim\n(1) A.\n3  Object\n(1) B.\n4. End\n(1) C.\n5  Rest\n(1) D.\n"
    parsed = en.parse(text)
    assert [element.number for element in parsed.tree if str(element.kind) == "article"] == list("12345")
    assert not parsed.warnings
