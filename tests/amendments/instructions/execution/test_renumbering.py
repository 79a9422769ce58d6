"""A text that becomes a part takes its list with it."""

import pytest

from amendments.instructions.completing.completed import completed
from amendments.instructions.execute import execute
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from amendments.provisions.tree import Element, Kind, Tree
from azerbaijan.schemes import SCHEMES

AZERBAIJANI = (
    "Maddə 1. Əhatə\n1.1. Qanun tətbiq edilir.\n1.2. Məcburidir.\n"
    "Maddə 2. Vəzifələr\nArıçı:\n1) bildirir;\n2) xəbər verir:\na) dərhal;\nb) yazılı.\n"
    "Maddə 3. Son\n3.1. Son."
)
RUSSIAN_LAW = (
    "Статья 1. Сфера\n1. Закон применяется.\n2. Он обязателен.\n"
    "Статья 2. Обязанности\nСмотритель:\n1) сообщает;\n2) хранит.\n"
    "Статья 3. Итог\n1. Итог."
)


@pytest.mark.parametrize(
    ("scheme", "law", "new", "wanted"),
    [
        (
            SCHEMES[0],
            AZERBAIJANI,
            "Vəsiqə alır.",
            [
                "2.1. Arıçı:",
                "1) bildirir;",
                "2) xəbər verir:",
                "a) dərhal;",
                "b) yazılı.",
                "2.2. Vəsiqə alır.",
            ],
        ),
        (
            RUSSIAN,
            RUSSIAN_LAW,
            "Получает удостоверение.",
            ["1. Смотритель:", "1) сообщает;", "2) хранит.", "2. Получает удостоверение."],
        ),
    ],
)
def test_the_points_go_below_the_text_that_gets_a_number(scheme, law, new, wanted):
    tree = scheme.parse(law).tree
    operation = completed(tree, Operation(Op.RENUMBER_AND_ADD, "2", new=new), scheme)
    after = execute(tree, [operation], scheme)
    printed = scheme.render(after)
    assert [line for line in printed.split("\n") if line in wanted] == wanted
    read = scheme.parse(printed).tree
    assert [(each.kind, each.number, each.eid) for each in after] == [
        (each.kind, each.number, each.eid) for each in read
    ]


def test_an_annex_without_a_number_is_given_one_and_named_where_it_has_no_text():
    elements = (
        Element("n", Kind.ANNEX, "", "annex_nn-1"),
        Element("p", Kind.PART, "1", "annex_nn-1__para_1", text="Words.", parent="n"),
    )
    given = Operation(Op.RENUMBER_AND_ADD, "annex", children=(NewElement("annex 1"),))
    assert [(e.number, e.eid) for e in execute(Tree(elements), [given])] == [
        ("1", "annex_1"),
        ("1", "annex_1__para_1"),
    ]
    with pytest.raises(Refused, match=r"^annex has no text of its own"):
        execute(Tree(elements), [Operation(Op.RENUMBER_AND_ADD, "annex")])


CHAPTER = "ACT\nCHAPTER 1\nGENERAL\n\nArticle 1. Scope\n1.1. It applies:\n1.1.1. here;\n1.1.2. there.\n1.2. It stays.\n"
PARTED = "ACT\nArticle 1. Sale\n1. Honey is:\n1.1. raw;\n1.2. old.\n2. Wax is:\n2.1. new;\n2.2. old.\n"


@pytest.mark.parametrize(
    ("law", "target", "new", "numbers"),
    [
        (CHAPTER, "chapter 1", "chapter 7", ["7", "1", "1.1", "1.1.1", "1.1.2", "1.2"]),
        (CHAPTER, "1", "8", ["1", "8", "8.1", "8.1.1", "8.1.2", "8.2"]),
        (CHAPTER, "1.1", "1.7", ["1", "1", "1.2", "1.7", "1.7.1", "1.7.2"]),
        (PARTED, "1", "8", ["8", "1", "1.1", "1.2", "2", "2.1", "2.2"]),
        (PARTED, "1(2)", "1(3)", ["1", "1", "1.1", "1.2", "3", "3.1", "3.2"]),
    ],
)
def test_a_decimal_number_follows_the_provision_that_counts_it_and_no_chapter(law, target, new, numbers):
    tree = ENGLISH.parse(law).tree
    typed = Operation(Op.RENUMBER_AND_ADD, target, children=(NewElement(new),))
    after = execute(tree, [completed(tree, typed, ENGLISH)], ENGLISH)
    assert sorted(each.number for each in after if each.number) == sorted(numbers)
    read = ENGLISH.parse(ENGLISH.render(after)).tree
    assert [each.number for each in read] == [each.number for each in after]


def test_a_text_becomes_a_part_where_the_list_below_it_has_the_same_number():
    tree = ENGLISH.parse("ACT\nArticle 1. Sale\n1.1. Honey is sold.\n").tree
    item = Operation(
        Op.INSERT_ELEMENT, "1.1-1", new="Wax is:", children=(NewElement("1.1-1(1)", text="new."),)
    )
    after = execute(tree, [item, Operation(Op.RENUMBER_AND_ADD, "1.1-1", new="More.")], ENGLISH)
    assert len({each.key for each in after}) == len(after)
    assert [each.text for each in after if each.number and each.text] == [
        "Honey is sold.",
        "Wax is:",
        "new.",
        "More.",
    ]
