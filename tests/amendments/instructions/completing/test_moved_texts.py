"""The text of an article that becomes its first part."""

import pytest

from amendments.instructions.completing.completed import completed
from amendments.instructions.execute import execute
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.provisions.russian_scheme import RUSSIAN
from azerbaijan.schemes import SCHEMES

PARTS = "Статья 1. Сфера\n1. Закон применяется.\n2. Он обязателен.\n\nСтатья 8. Тариф\nТариф утверждается.\n"
DECIMAL = (
    "Maddə 1. Əhatə\n1.1. Qanun tətbiq edilir.\n1.2. Məcburidir.\n\nMaddə 8. Tarif\nTarif təsdiq edilir.\n"
)


def worded(scheme, text, **words):
    tree = scheme.parse(text).tree
    operation = completed(tree, Operation(Op.RENUMBER_AND_ADD, "8", **words), scheme)
    return scheme.render(execute(tree, [operation], scheme)).split("\n")[-4:-1]


@pytest.mark.parametrize("typed", ["Публикация обязательна.", "2. Публикация обязательна."])
def test_it_is_numbered_as_the_act_numbers_its_parts(typed):
    wanted = ["Статья 8. Тариф", "1. Тариф утверждается.", "2. Публикация обязательна."]
    assert worded(RUSSIAN, PARTS, new=typed) == wanted
    assert worded(RUSSIAN, PARTS, children=(NewElement("8(2)", text=typed),)) == wanted


@pytest.mark.parametrize("typed", ["Dərc məcburidir.", "8.2. Dərc məcburidir."])
def test_in_an_act_of_decimal_parts_by_the_article(typed):
    wanted = ["Maddə 8. Tarif", "8.1. Tarif təsdiq edilir.", "8.2. Dərc məcburidir."]
    assert worded(SCHEMES[0], DECIMAL, new=typed) == wanted


def test_a_number_that_is_named_stays():
    named = (NewElement("8.1"), NewElement("8.2", text="Публикация обязательна."))
    assert worded(RUSSIAN, PARTS, children=named)[1].startswith("8.1")
