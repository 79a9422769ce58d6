"""Items typed behind those of a stored list, and lines that begin with a number in brackets."""

import pytest

from amendments.instructions.instruction_errors import Refused
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from azerbaijan.schemes import SCHEMES
from tests.amendments.forms.test_typed_lists import said

AZERI = SCHEMES[0]
IN_ENGLISH = (
    "Article 1. Scope\n1. It covers:\n(a) boats;\n(b) rafts.\n2. It binds:\n(a) one;\n(b) two.\n3. End.\n"
)
IN_RUSSIAN = "1. Закон действует.\n2. Лодки:\n1) красные;\n2) белые.\n3. Закон вступает.\n"
IN_AZERI = "Maddə 1. Əhatə\n1.1. Qanun:\n1.1.1. qayıq;\n1.1.2. sal.\n1.2. Son.\n"


@pytest.mark.parametrize(
    ("text", "scheme", "op", "target", "lines", "last", "printed"),
    [
        (IN_ENGLISH, ENGLISH, "restate", "1(2)", ["1(2)(a). x;", "1(2)(b). y;", "c) z."], "1(2)(c)", "(c) z.\n3."),
        (IN_ENGLISH, ENGLISH, "restate", "1(2)", ["1(2)(a). x;", "1(2)(b). y;", "(c) z."], "1(2)(c)", "(c) z.\n3."),
        (IN_ENGLISH, ENGLISH, "insert_element", "1(4)", ["1(4)(a). x;", "1(4)(b). y;", "(c) z."], "1(4)(c)", "(c) z."),
        (IN_RUSSIAN, RUSSIAN, "restate", "2", ["2(1). а;", "2(2). б;", "3) в."], "2(3)", "2) б;\n3) в.\n3."),
        (IN_RUSSIAN, RUSSIAN, "insert_element", "4", ["4(1). а;", "4(2). б;", "3) в."], "4(3)", "2) б;\n3) в."),
        (IN_AZERI, AZERI, "restate", "1.2", ["1.2(a). bir;", "1.2(b). iki;", "c) üç."], "1.2(c)", "c) üç."),
        (IN_AZERI, AZERI, "insert_element", "1.3", ["1.3(b). bir;", "1.3(c). iki;", "d) üç."], "1.3(d)", "d) üç."),
    ],
)  # fmt: skip
def test_an_item_that_goes_on_from_a_stored_list_is_one_of_it(text, scheme, op, target, lines, last, printed):
    names, after = said(text, scheme, op, target, lines)
    assert names[-1] == last
    assert printed in after


@pytest.mark.parametrize(
    ("op", "lines", "names"),
    [
        ("restate", ["(a) x;", "(b) y."], ["1(2)(a)", "1(2)(b)"]),
        ("restate", ["(1) x;", "(2) y."], ["1(2)(1)", "1(2)(2)"]),
    ],
)
def test_a_number_in_brackets_is_one_wherever_a_list_can_be_typed(op, lines, names):
    assert said(IN_ENGLISH, ENGLISH, op, "1(2)", lines)[0] == names


@pytest.mark.parametrize(
    ("text", "scheme", "op", "target", "lines", "advice"),
    [
        (
            IN_ENGLISH,
            ENGLISH,
            "restate",
            "1(2)",
            ["1(2)(a). x;", "1(2)(b). y;", "(f) z."],
            "Write 1(2)(f) if",
        ),
        (IN_RUSSIAN, RUSSIAN, "restate", "2", ["2(1). а;", "2(2). б;", "5) в."], "Write 2(5) if"),
        (IN_AZERI, AZERI, "insert_element", "1.1.3", ["a. bir;", "b. iki."], "Write 1.1.3(a) if"),
    ],
)
def test_what_does_not_go_on_is_named_where_it_can_lie(text, scheme, op, target, lines, advice):
    with pytest.raises(Refused) as refusal:
        said(text, scheme, op, target, lines)
    assert advice in str(refusal.value)
