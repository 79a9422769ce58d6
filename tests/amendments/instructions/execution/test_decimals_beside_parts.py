"""A new decimal of an article beside parts of which some have decimals of their own: 4.4 beside 1, 1.1, 2, 3 and 5."""

import pytest

from amendments.instructions.execute import execute
from amendments.instructions.operations import Op, Operation
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from azerbaijan.schemes import SCHEMES

ARTICLES = {ENGLISH: "Article", RUSSIAN: "Статья", SCHEMES[0]: "Maddə"}


@pytest.mark.parametrize("scheme", ARTICLES)
@pytest.mark.parametrize("article", ["4", "4-1"])
@pytest.mark.parametrize(
    ("numbers", "new", "before"),
    [
        (["1", "1.1", "2", "3", "5"], "4", "3"),
        (["1", "2", "2.1", "3", "5"], "4", "3"),
        (["1", "2", "3", "3.1", "5"], "4", "3.1"),
        (["1", "1.1", "2", "3"], "4", "3"),
        (["{}.1", "{}.2", "{}.5"], "4", "{}.2"),
    ],
)
def test_a_decimal_stands_where_its_number_is_counted(scheme, article, numbers, new, before):
    printed = [number.format(article) for number in numbers]
    words = "".join(f"{number}. Wax {place}.\n" for place, number in enumerate(printed))
    tree = scheme.parse(f"{ARTICLES[scheme]} {article}. Fees\n{words}").tree
    target = f"{article}.{new}"
    after = execute(tree, [Operation(Op.INSERT_ELEMENT, target, new="New.", creates={target: "new"})], scheme)
    stands = after.by_key[after.before(after.by_key["new"])]
    assert stands.text == f"Wax {printed.index(before.format(article))}."


@pytest.mark.parametrize("scheme", ARTICLES)
@pytest.mark.parametrize("parts", ["1. a\n2. b\n5.1. c\n", "1. a\n1.1. b\n5.1. c\n"])
def test_a_decimal_that_goes_on_from_a_part_is_printed_as_it_was_typed(scheme, parts):
    tree = scheme.parse(f"{ARTICLES[scheme]} 5. Fees\n{parts}").tree
    after = execute(tree, [Operation(Op.INSERT_ELEMENT, "5(3.1)", new="New.")], scheme)
    assert "\n3.1. New.\n" in f"{scheme.render(after)}\n"
