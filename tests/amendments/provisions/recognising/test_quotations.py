import pytest

from amendments.provisions.recognising.lines import split_lines
from amendments.provisions.recognising.quotations import quoted_lines

ACT = "Maddə 1. Bu Qanunda:\n1. 3-cü maddə verilsin:\n{}\n2. 5-ci maddə ləğv edilsin."


def quoted(text):
    lines, __ = split_lines(text)
    return list(quoted_lines(lines))


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        ("“Maddə 3. Ad\n3.1. A;\n3.2. B.”.", [2, 3, 4]),
        ("«Maddə 3. Ad\n3.1. A.»;", [2, 3]),
        ("“Maddə 3. “Ad” haqqında\n3.1. A.”.", [2, 3]),
        ("“3.1. A.”.", []),
        ("“Maddə 3. Ad\n3.1. A.", []),
        ("“Ad” Qanunu\n3.1. A.", []),
    ],
    ids=["lines", "guillemets", "quotation within", "one line", "never closed", "a name"],
)
def test_the_lines_that_an_instruction_quotes(quotation, expected):
    assert quoted(ACT.format(quotation)) == expected


def test_a_quotation_belongs_to_an_instruction_that_ends_with_a_colon():
    assert quoted("1. A.\n“B\nC”.") == []


def test_the_numbers_of_a_quotation_are_none_of_the_act(az):
    parsed = az.parse(ACT.format("“Maddə 3. Ad\n3.1. A;\n7. B.”."))
    assert [element.eid for element in parsed.tree] == ["art_1", "art_1__para_1", "art_1__para_2"]
    assert [(finding.code, finding.stops) for finding in parsed.warnings] == [("numbers_quoted", False)]
