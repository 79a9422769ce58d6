"""The comparative table as a Word file: what changes, old on the left and new on the right."""

from dataclasses import replace

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from amendments.provisions.tree import Element, Kind, Tree
from amendments.renderers.paper.documents import ComparisonDocument, TableWords
from amendments.renderers.word.word_table import as_word_table
from tests.amendments.renderers.word.documents import document
from tests.amendments.renderers.word.test_tracked import BEFORE, TABLE, items, keyed, parsed
from tests.amendments.renderers.word.test_word_file import opened
from tests.tables_of_strangers import act_with_table

WORDS = TableWords(
    before="Current text",
    after="Proposed text",
    moved="moved",
    same="The two texts are the same.",
    renumbered="was %(other)s",
)
REPEALED = {"repealed": "Repealed; the number stays.", "repealed_note": "Repealed."}


def compared_document(before, after):
    found = document((items(before, after, "en"), "en"), kind=ComparisonDocument)
    return replace(found, acts=tuple(replace(act, table=WORDS, **REPEALED) for act in found.acts))


def rows(before, after):
    (table,) = opened(as_word_table(compared_document(before, after))).tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_a_repealed_note_has_no_number_that_stays():
    before = parsed("LAW\nOn Ferries\n\nArticle 1. Scope\n1.1. Ferries.\nNote: Rafts too.\n")
    after = Tree([replace(e, text="", repealed=True) if e.kind is Kind.NOTE else e for e in before])
    assert rows(before, after)[-1] == ["Note: Rafts too.", "Note:\nRepealed."]


def looks(run):
    return (bool(run.font.strike), bool(run.font.underline))


def test_what_changes_stands_below_its_article_old_on_the_left_and_new_on_the_right():
    after = parsed(BEFORE.replace("10 coins", "12 coins").replace("1.3. Dogs pay half.\n", ""))
    assert rows(parsed(BEFORE), after) == [
        ["Current text", "Proposed text"],
        ["Article 1. Fares", "Article 1. Fares"],  # one cell over both columns
        ["1.1. The fare is 10 coins.", "1.1. The fare is 12 coins."],
        ["1.3. Dogs pay half.", "—"],
    ]


def test_the_page_is_landscape_and_the_row_of_the_captions_is_on_each():
    found = opened(as_word_table(compared_document(parsed(BEFORE), parsed(BEFORE.replace("10", "12")))))
    assert found.sections[0].orientation == WD_ORIENT.LANDSCAPE
    assert found.sections[0].page_width > found.sections[0].page_height
    first, *others = found.tables[0].rows
    assert first._tr.find(f".//{qn('w:tblHeader')}") is not None
    assert all(row._tr.find(f".//{qn('w:tblHeader')}") is None for row in others)


def test_the_name_of_an_article_stays_with_what_changes_in_it():
    found = opened(as_word_table(compared_document(parsed(BEFORE), parsed(BEFORE.replace("10", "12")))))
    assert [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in found.tables[0].rows] == [
        None,
        True,
        None,
    ]


def test_what_goes_is_struck_and_what_comes_is_underlined_without_any_colour():
    found = opened(
        as_word_table(compared_document(parsed(BEFORE), parsed(BEFORE.replace("10 coins", "12 coins"))))
    )
    left, right = found.tables[0].rows[2].cells
    assert [(run.text, looks(run)) for run in left.paragraphs[0].runs][1] == ("10", (True, False))
    assert [(run.text, looks(run)) for run in right.paragraphs[0].runs][1] == ("12", (False, True))


def test_a_repealed_provision_says_so_and_a_moved_one_where_it_is():
    words = "The crew may refuse passengers who carry dangerous goods on board of a ferry."
    before = keyed(
        ("a", Kind.PART, "1", words), ("b", Kind.PART, "2", "Two is two."), ("c", Kind.PART, "3", "Three.")
    )
    moved = keyed(
        ("b", Kind.PART, "2", "Two is two."), ("c", Kind.PART, "3", "Three."), ("a", Kind.PART, "4", words)
    )
    assert rows(before, moved)[1:] == [[f"1. {words}", "moved: 4"], ["moved: 1", f"4. {words}"]]
    gone = Tree([replace(each, text="", repealed=True) if each.key == "b" else each for each in before])
    assert rows(before, gone)[1:] == [["2. Two is two.", "2.\nRepealed; the number stays."]]


def test_a_renumbered_provision_says_which_number_it_had():
    before = keyed(("a", Kind.PART, "1", "One is one."), ("b", Kind.PART, "2", "Two is two."))
    after = keyed(("a", Kind.PART, "1", "One is one."), ("b", Kind.PART, "3", "Two is two."))
    assert rows(before, after)[1:] == [["2. Two is two.", "3. Two is two.\nwas 2"]]


def test_a_row_of_a_table_is_a_row_in_its_cell():
    before, after = parsed(TABLE), parsed(TABLE.replace("15 coins", "16 coins"))
    (table,) = opened(as_word_table(compared_document(before, after))).tables
    inner = [cell.tables[0].rows[0].cells for cell in table.rows[2].cells]
    assert [[cell.text for cell in row] for row in inner] == [
        ["2.", "Return", "15 coins"],
        ["2.", "Return", "16 coins"],
    ]


TABLE_OF_A_STRANGER = act_with_table("Article {}.")


def inner_rows(*changes):
    """Of the one changed provision, on the left and on the right, the words of each cell and its columns."""
    after = TABLE_OF_A_STRANGER
    for old, new in changes:
        after = after.replace(old, new)
    document = compared_document(parsed(TABLE_OF_A_STRANGER), parsed(after))
    (table,) = opened(as_word_table(document)).tables
    sides = (cell.tables[0]._tbl.tr_lst for cell in table.rows[2].cells)
    return [[[(_words(cell), cell.grid_span) for cell in row.tc_lst] for row in side] for side in sides]


def _words(cell):
    return "".join(each.text or "" for each in cell.iter(qn("w:t")))


def test_of_rows_without_numbers_the_changed_ones_are_compared_and_a_line_over_all_columns_is_one_cell():
    fine = [("Article 5.", 1), ("Fine", 1)]
    assert inner_rows(("120", "150")) == [[[*fine, ("120", 1)]], [[*fine, ("150", 1)]]]
    assert inner_rows(("120", "150"), ("per day", "per hour"))[1] == [
        [*fine, ("150", 1)],
        [("NOTE: fees are per hour", 3)],
    ]


def test_paragraphs_that_become_one_are_two_on_the_left_and_one_on_the_right():
    one = Tree([Element("a", Kind.PART, "1", "p", "", "First words stand here.\nSecond words stand here.")])
    two = Tree([Element("a", Kind.PART, "1", "p", "", "First words stand here. Second words stand here.")])
    assert rows(one, two)[1:] == [
        [
            "1. First words stand here.\nSecond words stand here.",
            "1. First words stand here. Second words stand here.",
        ]
    ]


def test_two_equal_texts_have_no_table_but_a_sentence():
    found = opened(as_word_table(compared_document(parsed(BEFORE), parsed(BEFORE))))
    assert (found.tables, found.paragraphs[0].text) == ([], WORDS.same)


def test_what_should_say_nothing_of_the_columns_is_no_comparison():
    found = document((items(parsed(BEFORE), parsed(TABLE), "en"), "en"), kind=ComparisonDocument)
    with pytest.raises(LookupError):
        as_word_table(found)
