"""Items with capital letters, of which C, D and I are no Roman numerals."""

import pytest

from amendments.instructions.execute import execute
from amendments.instructions.operations import Op, Operation
from amendments.provisions.english_scheme import ENGLISH


@pytest.mark.parametrize(
    ("items", "new", "before"),
    [
        ("ABCD", "E", "D"),
        ("CD", "E", "D"),
        ("ABC", "D", "C"),
        ("ABCDEFGHI", "J", "I"),
        ("ABD", "C", "B"),
        (["I", "II", "III", "IV"], "V", "IV"),
        (["I", "V", "X"], "IX", "V"),
    ],
)
@pytest.mark.parametrize("form", ["{})", "({})"])
def test_a_new_item_stands_where_its_list_counts_it(items, new, before, form):
    lines = "".join(f"{form.format(each)} word {each};\n" for each in items)
    tree = ENGLISH.parse(f"Article 1. A\n1. One.\n2. Open:\n{lines}").tree
    target = f"1(2)({new})"
    after = execute(tree, [Operation(Op.INSERT_ELEMENT, target, new="new", creates={target: "k"})], ENGLISH)
    assert after.by_key[after.before(after.by_key["k"])].text == f"word {before};"
