"""Decimals typed behind a list, in the words of one instruction."""

import pytest

from amendments.instructions.completing.completed import completed
from amendments.instructions.execute import execute
from amendments.instructions.operations import Op, Operation
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from azerbaijan.schemes import SCHEMES
from tests.amendments.instructions.completing.test_typed_lines import (
    AZERBAIJANI,
    DECIMAL,
    IN_ANNEX,
    IN_RUSSIAN,
    PARTS_ALONE,
)


@pytest.mark.parametrize("decimals", [1, 2, 3])
@pytest.mark.parametrize(
    ("text", "scheme", "op", "target", "number", "labels"),
    [
        (IN_ANNEX, ENGLISH, "insert_element", "annex 1(4)", "4", ["(a)", "(b)", "(c)"]),
        (IN_ANNEX, ENGLISH, "insert_element", "annex 1(2-1)", "2-1", ["(i)", "(ii)", "(iii)"]),
        (IN_ANNEX, ENGLISH, "restate", "annex 1(1)", "1", ["(a)", "(b)", "(c)"]),
        (IN_RUSSIAN, RUSSIAN, "insert_element", "annex 1(3)", "3", ["1)", "2)", "3)", "4)"]),
        (IN_RUSSIAN, RUSSIAN, "restate", "annex 1(1)", "1", ["1)", "2)"]),
        (IN_RUSSIAN, RUSSIAN, "insert_element", "annex 2", "1", ["1)", "2)", "3)"]),
        (AZERBAIJANI, SCHEMES[0], "insert_element", "annex 1", "1", ["a)", "b)", "c)"]),
        (PARTS_ALONE, RUSSIAN, "insert_element", "5", "5", ["1)", "2)"]),
        (PARTS_ALONE, RUSSIAN, "restate", "3", "3", ["1)", "2)", "3)", "4)"]),
        (DECIMAL, ENGLISH, "insert_element", "4.3", "4.3", ["a)", "b)"]),
        (DECIMAL, ENGLISH, "insert_element", "5", "5", ["a)", "b)", "c)"]),
    ],
)
def test_decimals_typed_behind_a_list_stand_behind_it(text, scheme, op, target, number, labels, decimals):
    tree = scheme.parse(text).tree
    below = [*(f"{label} wax;" for label in labels), *(f"{number}.{n + 1}. Wax." for n in range(decimals))]
    words = "\n".join(["Lamps:", *below])
    heading = "Rates" if target in ("annex 1", "annex 2") else ""
    if heading:
        words = f"1. {words}\n2. Rafts."
    operation = completed(tree, Operation(Op(op), target, heading=heading, new=words), scheme)
    assert operation.new in ("", "Lamps:")
    assert f"{words}\n" in scheme.render(execute(tree, [operation], scheme))
