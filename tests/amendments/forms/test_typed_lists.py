"""Lists typed in the lines of further provisions, behind the words of a new provision or of a restated one."""

import pytest

from amendments.forms.instruction_forms import InstructionForm
from amendments.instructions.completing.completed import completed
from amendments.instructions.execute import execute, words_of
from amendments.instructions.instruction_errors import Refused
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from azerbaijan.schemes import SCHEMES

AZERI = SCHEMES[0]
IN_ENGLISH = "Article 1. Scope\n1. It covers:\n(a) boats;\n(b) rafts.\n2. It binds.\n\nAnnex 1. Rates\n1. Rates are:\n(a) one;\n(b) two.\n2. They rise.\n"
IN_RUSSIAN = "Статья 1. Сфера\n1. Закон:\n1) лодки;\n2) суда.\n2. Он действует.\n\nПриложение 1. Ставки\n1. Ставки:\n1) одна;\n2) две.\n2. Растут.\n"
IN_AZERI = "Maddə 1. Əhatə\n1.1. Qanun:\n1.1.1. qayıq;\n1.1.2. sal.\n\n1 nömrəli əlavə\n\nSiyahı\n1. Xan:\n1) bir;\n2) iki.\n2. Nur.\n"
ALONE = "1. Закон действует.\n2. Он обязателен.\n3. Лодки:\n1) красные;\n2) белые.\n4. Закон вступает.\n"
ALONE_IN_AZERI = "1. Qanun:\n1) bir;\n2) iki.\n2. Nur.\n3. Son.\n"
LAMPS = "Lamps Act\nACT\n1. A lamp is lit.\n2. (1) A lamp is red.\n(2) A lamp shall:\n(a) burn;\n(b) shine.\n3. It is law.\n"
ONE_TO_FOUR = ["1) wax;", "2) oil;", "3) gas;", "4) tar."]
LETTERS = ["(a) wax;", "(b) oil."]


def said(text, scheme, op, target, lines, new="Fees:"):
    tree = scheme.parse(text).tree
    data = {"op": op, "target": target, "new": new, "children": "\n".join(lines)}
    form = InstructionForm(data, words=words_of(scheme))
    assert form.is_valid(), form.errors
    operation = completed(tree, form.operation(), scheme)
    return [each.number for each in operation.children], scheme.render(execute(tree, [operation], scheme))


@pytest.mark.parametrize(
    ("text", "scheme", "op", "target", "lines", "name"),
    [
        (ALONE, RUSSIAN, "insert_element", "5", ONE_TO_FOUR, "5"),
        (ALONE, RUSSIAN, "insert_element", "5", ["а) воск;", "б) мёд."], "5"),
        (ALONE, RUSSIAN, "append_element", "5", ONE_TO_FOUR, "5"),
        (ALONE, RUSSIAN, "restate", "2", ONE_TO_FOUR, "2"),
        (ALONE, RUSSIAN, "restate", "3", ONE_TO_FOUR, "3"),
        (ALONE_IN_AZERI, AZERI, "insert_element", "4", ONE_TO_FOUR, "4"),
        (ALONE_IN_AZERI, AZERI, "insert_element", "1-1", ["a) mum;", "b) yağ."], "1-1"),
        (LAMPS, ENGLISH, "insert_element", "4", LETTERS, "4"),
        (LAMPS, ENGLISH, "insert_element", "2(3)", LETTERS, "2(3)"),
        (LAMPS, ENGLISH, "insert_element", "4", ["(1) Wax.", "(2) Oil."], "4"),
        (IN_ENGLISH, ENGLISH, "insert_element", "1(3)", LETTERS, "1(3)"),
        (IN_ENGLISH, ENGLISH, "restate", "1(2)", ["a) wax;", "b) oil."], "1(2)"),
        (IN_ENGLISH, ENGLISH, "insert_element", "annex 1(3)", LETTERS, "annex 1 point 3"),
        (IN_ENGLISH, ENGLISH, "insert_element", "annex 1 point 3", ["1) wax;", "2) oil."], "annex 1 point 3"),
        (IN_RUSSIAN, RUSSIAN, "insert_element", "1(3)", ONE_TO_FOUR, "1(3)"),
        (IN_RUSSIAN, RUSSIAN, "insert_element", "annex 1(3)", ONE_TO_FOUR, "annex 1 point 3"),
        (IN_RUSSIAN, RUSSIAN, "restate", "annex 1(2)", ONE_TO_FOUR, "annex 1 point 2"),
        (IN_AZERI, AZERI, "insert_element", "annex 1(3)", ONE_TO_FOUR, "annex 1 point 3"),
        (IN_AZERI, AZERI, "insert_element", "1.2", ["a) mum;", "b) yağ."], "1.2"),
    ],
)
def test_a_list_behind_the_words_of_a_provision_lies_in_it(text, scheme, op, target, lines, name):
    names, after = said(text, scheme, op, target, lines)
    assert names == [f"{name}({line.split(')')[0].strip('(')})" for line in lines]
    assert "\n".join(["Fees:", *lines]) in after


def test_a_list_behind_a_further_provision_lies_in_that_one():
    names, after = said(ALONE, RUSSIAN, "insert_element", "5", ["6. Oil:", "1) wax;", "2) tar.", "7. Gas."])
    assert names == ["6", "6(1)", "6(2)", "7"]
    assert after.endswith("5. Fees:\n6. Oil:\n1) wax;\n2) tar.\n7. Gas.\n")


@pytest.mark.parametrize(
    ("text", "scheme", "target", "lines", "names"),
    [
        (ALONE, RUSSIAN, "3(3)", ["4) tar.", "5) gas."], ["3(4)", "3(5)"]),
        (ALONE, RUSSIAN, "5", ["6. Tar."], ["6"]),
        (LAMPS, ENGLISH, "2(2)(c)", ["(d) glow."], ["2(2)(d)"]),
    ],
)
def test_what_stands_beside_a_new_provision_stays_beside_it(text, scheme, target, lines, names):
    assert said(text, scheme, "insert_element", target, lines)[0] == names


@pytest.mark.parametrize(
    ("op", "target", "lines", "reason"),
    [
        ("insert_element", "5", ["1) wax;", "3) oil;", "1) tar."], "“1” alone beside 5 could be an article. Write 5(1)"),
        ("insert_element", "5", ["6. Oil.", "1) |Wax| x"], "“1” alone beside 6 could be an article. Write 6(1)"),
        ("restate", "4", ["ж) wax."], "“ж” alone beside 4 could be an article. Write 4(ж)"),
        ("insert_element", "4", ["1) wax;", "2) oil."], "There is already a provision 4."),
    ],
)  # fmt: skip
def test_a_list_that_cannot_lie_there_is_refused_with_its_own_reason(op, target, lines, reason):
    with pytest.raises(Refused) as refusal:
        said(ALONE, RUSSIAN, op, target, lines)
    assert str(refusal.value).startswith(reason)
