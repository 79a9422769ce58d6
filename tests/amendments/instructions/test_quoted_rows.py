"""Rows that an amending act brings are cells of a table, in every format, and not words in a line."""

import io
import zipfile

import pytest

from amendments.instructions.amending_act import (
    ActPart,
    ActToWord,
    NamedAct,
    act_frame_of,
    amending_act,
    law_lines,
)
from amendments.instructions.operations import from_json
from amendments.plugins.registry import wording_for
from amendments.renderers.paper.documents import AmendingActDocument, paper_elements
from amendments.renderers.paper.table_rows import cells_of_rows
from amendments.renderers.pdf.pdf_content import line_content
from amendments.renderers.word.word_act import as_word_act
from tests.amendments.renderers.word.documents import document, scheme_of

TEXT = """Law on Ferries
Article 1. Fares
1.1. The fares are:
{table}
1.2. Children pay nothing."""
NUMBERED = "No\tKind\tFee\n1\tAdult\t5\n2\tDog\t7"
LETTERED = "Kind\tFee\na) Adult\t5\nb) Dog\t7"
ROW = {"op": "insert_element", "target": "1.1 row 2", "new": "Dog\t7"}


def rows_of(table):
    tree = scheme_of("en").parse(TEXT.format(table=table)).tree
    return cells_of_rows(list(paper_elements(tree, scheme_of("en"), "en")))


def law_of(operation, rows, language="en"):
    wording = wording_for("az" if language == "az" else "", language)
    named = NamedAct("Law on Ferries", language, "law")
    acts = [ActToWord(named, (from_json(operation),), "az", language, (wording,), rows)]
    return amending_act(("Changes", language), acts, act_frame_of(wording), language, str)


def instruction(operation, rows, language="en"):
    """The lines of the only instruction: words, or the cells of rows."""
    parts = (ActPart.INSTRUCTION, ActPart.QUOTED, ActPart.ROWS)
    lines = law_lines(law_of(operation, rows, language))
    return [line.rows or line.words for line in lines if line.part in parts]


@pytest.mark.parametrize(
    ("language", "order", "opening", "end"),
    [
        ("en", "The following row 2 of Article 1.1 shall be inserted:", "“", "”."),
        ("az", "1.1-ci maddəyə aşağıdakı məzmunda 2-ci sətir əlavə edilsin:", "“", "”."),
    ],
)
def test_a_row_stands_below_the_order_as_the_act_prints_it(language, order, opening, end):
    assert instruction(ROW, rows_of(NUMBERED), language) == [
        order,
        ((f"{opening}2", "Dog", f"7{end}"),),
    ]


def test_a_number_stays_before_the_words_where_the_act_prints_it_there():
    rows = {"b. Dog\t7": ("b) Dog", "7")}
    operation = {**ROW, "target": "1.1 row b"}
    assert instruction(operation, rows)[1:] == [(("“b) Dog", "7”."),)]


def test_a_row_that_the_new_text_does_not_have_is_cut_at_its_cells():
    assert instruction(ROW, {})[1:] == [(("“2. Dog", "7”."),)]


def test_a_row_that_begins_like_another_is_not_taken_for_it():
    assert instruction({**ROW, "new": "Dog\t71"}, rows_of(NUMBERED))[1:] == [(("“2. Dog", "71”."),)]


def test_words_around_the_rows_stay_paragraphs():
    operation = {
        "op": "insert_element",
        "target": "1.3",
        "new": "The fees are:\nKind\tFee\nDog\t7\nThey are paid.",
    }
    _order, first, rows, last = instruction(operation, {})
    assert first == "“1.3. The fees are:"
    assert rows == (("Kind", "Fee"), ("Dog", "7"))
    assert last.startswith("They are paid.")


def test_words_over_the_border_of_two_cells_stay_in_the_sentence():
    operation = {"op": "replace_words", "target": "1.1 row 2", "old": "Dog\t7", "new": "Dog\t8"}
    (said,) = instruction(operation, rows_of(NUMBERED))
    assert "“Dog\t7”" in said


def test_paper_has_the_table():
    law = law_of(ROW, rows_of(NUMBERED))
    (line,) = (each for each in law_lines(law) if each.rows)
    table = line_content(line)
    assert table["kind"] == "table"
    assert [["".join(run[1][0] for run in cell["lines"][0]) for cell in row] for row in table["rows"]] == [
        ["“2", "Dog", "7”."]
    ]
    content = as_word_act(document(((), "en"), kind=AmendingActDocument, law=law))
    written = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    assert written.count("<w:tc>") == 3
    assert "<w:tab/>" not in written


def test_the_tables_that_laws_print_say_where_the_numbers_stand():
    assert rows_of(NUMBERED)["2. Dog\t7"] == ("2", "Dog", "7")
