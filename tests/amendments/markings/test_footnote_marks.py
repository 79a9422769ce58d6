"""The mark of a footnote is never put into words of law: it is listed with its footnote."""

import pytest

from amendments.importers.markup import Markup, TrackedEdit
from amendments.markings.acts_in_file import head_of, parts_of
from amendments.markings.placed_changes import place
from amendments.provisions.english_scheme import ENGLISH
from amendments.text.saying import say
from tests.amendments.markings.test_placed_changes import ACT, BASE, behind, change, placed, said, stored
from tests.factories.several import BRIDGES

FARE = "The fare is 10 coins"
END = len(ACT)


def note(number, words):
    return TrackedEdit(END, END, f"[{number}] {words}\n", "Author B", "")


@pytest.mark.parametrize("mark", ["[1]", " [1]"])
def test_a_mark_that_comes_alone_is_listed_with_its_footnote(mark):
    found = placed(behind(FARE, mark), note(1, "Who pays?"))
    assert (found.changes, found.standing) == ([], [])
    (left,) = found.left
    assert (left.old, left.new, left.author) == ("", "[1] Who pays?", "Author B")
    assert "2.1. The fare is 10 coins." in say(left.why)


@pytest.mark.parametrize(
    ("edit", "operation"),
    [
        (change("10", "12[1]"), ("replace_number", "2.1", "10", "12")),
        (behind("Children", " and [1]dogs [2]"), ("insert_after", "2.2", "Children", "and dogs")),
        (behind("travel free of charge.", " Dogs pay.[1]"), ("add_sentence", "2.2", "", "Dogs pay.")),
        (behind("1.2.2. rafts.\n", "1.2.3. canoes[1].\n"), ("insert_element", "1.2.3", "", "canoes.")),
    ],
)
def test_words_that_come_with_a_mark_come_without_it(edit, operation):
    found = placed(edit, note(1, "Why?"))
    (change_,) = found.changes
    assert [said(each) for each in change_.operations] == [operation]
    assert found.left[0].new == "[1] Why?"
    assert len(found.left) == edit.new.count("[")


def test_footnotes_of_one_author_are_listed_each_with_its_mark():
    notes = TrackedEdit(END, END, "[1] Who pays?\n[2] When?\n", "Author B", "")
    found = placed(behind(FARE, "[1]"), behind("before", "[2]"), notes)
    assert [each.new for each in found.left] == ["[1] Who pays?", "[2] When?"]


def test_a_mark_that_goes_is_listed():
    text = ACT.replace(FARE, f"{FARE}[1]") + "[1] Who pays?\n"
    edit = change("[1]", "", text=text)
    found = place(Markup(text, (edit,)), BASE, BASE, ENGLISH)
    assert (found.changes, found.standing) == ([], [])
    (left,) = found.left
    assert (left.old, left.new) == ("[1]", "")


@pytest.mark.parametrize(
    ("footnotes", "number"), [(0, "[12]"), (1, "[12]"), (0, "[0]"), (1, "[0]"), (None, "[0]"), (9, "[01]")]
)
def test_a_number_in_brackets_of_which_the_file_has_no_footnote_is_no_mark(footnotes, number):
    found = placed(change("10", number), footnotes=footnotes)
    assert found.changes == []
    (left,) = found.left
    assert (left.old, left.new) == ("10", number)
    assert "footnote" not in say(left.why)


def test_a_line_that_begins_as_the_footnote_does_stays():
    line = TrackedEdit(END, END, "2.3. Signs.\n[1] is a mark.\n[1] Who pays?\n", "Author B", "")
    found = placed(behind(FARE, "[1]"), line, footnotes=1)
    told = [*found.left, *found.changes]
    assert any("[1] is a mark." in each.new for each in told)
    assert "[1] Who pays?" in [each.new for each in found.left]


def test_a_footnote_without_a_mark_stays_listed():
    found = placed(note(1, "Who pays?"))
    (left,) = found.left
    assert left.new == "[1] Who pays?\n"


LAST = "2.2. Children travel free of charge.\n"


@pytest.mark.parametrize(
    ("edit", "operation"),
    [
        (change(LAST, "[1] Who pays?\n"), ("repeal", "2.2", "", "")),
        (change(LAST, "\n[1] Who pays?\n"), ("repeal", "2.2", "", "")),
        (
            change("free of charge.\n", "at half.\n[1] Who pays?\n"),
            ("replace_words", "2.2", "free of charge", "at half"),
        ),
    ],
)
def test_what_goes_or_changes_before_the_footnotes_stays_a_change(edit, operation):
    found = placed(behind(FARE, "[1]"), edit)
    (change_,) = found.changes
    assert [said(each) for each in change_.operations] == [operation]
    assert [each.new for each in found.left] == ["[1] Who pays?"]


@pytest.mark.parametrize("footnotes", ["[1] Who pays?\n", "[1] Who pays?\n[2] When?\n"])
def test_a_provision_that_comes_before_its_footnote_comes_without_it(footnotes):
    edit = TrackedEdit(END, END, f"2.3. Dogs pay all.[1]\n{footnotes}", "Author B", "")
    found = placed(behind(FARE, "[2]"), edit)
    (change_,) = found.changes
    assert [said(each) for each in change_.operations] == [("insert_element", "2.3", "", "Dogs pay all.")]
    assert len(found.left) == 2


def test_the_footnotes_at_the_end_of_a_file_of_two_acts_are_listed_with_their_marks():
    bridges = stored(BRIDGES)
    text = f"{ACT}\n{BRIDGES}"
    edits = (
        behind(FARE, "[1]"),
        TrackedEdit(text.index("3 coins"), text.index("3 coins") + 1, "5[2]", "Author B", ""),
        TrackedEdit(len(text), len(text), "1.3. Dogs pay.\n[1] Who pays?\n[2] When?\n", "Author B", ""),
    )
    heads = {"ferries": {head_of(ACT)}, "bridges": {head_of(BRIDGES)}}
    parts = parts_of(Markup(text, edits, footnotes=2), heads)
    on_ferries, on_bridges = (
        place(parts[act], base, base, ENGLISH) for act, base in (("ferries", BASE), ("bridges", bridges))
    )
    assert (on_ferries.changes, [each.new for each in on_ferries.left]) == ([], ["[1] Who pays?"])
    assert [each.new for each in on_bridges.left] == ["[2] When?"]
    assert [said(each) for change_ in on_bridges.changes for each in change_.operations] == [
        ("replace_number", "1.1", "3", "5"),
        ("insert_element", "1.3", "", "Dogs pay."),
    ]


def test_a_line_of_law_in_one_act_is_no_footnote_of_a_mark_in_it():
    """The footnotes of the file stand at its end."""
    text = f"{ACT}\n{BRIDGES}"
    line = TrackedEdit(END, END, "2.3. Signs.\n[1] is a mark.\n", "Author B", "")
    note_ = TrackedEdit(len(text), len(text), "[1] Who pays?\n", "Author B", "")
    heads = {"ferries": {head_of(ACT)}, "bridges": {head_of(BRIDGES)}}
    markup = Markup(text, (behind(FARE, "[1]"), line, note_), footnotes=1)
    found = place(parts_of(markup, heads)["ferries"], BASE, BASE, ENGLISH)
    assert "[1] Who pays?" in [each.new for each in found.left]
    assert any("[1] is a mark." in each.new for each in [*found.left, *found.changes])
