"""Where new provisions stand in acts that are read otherwise than they count: lists that begin anew, bare numbers."""

import pytest

from amendments.instructions.completing.completed import completed
from amendments.instructions.execute import execute
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, Operation
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from amendments.provisions.tree import Kind
from amendments.text.refusals import explain

DOTTED = """Article 6. Bonds
1. They are sold.
2. The amount is:
(a) for a child who:
(i) is small;
(ii) is great;
(b) for others.
2.4. It is paid:
(a) once;
(b) in coins.
"""


@pytest.mark.parametrize("after", ["", "6(2)(a)(ii)"])
def test_of_two_points_named_alike_the_one_with_a_list_is_meant(after):
    tree = ENGLISH.parse(DOTTED).tree
    new = Operation(Op.INSERT_ELEMENT, target="6(2)(a)(iii)", after=after, new="is new;")
    (added,) = [each for each in execute(tree, [new], ENGLISH) if each.key not in tree.by_key]
    assert (added.eid, added.number) == ("art_6__para_2__subpara_a__point_iii", "iii")


def test_a_new_item_of_one_of_two_points_without_a_list_is_refused_by_the_name_of_these():
    new = Operation(Op.INSERT_ELEMENT, target="6(2)(b)(i)", new="is new;")
    with pytest.raises(Refused) as refusal:
        execute(ENGLISH.parse(DOTTED).tree, [new], ENGLISH)
    assert explain(refusal.value, new).startswith("“6(2)(b)” names 2 provisions")


BARE = "ЗАКОН\n1. Мёд продают.\n2. Соты:\n1) одни;\n2) другие.\n3. Пчёлы.\n\nПриложение\nПорядок\n1. Общее.\n2. Иное.\n"


@pytest.mark.parametrize(("number", "before"), [("4", "3"), ("2-1", "2"), ("0-1", "")])
def test_articles_printed_as_bare_numbers_take_a_new_one_beside_them(number, before):
    tree = RUSSIAN.parse(BARE).tree
    typed = Operation(Op.INSERT_ELEMENT, target=number, new="Новая.")
    after = execute(tree, [completed(tree, typed, RUSSIAN)], RUSSIAN)
    assert f"\n{number}. Новая." in RUSSIAN.render(after)
    read = RUSSIAN.parse(RUSSIAN.render(after)).tree
    assert [(e.kind, e.number, e.eid) for e in read] == [(e.kind, e.number, e.eid) for e in after]
    own = [each.number for each in after.of_kind(Kind.PART) if each.parent == ""]
    assert (own[own.index(number) - 1] if own.index(number) else "") == before
