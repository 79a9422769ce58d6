"""New rows of a table whose rows stand in groups, and new provisions before the first one."""

from dataclasses import replace

import pytest

from amendments.importers import read_act
from amendments.importers.markup import Markup, TrackedEdit
from amendments.importers.printed_table import printed_table
from amendments.instructions.execute import execute
from amendments.markings.placed_changes import place
from amendments.markings.unplaced import other_text
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.tree import Kind, Tree
from amendments.renderers.word.word_file import as_word
from tests.amendments.markings.test_placed_changes import ACT, stored
from tests.amendments.renderers.word.documents import as_stored, text_document

ROWS = [
    ("No", "Kind", "Fee"),
    *(("5", "Boat", "1"), ("6", "Ship", ""), ("6.1", "small", "1"), ("6.8", "large", "2")),
    *(("7", "Raft", ""), ("7.1", "small", "3")),
]


def act(rows):
    table = "\n".join(printed_table([[[cell] for cell in row] for row in rows]))
    return f"Article 1. Scope\n\n1.1. The fees are:\n\n{table}\n\n1.2. Fees are paid at once.\n"


@pytest.mark.parametrize(
    ("before", "number", "group"), [("6.8", "6.9", "6"), ("7.1", "7.2", "7"), ("6.1", "6.1-1", "6")]
)
def test_a_new_row_of_a_group_comes_behind_its_rows(before, number, group):
    text = act(ROWS)
    base = ENGLISH.parse(text).tree
    line = next(f"{each}\n" for each in text.split("\n") if each.startswith(f"{before}\t"))
    at = text.index(line) + len(line)
    edit = TrackedEdit(at, at, f"{number}\tnew\t9\n", "Author A", "")
    found = place(Markup(text, (edit,)), base, base, ENGLISH)
    (change,) = found.changes
    (operation,) = change.operations
    assert (operation.target, operation.after) == (f"1.1 row {number}", f"1.1 row {before}")
    tree = execute(base, change.operations, ENGLISH)
    (new,) = [each for each in tree if each.number == number]
    assert tree.by_key[new.parent].number == group
    assert ENGLISH.render(tree) == text[:at] + edit.new + text[at:]


FLAT = ACT.replace("CHAPTER 1\nGENERAL PROVISIONS\n\n", "")
LETTERS = "Article 1. Scope\n1.1. This Law applies to:\n(a) boats;\n(b) ships.\n1.2. It is short.\n"


def before_first(text, old, new):
    base = ENGLISH.parse(text).tree
    edit = TrackedEdit(text.index(old), text.index(old), new, "Author A", "")
    return base, place(Markup(text, (edit,)), base, base, ENGLISH)


@pytest.mark.parametrize("text", [ACT, FLAT])
def test_an_article_before_the_first_one_is_an_article_where_its_number_says_so(text):
    new = "Article 0-1. Aim\nThis Law helps.\n\n"
    base, found = before_first(text, "Article 1. Scope", new)
    (change,) = found.changes
    (operation,) = change.operations
    assert (operation.target, operation.after) == ("0-1", "")
    tree = execute(base, change.operations, ENGLISH)
    assert [each.number for each in tree.of_kind(Kind.ARTICLE)] == ["0-1", "1", "2"]
    assert ENGLISH.render(tree).split() == text.replace("Article 1. Scope", f"{new}Article 1. Scope").split()


@pytest.mark.parametrize(
    ("text", "old", "new", "number"),
    [
        (ACT, "Article 1. Scope", "Article 1-1. Aim\nThis Law helps.\n\n", "1-1"),
        (FLAT, "Article 1. Scope", "Article 1-1. Aim\nThis Law helps.\n\n", "1-1"),
        (LETTERS, "(a) boats", "(a-1) canoes;\n", "a-1"),
    ],
)
def test_what_its_number_does_not_set_before_the_first_one_is_left_with_what_to_do(text, old, new, number):
    _base, found = before_first(text, old, new)
    assert found.changes == []
    (left,) = found.left
    assert str(left.why).startswith(f"By its number, {number} does not come before ")


CHAPTERS = ACT + "\nCHAPTER 2\nFARES\n\nArticle 3. Rates\nText.\n"


@pytest.mark.parametrize(
    ("text", "old", "new", "said"),
    [
        (CHAPTERS, "Article 3. Rates", "Article 2-1. Aim\nThis Law helps.\n\n", ("2-1", "chapter 2")),
        (LETTERS, "(a) boats", "(a-0) canoes;\n", ("1.1(a-0)", "1.1")),
    ],
)
def test_what_is_new_below_a_heading_stands_first_in_what_holds_it(text, old, new, said):
    base, found = before_first(text, old, new)
    ((operation,),) = [change.operations for change in found.changes]
    assert (operation.target, operation.after) == said
    assert ENGLISH.render(execute(base, [operation], ENGLISH)).split() == text.replace(old, new + old).split()


def test_a_first_chapter_that_would_take_the_articles_is_listed():
    _base, found = before_first(FLAT, "Article 1. Scope", "CHAPTER 1\nGENERAL PROVISIONS\n\n")
    assert found.changes == []
    assert [each.why for each in found.left] == [other_text()]


def test_one_line_of_many_that_takes_others_from_theirs_is_listed_alone():
    text = ACT + "".join(f"2.{number}. Fare number {number}.\n" for number in range(3, 40))
    base = stored(text)
    lines = [(f"Fare number {n}.\n", f"2.{n}-1. Another fare {n}.\n") for n in range(3, 40)]
    marked = [
        (text.index(above) + len(above), typed)
        for above, typed in [("rafts.\n", "CHAPTER 2\nFARES\n"), *lines]
    ]
    edits = [TrackedEdit(at, at, typed, "Author A", "") for at, typed in marked]
    placing = place(Markup(text, tuple(edits)), base, base, ENGLISH)
    assert [each.new for each in placing.left] == ["CHAPTER 2\nFARES\n"]
    assert [each.operations[0].target for each in placing.changes] == [f"2.{n}-1" for n in range(3, 40)]


LAMPS = "Lamps Act\n1. A lamp is lit.\n2. (1) A lamp is yellow.\n(2) A lamp shall:\n(a) burn;\n(b) shine.\n3. It is in force.\n"


@pytest.mark.parametrize(
    ("at", "old", "new", "target"),
    [
        ("lamp is ", "lit", "dark", "1"),
        ("lamp is ", "yellow", "green", "2(1)"),
        ("shine.", "", "\n(3) A lamp is red.", "2(3)"),
        ("in force.", "", "\n4. Lamps are old.", "4"),
    ],
)
def test_a_mark_is_placed_in_an_act_that_prints_the_first_part_beside_its_article(at, old, new, target):
    tree = stored(LAMPS)
    base = Tree([replace(each, layout=form.layout) for each, form in zip(tree, as_stored(tree), strict=True)])
    text = read_act("act.docx", as_word(text_document(base, "en")))
    start = text.index(f"{at}{old}") + len(at)
    found = place(Markup(text, (TrackedEdit(start, start + len(old), new, "A", ""),)), base, base, ENGLISH)
    assert found.left == []
    assert [each.target for change in found.changes for each in change.operations] == [target]
