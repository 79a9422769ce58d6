"""Words of a provision that stand in a point below it too: they are said so that only those above are meant."""

from dataclasses import replace

import pytest

from amendments.instructions.derive import derive
from amendments.instructions.execute import execute
from amendments.instructions.operations import Op
from amendments.provisions.russian_scheme import RUSSIAN

RECURRING = "Статья 1. Сфера\n1. Хозяин животного:\nа) паспорт животного;\nб) билет.\n2. Всё.\n"


@pytest.mark.parametrize(
    ("wanted", "op", "quoted"),
    [
        ("Хозяин скота:", Op.REPLACE_WORDS, "Хозяин животного"),
        ("Хозяин животного или повозки:", Op.INSERT_AFTER, "Хозяин животного"),
        ("Владелец животного:", Op.REPLACE_WORDS, "Хозяин"),
    ],
)
def test_words_that_stand_in_a_point_too_are_quoted_with_those_beside_them(wanted, op, quoted):
    tree = RUSSIAN.parse(RECURRING).tree
    (part,) = [each for each in tree if each.text == "Хозяин животного:"]
    after = tree.changed([replace(part, text=wanted)])
    (operation,) = derive(tree, after)
    assert (operation.op, operation.old or operation.anchor) == (op, quoted)
    assert execute(tree, [operation]) == after


def test_words_that_stand_whole_in_a_point_too_are_changed_where_they_are_meant():
    tree = RUSSIAN.parse(RECURRING.replace("паспорт", "Хозяин")).tree
    (part,) = [each for each in tree if each.text == "Хозяин животного:"]
    after = tree.changed([replace(part, text="Хозяин скота:")])
    assert execute(tree, derive(tree, after)) == after
