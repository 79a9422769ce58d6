"""Lines typed with a new provision that would stand in another one are refused; those that begin a list lie in the new one."""

import pytest

from amendments.instructions.instruction_errors import Refused
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from azerbaijan.schemes import SCHEMES
from tests.amendments.forms.test_typed_lists import said

AZERI = SCHEMES[0]
IN_ENGLISH = (
    "Article 1. Scope\n1. It covers boats.\n2. It binds.\n\nArticle 2. Rules\n(1) All keep bees.\n(2) These are kinds:\n"
    "(a) bees;\n(b) flies.\n\nArticle 3. Ends\n(1) One.\n\nAnnex 1. Rates\n1. Rates are:\n(a) one;\n(b) two.\n"
)
IN_RUSSIAN = (
    "Статья 3. Уход\n1. Один.\n2. Врач вправе:\n1) лечить;\n2) поить.\n\nСтатья 5. Сбор\n1. Раз.\n2. Два.\n"
)
IN_AZERI = "Maddə 4. Alma\n1. Bir.\n2. Bunlar:\n1) bir;\n2) iki.\n\nMaddə 6. Müddət\n6.1. Bir.\n6.2. İki.\n"
COUNTED_ANEW = (
    "Глава I. Общие\n1. Один.\n2. Два.\n\nГлава II. Частные\n1. Раз.\n2. Два.\n\nГлава III. Конец\n1. Всё.\n"
)


@pytest.mark.parametrize(
    ("text", "scheme", "target", "lines", "names"),
    [
        (IN_ENGLISH, ENGLISH, "2(2)(c)", ["(i) honey bees;", "(ii) bumble bees."], ["2(2)(c)(i)", "2(2)(c)(ii)"]),
        (IN_ENGLISH, ENGLISH, "annex 1 point 1(c)", ["(i) one."], ["annex 1 point 1(c)(i)"]),
        (IN_ENGLISH, ENGLISH, "2(3)", ["(a) one;", "(b) two."], ["2(3)(a)", "2(3)(b)"]),
        (IN_RUSSIAN, RUSSIAN, "3(2)(3)", ["а) дома;", "б) в лечебнице."], ["3(2)(3)(а)", "3(2)(3)(б)"]),
        (IN_RUSSIAN, RUSSIAN, "3(2)(3)", ["4) дома;", "5) в лечебнице."], ["3(2)(4)", "3(2)(5)"]),
        (IN_AZERI, AZERI, "4(2)(3)", ["a) alma;", "b) armud."], ["4(2)(3)(a)", "4(2)(3)(b)"]),
    ],
)  # fmt: skip
def test_what_begins_a_list_behind_a_new_item_lies_in_it(text, scheme, target, lines, names):
    assert said(text, scheme, "insert_element", target, lines)[0] == names


def test_a_restatement_with_lines_brings_a_provision_that_is_named_beside_it():
    names, after = said(IN_ENGLISH, ENGLISH, "restate", "1", ["4. |New| Words."], "1. Aa.\n2. Bb.")
    assert names == ["1(1)", "1(2)", "4"]
    assert "Article 4. New\nWords." in after
    names, after = said(IN_AZERI, AZERI, "restate", "6.1", ["6.3. Üç."], "Bunlar:\n6.1.1. bir;\n6.1.2. iki.")
    assert names == ["6.1.1", "6.1.2", "6.3"]
    assert after.endswith("6.2. İki.\n6.3. Üç.\n")


@pytest.mark.parametrize(
    ("text", "scheme", "target", "lines"),
    [
        ("1. Qanun:\na) bir;\nb) iki.\n2. Nur.\n", AZERI, "1.3", ["a) alma;", "b) armud."]),
        ("1. A lamp:\n(a) is lit;\n(b) burns.\n\nAnnex 1. Rates\n1. Rate:\n(a) one;\n(b) two.\n", ENGLISH, "annex 1(1)(3)",
         ["(a) one;", "(b) two."]),
        (IN_AZERI, AZERI, "4.3", ["7) alma."]),
    ],
)  # fmt: skip
def test_a_list_lies_in_no_other_provision(text, scheme, target, lines):
    with pytest.raises(Refused):
        said(text, scheme, "insert_element", target, lines)


def test_an_item_added_behind_those_of_a_new_provision_goes_on_from_them():
    lines = ["2(3)(a). one;", "2(3)(b). two;", "(c) three."]
    names, after = said(IN_ENGLISH, ENGLISH, "insert_element", "2(3)", lines)
    assert names == ["2(3)(a)", "2(3)(b)", "2(3)(c)"]
    assert "(3) Fees:\n(a) one;\n(b) two;\n(c) three." in after


@pytest.mark.parametrize("is_further", [False, True])
@pytest.mark.parametrize(
    ("text", "scheme", "target", "lines"),
    [
        (IN_ENGLISH, ENGLISH, "3b", ["1.1. The keeper.", "1.2. Travel."]),
        (IN_ENGLISH, ENGLISH, "2a", ["2.1. The keeper."]),
        (IN_RUSSIAN, RUSSIAN, "5-1", ["3.1. раз;", "3.2. два."]),
        (IN_AZERI, AZERI, "4-1", ["6.3. bir ay;", "6.4. bir il."]),
    ],
)
def test_no_decimal_goes_into_another_article(text, scheme, target, lines, is_further):
    new = "\n".join(["Words:", *([] if is_further else lines)])
    reason = "would stand apart from" if is_further else "cannot bring it under"
    with pytest.raises(Refused, match=reason):
        said(text, scheme, "insert_element", target, lines if is_further else [], new)


def test_a_bare_number_goes_into_no_chapter_of_several_that_count_anew():
    with pytest.raises(Refused, match=r"chapter I\(3\) or chapter II\(3\)"):
        said(COUNTED_ANEW, RUSSIAN, "insert_element", "3", [], "Костры.")
    assert (
        "2. Два.\n3. Костры.\n\nГлава III"
        in said(COUNTED_ANEW, RUSSIAN, "insert_element", "chapter II(3)", [], "Костры.")[1]
    )


def test_the_points_of_a_new_chapter_are_what_those_of_others_are():
    after = said(COUNTED_ANEW, RUSSIAN, "insert_element", "chapter IV", [], "1. Раз:\nа) два;\n2. Три.")[1]
    assert "Статья" not in after
    assert "1. Раз:\nа) два;\n2. Три." in after
