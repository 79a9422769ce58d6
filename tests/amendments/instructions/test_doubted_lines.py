"""What is asked about numbers that are typed before the words of a provision, or before its list."""

import pytest

from amendments.instructions.drafting_checks import doubts, doubts_of_new, labelled_anew
from amendments.instructions.execute import execute
from amendments.instructions.operations import Op, Operation
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from azerbaijan.schemes import SCHEMES

NUMBERED = [
    (ENGLISH, "Article 3. Aims\nThe aims are:\n(1) light;\n(2) water.\n", "3", "3 order.", "(3)"),
    (RUSSIAN, "Статья 3. Цели\nЦели:\n1) свет;\n2) вода.\n", "3", "3 порядок.", "3)"),
    (SCHEMES[0], "Maddə 3. Məqsəd\n3.1. Məqsədlər:\n1) işıq;\n2) su.\n", "3.1", "3 nizam.", "3)"),
]


@pytest.mark.parametrize(("scheme", "text", "target", "line", "label"), NUMBERED)
def test_a_line_with_the_next_number_of_a_list_and_no_sign_is_doubted(scheme, text, target, line, label):
    tree = scheme.parse(text).tree
    (doubt,) = doubts(tree, Operation(Op.ADD_SENTENCE, target, level="paragraph:2", new=line))
    assert str(doubt).startswith(f"A new line of {target} begins with “3” and would stand before the list.")
    assert f"Write “{label}” if" in str(doubt)


@pytest.mark.parametrize(("scheme", "text", "target", "line", "label"), NUMBERED)
@pytest.mark.parametrize(
    ("number", "level"), [("2", "paragraph:2"), ("2026", "paragraph:2"), ("3", "sentence:2"), ("3", "")]
)
def test_another_figure_before_new_words_is_not_doubted(scheme, text, target, line, label, number, level):
    added = Operation(Op.ADD_SENTENCE, target, level=level, new=line.replace("3", number))
    assert not list(doubts(scheme.parse(text).tree, added))


@pytest.mark.parametrize(
    ("scheme", "text", "words"),
    [
        (ENGLISH, "Article 5. Riders\n1. Riders stop.\n2. Riders wait.\n", "Riders"),
        (RUSSIAN, "Статья 5. Велосипед\n1. Велосипедист ждёт.\n2. Велосипедист едет.\n", "Велосипедист"),
        (SCHEMES[0], "Maddə 5. Velosiped\n1. Sürücü gözləyir.\n2. Sürücü gedir.\n", "Sürücü"),
    ],
)
@pytest.mark.parametrize(
    ("typed", "says"), [("1 ", "begin with its number"), ("2) ", "begin with “2)”"), ("10 ", ""), ("", "")]
)
def test_a_number_that_is_inserted_before_the_words_of_a_part_is_said(scheme, text, words, typed, says):
    before = scheme.parse(text).tree
    inserted = Operation(Op.REPLACE_WORDS, "5(1)", old=words, new=f"{typed}{words} ")
    after = execute(before, [inserted], scheme)
    said = [str(each) for each in doubts_of_new(after, labelled_anew(before, after, after.by_key))]
    assert [says in each for each in said] == ([True] if says else [])


TABLES = [
    (ENGLISH, "Article 1. Fee\n1. One.\n\nAnnex\nFees\nNo. | Ship | Coins\n1 | Boat | 5\n2 | Yacht | 40\n"),
    (
        RUSSIAN,
        "Статья 1. Сбор\n1. Раз.\n\nПриложение\nСборы\n№ | Судно | Монет\n1 | Лодка | 5\n2 | Яхта | 40\n",
    ),
    (
        SCHEMES[0],
        "Maddə 1. Rüsum\n1.1. Bir.\n\nƏlavə\nRüsum\n№ | Gəmi | Manat\n1 | Qayıq | 5\n2 | Yaxta | 40\n",
    ),
]


@pytest.mark.parametrize(("scheme", "text"), TABLES)
@pytest.mark.parametrize(("cells", "is_said"), [("x", True), ("x\t50", False), ("x\t", False)])
def test_a_new_row_with_fewer_cells_than_all_the_others_is_said(scheme, text, cells, is_said):
    before = scheme.parse(text).tree
    after = execute(before, [Operation(Op.INSERT_ELEMENT, "annex row 3", new=cells)], scheme)
    said = [str(each) for each in doubts_of_new(after, set(after.by_key) - set(before.by_key))]
    assert [each.startswith("Cells of row 3, without its number: 1;") for each in said] == [True] * is_said


def test_a_new_row_of_a_table_whose_rows_differ_is_not_said():
    scheme, text = TABLES[0]
    before = scheme.parse(text.replace("1 | Boat | 5", "1 | Boats")).tree
    after = execute(before, [Operation(Op.INSERT_ELEMENT, "annex row 3", new="Ships")], scheme)
    assert not list(doubts_of_new(after, set(after.by_key) - set(before.by_key)))
