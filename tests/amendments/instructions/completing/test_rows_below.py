"""A row that is typed with the words of an annex becomes a row of its table, and no paragraph with bars."""

import pytest

from amendments.instructions.completing.rows_below import parted_rows, with_rows
from amendments.instructions.completing.typed_lines import with_provisions_below
from amendments.instructions.derive import derive
from amendments.instructions.execution.tree_edits import with_text
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op
from amendments.instructions.touches import named
from amendments.plugins.registry import scheme_for
from amendments.provisions.tree import Kind

ACTS = {
    "az": (
        "az",
        "Maddə 1. Rüsum\n1.1. Bir.\n\nƏlavə\nDərəcələr\n№ | Gəmi | Manat\n1 | Qayıq | 5\n2 | Yaxta | 40\n",
    ),
    "ru": (
        "",
        "Статья 1. Сбор\n1. Раз.\n\nПриложение\nРазмеры\n№ | Судно | Монет\n1 | Лодка | 5\n2 | Яхта | 40\n",
    ),
    "en": ("", "Article 1. Fee\n1. One.\n\nAnnex\nFees\nNo. | Ship | Coins\n1 | Boat | 5\n2 | Yacht | 40\n"),
}


def edited(language, words, change=lambda act: act):
    country, text = ACTS[language]
    scheme = scheme_for(country, language)
    tree = scheme.parse(change(text)).tree
    annex = named(tree, "annex")
    new, rows = parted_rows(tree, with_text(annex, "text", f"{annex.text}\n{words}".strip()))
    after = with_rows(with_provisions_below(tree, new, scheme), annex, rows, scheme)
    return derive(tree, after), after


@pytest.mark.parametrize("typed", ["3 | x | 50", "3. | x | 50", "| 3 | x | 50 |"])
@pytest.mark.parametrize("language", ACTS)
def test_a_row_that_is_typed_below_a_table_is_a_row_of_it(language, typed):
    [operation], after = edited(language, typed)
    assert (operation.op, operation.target, operation.new) == (Op.INSERT_ELEMENT, "annex row 3", "x\t50")
    assert [each.number for each in after if each.kind is Kind.ROW] == ["1", "2", "3"]


@pytest.mark.parametrize("language", ACTS)
def test_words_that_are_typed_with_rows_stay_words(language):
    words, rows = edited(language, "x y.\n3 | x | 50\n4 | y | 60")[0]
    assert words.new == "x y."
    assert [words.new, rows.target, *(each.number for each in rows.children)] == [
        "x y.",
        "annex row 3",
        "annex row 4",
    ]


@pytest.mark.parametrize(
    ("typed", "code"),
    [("x | 50", "uncertain_row"), ("2 | x | 50", "target_exists"), ("3 | a | b | c", "wide_row")],
)
@pytest.mark.parametrize("language", ACTS)
def test_a_line_that_can_be_no_new_row_is_refused(language, typed, code):
    with pytest.raises(Refused) as refused:
        edited(language, typed)
    assert refused.value.code == code


def test_a_bar_where_no_table_stands_is_kept():
    [operation], _after = edited("en", "x | y", lambda act: act.partition("No.")[0])
    assert operation.new == "x | y"


def of_a_row(language, words):
    """The words typed behind those of row 2 on its own screen."""
    country, text = ACTS[language]
    scheme = scheme_for(country, language)
    tree = scheme.parse(text).tree
    row = named(tree, "annex row 2")
    new, rows = parted_rows(tree, with_text(row, "text", row.text + "\n" + words.replace(" | ", "\t")))
    after = with_rows(with_provisions_below(tree, new, scheme), row, rows, scheme)
    return derive(tree, after)


@pytest.mark.parametrize("language", ACTS)
def test_a_row_that_is_typed_on_the_screen_of_another_row_is_a_row_of_the_table(language):
    [operation] = of_a_row(language, "3 | x | 50")
    assert (operation.op, operation.target, operation.new) == (Op.INSERT_ELEMENT, "annex row 3", "x\t50")
    with pytest.raises(Refused, match="1"):
        of_a_row(language, "1 | x | 50")


@pytest.mark.parametrize("words", ["x y", "3 x", "x | y | 50", "3 | x"])
@pytest.mark.parametrize("language", ACTS)
def test_further_lines_of_a_cell_stay_in_it(language, words):
    operations = of_a_row(language, words)
    assert all(each.target == "annex row 2" for each in operations)
