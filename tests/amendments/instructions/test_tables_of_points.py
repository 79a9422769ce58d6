"""Rows of a table that a point of an annex holds, and decimals of that point."""

import pytest

from amendments.instructions.completing.completed import completed
from amendments.instructions.execute import execute
from amendments.instructions.execution.tree_edits import find
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, Operation
from amendments.provisions.russian_scheme import RUSSIAN
from amendments.provisions.tree import Kind

TABLE = "\n№ | Город | Ставка\n1 | Астана | 5\n2 | Алматы | 6\n3 | Тараз | 7\n\n"
POINTS = "2. Ставки за столы:\n2.1. Малые.\n2.2. Большие.\n3. Иное.\n"
HEAD = "Статья 1. О чём\nСлова.\n\nПриложение 1\nСтавки\n"


def parsed(more=""):
    return RUSSIAN.parse(f"{HEAD}1. Ставки указаны в таблице.\n{TABLE}{POINTS}{more}").tree


def with_new(tree, number):
    typed = Operation(Op.INSERT_ELEMENT, target=number, new="Новая.")
    after = execute(tree, [completed(tree, typed, RUSSIAN)], RUSSIAN)
    (added,) = [each for each in after if each.key not in tree.by_key]
    return after, added


@pytest.mark.parametrize("name", ["annex 1 row 2", "annex 1(1) row 2", "annex 1 point 1 row 2"])
def test_a_row_of_an_annex_is_found_in_the_table_of_a_point(name):
    found = find(parsed(), name)
    assert (found.kind, found.text) == (Kind.ROW, "Алматы\t6")


@pytest.mark.parametrize(("number", "before"), [("4", "3"), ("2-1", "2")])
@pytest.mark.parametrize("annex", ["annex 1", "annex 1(1)"])
def test_a_new_row_of_an_annex_stands_in_the_table_of_a_point(annex, number, before):
    after, added = with_new(parsed(), f"{annex} row {number}")
    above = after.by_key[after.before(added)]
    assert (added.kind, above.kind, above.number) == (Kind.ROW, Kind.ROW, before)


def test_of_several_tables_in_points_the_one_must_be_named():
    with pytest.raises(Refused, match="several tables"):
        with_new(parsed(f"4. Также:\n{TABLE}"), "annex 1 row 4")


def test_the_first_decimal_of_a_point_stands_behind_its_table():
    after, added = with_new(parsed(), "annex 1(1.1)")
    assert (added.kind, after.by_key[after.after(added)].number) == (Kind.POINT, "2")
    assert "\n1.1. Новая." in RUSSIAN.render(after)


def test_decimals_behind_a_list_count_among_themselves():
    tree = RUSSIAN.parse(f"{HEAD}1. Кольца:\n1) одно;\n2) два;\n3) три.\n{POINTS}").tree
    for number in ("1.2", "1.1", "1.3"):
        tree, _added = with_new(tree, f"annex 1({number})")
    point = find(tree, "annex 1(1)")
    assert [each.number for each in tree.children(point.key)] == ["1", "2", "3", "1.1", "1.2", "1.3"]


@pytest.mark.parametrize("start", ["Статья 1. Кольца\n", "Приложение 1\nКольца\n"])
def test_an_item_that_is_cited_in_a_point_stands_in_its_list_whatever_its_number(start):
    """Russian acts print "1.1)" between 1) and 2), also in part 1."""
    tree = RUSSIAN.parse(f"{start}1. Кольца:\n1) одно;\n2) два.\n2. Иное.\n").tree
    owner = "annex 1" if "Приложение" in start else "1"
    after, _added = with_new(tree, f"{owner}(1)(1.1)")
    point = find(after, f"{owner}(1)")
    assert [each.number for each in after.children(point.key)] == ["1", "1.1", "2"]


def test_a_row_of_a_table_without_a_head_is_found_in_a_point():
    tree = RUSSIAN.parse(f"{HEAD}1. Ставки:\n1 | Астана | 5\n2 | Алматы | 6\n{POINTS}").tree
    assert find(tree, "annex 1 row 2").text.startswith("Алматы")


def test_an_item_beside_decimals_is_named_by_its_printed_number():
    tree = RUSSIAN.parse(f"{HEAD}1. Кольца:\n1) одно;\n2) два.\n1.1. Раз.\n1.2. Два.\n{POINTS}").tree
    assert [find(tree, f"annex 1(1)({number})").text for number in ("1", "2", "1.2")] == [
        "одно;",
        "два.",
        "Два.",
    ]
