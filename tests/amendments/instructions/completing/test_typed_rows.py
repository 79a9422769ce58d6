"""Rows and added provisions that drafters type with their numbers, or with more cells than the table has."""

import pytest

from amendments.instructions.completing.completed import completed
from amendments.instructions.execute import execute
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.tree import Kind
from tests.amendments.instructions.test_execute_tables import RATES

ACT = "Article 1. Scope\n1.1. This Law applies to:\n1.1.1. boats;\n1.1.2. rafts.\n\nArticle 29. Fines\nWho pays late is fined.\n"


def row(number, after):
    return next(each for each in after if each.number == number)


@pytest.mark.parametrize("op", [Op.INSERT_ELEMENT, Op.APPEND_ELEMENT, Op.RESTATE])
@pytest.mark.parametrize("number", ["", "{}\t", "{}.\t", "{}) \t"])
def test_a_number_that_begins_the_cells_is_that_of_the_row(op, number):
    target = "8.1" if op is Op.RESTATE else "8.3"
    typed = Operation(op, target, new=f"{number.format(target)}ship\t9 manat")
    after = execute(RATES, [completed(RATES, typed, ENGLISH)], ENGLISH)
    assert row(target, after).text == "ship\t9 manat"


@pytest.mark.parametrize(
    "operation",
    [
        Operation(Op.INSERT_ELEMENT, "8.3", new="ship\t9 manat\tmore"),
        Operation(Op.RESTATE, "8.1", new="ship\t9 manat\tmore"),
        Operation(Op.REPLACE_WORDS, "8.1", old="5", new="5\t6"),
        Operation(
            Op.INSERT_ELEMENT, "8.3", new="ship\t9 manat", children=(NewElement("8.4", text="a\tb\tc"),)
        ),
    ],
)
def test_a_row_with_more_cells_than_its_table_is_refused(operation):
    with pytest.raises(Refused, match=r"has 3 cells beside its number.*no more than 2"):
        completed(RATES, operation, ENGLISH)


def test_a_table_that_is_worded_anew_may_have_more_columns():
    operation = Operation(Op.RESTATE, "8", level="table", new="What\tFee\tWhen\n8.1.\traft\t1 manat\tnow")
    assert completed(RATES, operation, ENGLISH).new == operation.new


def test_a_row_that_is_appended_says_nothing_of_a_full_stop():
    operation = completed(RATES, Operation(Op.APPEND_ELEMENT, "8.3", new="ship\t9 manat."), ENGLISH)
    assert operation.op is Op.INSERT_ELEMENT
    after = execute(RATES, [Operation(Op.APPEND_ELEMENT, "8.3", new="ship\t9 manat.")], ENGLISH)
    assert row("8.2", after).text == row("8.2", RATES).text


@pytest.mark.parametrize(("last", "op"), [("rafts.", Op.APPEND_ELEMENT), ("rafts;", Op.INSERT_ELEMENT)])
def test_a_point_is_appended_where_a_full_stop_stands(last, op):
    tree = ENGLISH.parse(ACT.replace("rafts.", last)).tree
    assert completed(tree, Operation(Op.APPEND_ELEMENT, "1.1.3", new="canoes."), ENGLISH).op is op


@pytest.mark.parametrize(
    "operation",
    [
        Operation(Op.RENUMBER_AND_ADD, "29", new="29.2. A fine is paid."),
        Operation(Op.RENUMBER_AND_ADD, "29", new="A fine is paid."),
        Operation(
            Op.RENUMBER_AND_ADD,
            "29",
            children=(NewElement("29.1"), NewElement("29.2", text="29.2. A fine is paid.")),
        ),
    ],
)
def test_a_provision_that_is_added_behind_a_redesignated_one_has_its_number_once(operation):
    tree = ENGLISH.parse(ACT).tree
    after = execute(tree, [completed(tree, operation, ENGLISH)], ENGLISH)
    assert row("29.2", after).text == "A fine is paid."


def test_a_cell_that_is_like_the_number_of_its_row_stays():
    pieces = ENGLISH.parse("Article 1. Tariff\n1\t1\t10 manat\n2\t2\t20 manat\n3\t5\t40 manat\n").tree
    typed = Operation(Op.RESTATE, "1 row 2", new="2\t25 manat")
    after = execute(pieces, [completed(pieces, typed, ENGLISH)], ENGLISH)
    assert next(each.text for each in after if each.kind is Kind.ROW and each.number == "2") == "2\t25 manat"


UNEVEN = """Article 1. Tariff
1\tBoats\t10 manat\tx
2\tRafts\t20 manat
"""
TWO_TABLES = """Article 1. Tariff
No\tKind\tFee\tFine\tTax\tSum
1\tBoats\t10\t20\t30\t60
2\tRafts\t11\t21\t31\t63
Second table:
No\tKind\tFee
3\tCanoes\t12
4\tShips\t13
"""


@pytest.mark.parametrize(
    ("act", "operation", "rows"),
    [
        (UNEVEN, Operation(Op.RESTATE, "1 row 2", new="2\tRafts\t25 manat"), {"2": "Rafts\t25 manat"}),
        (TWO_TABLES, Operation(Op.RESTATE, "1 row 4", new="4\tShips\t14"), {"4": "Ships\t14"}),
        (TWO_TABLES, Operation(Op.INSERT_ELEMENT, "1 row 5", new="5\tYachts\t14"), {"5": "Yachts\t14"}),
        (
            TWO_TABLES,
            Operation(
                Op.INSERT_ELEMENT,
                "1 row 5",
                new="5\tYachts\t14",
                children=(NewElement("1 row 6", text="6\tTugs\t15"),),
            ),
            {"5": "Yachts\t14", "6": "Tugs\t15"},
        ),
    ],
)
def test_a_number_before_the_cells_is_known_by_the_row_as_it_was_or_the_one_before(act, operation, rows):
    tree = ENGLISH.parse(act).tree
    after = execute(tree, [completed(tree, operation, ENGLISH)], ENGLISH)
    assert {each.number: each.text for each in after if each.number in rows} == rows


@pytest.mark.parametrize(
    ("lines", "op"),
    [
        ("1.1. A boat is red.\n1.2. A raft is blue.", Op.INSERT_ELEMENT),
        ("1.1. A boat is red.", Op.INSERT_ELEMENT),
        ("1.1. Boats are:\n1.1.1. red;\n1.1.2. blue.\n1.2. A raft is green.", Op.INSERT_ELEMENT),
        ("1.1. a red boat.", Op.APPEND_ELEMENT),
        ("1.1. A red boat;\n1.2. a blue raft.", Op.APPEND_ELEMENT),
        ("1.1. A red boat;\n1.2. rafts:\n1.2.1. blue;\n1.2.2. green.", Op.APPEND_ELEMENT),
    ],
)
def test_a_full_stop_becomes_a_semicolon_only_between_the_entries_of_a_list(lines, op):
    tree = ENGLISH.parse(f"Article 1. Scope\n{lines}\n").tree
    number = 2 if "1.2." not in lines else 3
    typed = Operation(Op.APPEND_ELEMENT, f"1.{number}", new="A canoe.")
    assert completed(tree, typed, ENGLISH).op is op
