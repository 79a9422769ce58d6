"""Lists that count ё and й, which most Russian lists leave out."""

import pytest

from amendments.instructions.completing.completed import completed
from amendments.instructions.execute import execute
from amendments.instructions.execution.tree_edits import locate
from amendments.instructions.operations import from_json
from amendments.provisions.russian_scheme import RUSSIAN


def act(letters, label="{})"):
    lines = "\n".join(f"{label.format(letter)} пункт {letter};" for letter in letters)
    return f"Статья 1. Раз\n1. Список:\n{lines}\n2. Два.\n"


@pytest.mark.parametrize(
    "letters", ["абвгдеёж", "абвгдежзийк", "абвгдеёжзийкл", "абвгдежзикл", "АБВГДЕЁЖЗИЙК"]
)
@pytest.mark.parametrize("label", ["{})", "({})"])
def test_each_letter_is_an_item_of_the_list(letters, label):
    text = act(letters, label)
    tree = RUSSIAN.parse(text).tree
    items = tree.children("art_1__para_1")
    assert [each.number for each in items] == [*letters]
    assert {each.text for each in items} == {f"пункт {letter};" for letter in letters}
    assert RUSSIAN.render(tree) == text
    assert locate(tree, f"1(1)({letters[-2]})") is items[-2]


@pytest.mark.parametrize(("letters", "new"), [("абвгдеж", "ё"), ("абвгдежзик", "й")])
def test_a_new_one_stands_between_its_neighbours(letters, new):
    tree = RUSSIAN.parse(act(letters)).tree
    operation = from_json({"op": "insert_element", "target": f"1(1)({new})", "new": "пункт."})
    after = execute(tree, [operation], RUSSIAN)
    assert [each.number for each in after.children("art_1__para_1")] == sorted(
        [*letters, new], key="абвгдеёжзийк".index
    )
    assert RUSSIAN.render(RUSSIAN.parse(RUSSIAN.render(after)).tree) == RUSSIAN.render(after)


def test_a_restatement_brings_them_as_items():
    tree = RUSSIAN.parse(act("аб")).tree
    lines = "\n".join(f"{letter}) пункт." for letter in "абвгдеёжзий")
    operation = completed(
        tree, from_json({"op": "restate", "target": "1(1)", "new": f"Список:\n{lines}"}), RUSSIAN
    )
    assert [each.number for each in operation.children] == [f"1(1)({letter})" for letter in "абвгдеёжзий"]
