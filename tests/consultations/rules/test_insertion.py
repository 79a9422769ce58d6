import pytest

from amendments.instructions.execute import execute
from amendments.instructions.operations import Op
from amendments.provisions.schemes import ENGLISH, RUSSIAN
from consultations.rules.insertion import insertion
from consultations.rules.proposed import read_proposed

DECIMAL = """Article 1. Scope
1.1. This Law applies to ferries.
1.2. This Law does not apply to:
1.2.1. rowing boats;
1.2.2. rafts.

Article 2. Fares
2.1. The fare is 10 coins.
"""
LOCAL = """Статья 1. Паромы
1. Настоящий Закон применяется к паромам.
2. Настоящий Закон не применяется:
1) к лодкам;
2) к плотам.

Статья 2. Плата
1. Плата составляет 10 монет.
2. Дети не платят.
"""


def inserted(text, scheme, under, proposed, place=0):
    tree = scheme.parse(text).tree
    commented = [each for each in tree if each.number == under][place]
    read = read_proposed(proposed, commented.number, commented.text, scheme)
    operation = insertion(tree, commented, read.provisions, scheme)
    return operation, scheme.render(execute(tree, [operation]))


@pytest.mark.parametrize(
    ("under", "proposed", "op", "target", "printed"),
    [
        (
            "2.1",
            "2.2. Children travel free.",
            Op.INSERT_ELEMENT,
            "2.2",
            "10 coins.\n2.2. Children travel free.\n",
        ),
        ("1.1", "2-1. Children travel free.", Op.INSERT_ELEMENT, "2-1", "Article 2-1"),
        (
            "1.2.1",
            "1.2.1-1. kayaks;",
            Op.INSERT_ELEMENT,
            "1.2.1-1",
            "boats;\n1.2.1-1. kayaks;\n1.2.2. rafts.",
        ),
        ("1.2", "1.2.3. kayaks.", Op.APPEND_ELEMENT, "1.2.3", "1.2.2. rafts;\n1.2.3. kayaks."),
        (
            "2",
            "Article 2-1. Children\n2-1.1. They travel free.\n2-1.2. They are accompanied.",
            Op.INSERT_ELEMENT,
            "2-1",
            "Article 2-1. Children\n2-1.1. They travel free.\n2-1.2. They are accompanied.",
        ),
    ],
)
def test_a_number_says_where_a_provision_stands(under, proposed, op, target, printed):
    operation, text = inserted(DECIMAL, ENGLISH, under, proposed)
    assert (operation.op, operation.target) == (op, target)
    assert printed in text


@pytest.mark.parametrize(
    ("under", "place", "proposed", "target", "printed"),
    [
        (
            "2",
            2,
            "3. Инвалиды не платят.",
            "2(3)",
            "не платят.\n3. Инвалиды",
        ),  # on article 2
        ("1", 2, "3) к каякам.", "1(2)(3)", "2) к плотам;\n3) к каякам."),
        ("2", 3, "3. Инвалиды не платят.", "2(3)", "не платят.\n3. Инвалиды"),
        ("1", 0, "Статья 1-1. Лодки\n1. Текст.\n2. Ещё.", "1-1", "Статья 1-1. Лодки\n1. Текст.\n2. Ещё."),
    ],
)
def test_a_bare_number_counts_beside_the_commented_provision_or_in_it(
    under, place, proposed, target, printed
):
    operation, text = inserted(LOCAL, RUSSIAN, under, proposed, place)
    assert operation.target == target
    assert printed in text


def test_a_number_that_has_no_place_is_left_for_the_execution_to_refuse():
    tree = ENGLISH.parse(DECIMAL).tree
    commented = tree.elements[1]
    read = read_proposed("7.2.1. kayaks.", commented.number, commented.text, ENGLISH)
    assert insertion(tree, commented, read.provisions, ENGLISH).op is Op.INSERT_ELEMENT


@pytest.mark.parametrize(
    ("text", "scheme", "article"), [(DECIMAL, ENGLISH, "Article"), (LOCAL, RUSSIAN, "Статья")]
)
@pytest.mark.parametrize(
    "lines", ["1) x;\n2) y.", "(1) x;\n(2) y.", "a) x;\nb) y.", "(a) x;\n(b) y.", "1. x;\n2. y."]
)
def test_the_parts_of_a_new_article_keep_the_labels_that_were_typed(text, scheme, article, lines):
    __, printed = inserted(text, scheme, "2", f"{article} 2-1. X\n{lines}")
    assert printed.endswith(f"{article} 2-1. X\n{lines}\n")
