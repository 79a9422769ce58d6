"""A file that holds several acts is read act by act, each with its own marks."""

from dataclasses import replace

import pytest

from amendments.importers.markup import Markup, Note, OwnChange, TrackedEdit
from amendments.markings.acts_in_file import head_of, parts_of
from amendments.markings.placed_changes import place
from amendments.provisions.english_scheme import ENGLISH
from amendments.text.saying import say
from tests.amendments.markings.test_placed_changes import ACT as FERRIES, stored
from tests.factories.several import BRIDGES, TUNNELS

TEXT = FERRIES + "\n" + BRIDGES
HEADS = {"ferries": {head_of(FERRIES)}, "bridges": {head_of(BRIDGES)}}
BORDER = len(FERRIES) + 1


def edit(old, new, at=0):
    start = TEXT.index(old, at)
    return TrackedEdit(start, start + len(old), new, "Author A", "")


FARE, TOLL = edit("10 coins", "12 coins"), edit("3 coins", "5 coins")
LINE = TrackedEdit(BORDER, BORDER, "2.3. Dogs pay.\n", "Author A", "")


def said(part):
    """Each change with its old words."""
    return [(part.text[each.start : each.end], each.new) for each in part.edits]


def test_each_act_has_its_own_text_and_changes():
    parts = parts_of(Markup(TEXT, (FARE, LINE, TOLL)), HEADS)
    assert {name: part.text for name, part in parts.items()} == {
        "ferries": f"{FERRIES}\n",
        "bridges": BRIDGES,
    }
    assert said(parts["ferries"]) == [("10 coins", "12 coins"), ("", LINE.new)]
    assert said(parts["bridges"]) == [("3 coins", "5 coins")]


def test_a_comment_stands_with_the_act_of_its_words():
    new = TEXT.replace("10 coins", "12 ounces")
    fare = replace(FARE, new="12 ounces")
    cyclists, dogs = TEXT.index("Cyclists"), BORDER + len(fare.new) - len("10 coins")
    notes = (
        Note(
            "On cyclists.", "B", "", cyclists, cyclists + 8, new.index("Cyclists"), new.index("Cyclists") + 8
        ),
        Note("On dogs.", "B", "", BORDER, BORDER, dogs, dogs + 9),
        Note("On nothing.", "B", ""),
    )
    parts = parts_of(Markup(TEXT, (fare, LINE), notes), HEADS)
    assert [note.text for note in parts["ferries"].notes] == ["On dogs.", "On nothing."]
    ferries, bridges = parts["ferries"], parts["bridges"]
    assert ferries.accepted[ferries.notes[0].new_start : ferries.notes[0].new_end] == "2.3. Dogs"
    assert [note.text for note in bridges.notes] == ["On cyclists.", "On nothing."]
    assert bridges.text[bridges.notes[0].start : bridges.notes[0].end] == "Cyclists"


def across(start, end, new):
    return TrackedEdit(TEXT.index(start), TEXT.index(end), new, "Author A", "")


def test_what_goes_across_the_border_of_two_acts_is_cut_for_both():
    edit_ = across("2.2. Children", "1.1. The toll", "")
    parts = parts_of(Markup(TEXT, (FARE, edit_, TOLL)), HEADS)
    head = BRIDGES[: BRIDGES.index("1.1. The toll")]
    last = TEXT[TEXT.index("2.2. Children") : BORDER]
    assert said(parts["ferries"]) == [("10 coins", "12 coins"), (last, "")]
    assert said(parts["bridges"]) == [(head, ""), ("3 coins", "5 coins")]


@pytest.mark.parametrize(
    ("end", "new"),
    [
        ("1.1. The toll", "2.2. Dogs.\n"),
        (
            "Article 1. Tolls",
            "2.2. Dogs.\n2.3. Cats.\n\nLAW OF THE REPUBLIC OF CASPIA\nOn Bridges and Roads\n\n",
        ),
    ],
)
def test_words_that_come_across_the_border_of_two_acts_are_listed_in_both(end, new):
    """Nobody can tell to which act they belong."""
    edit_ = across("2.2. Children", end, new)
    parts = parts_of(Markup(TEXT, (FARE, edit_, TOLL)), HEADS)
    for act, text, others in (("ferries", FERRIES, 1), ("bridges", BRIDGES, 1)):
        tree = stored(text)
        found = place(parts[act], tree, tree, ENGLISH)
        (left,) = found.left
        assert (left.new, left.author) == (new, "Author A")
        assert "into the next one" in say(left.why)
        assert len(found.changes) == others


def test_what_one_deletes_across_the_border_and_another_writes_there_is_listed():
    start = TEXT.index("2.2. Children")
    typed = TrackedEdit(start, start, "2.2. Dogs.\n\nLAW OF CASPIA\nOn Roads\n\n", "Author B", "")
    parts = parts_of(Markup(TEXT, (typed, across("2.2. Children", "Article 1. Tolls", ""))), HEADS)
    assert [each.is_across for each in parts["ferries"].edits] == [True, True]
    assert [each.is_across for each in parts["bridges"].edits] == [True]


def test_words_across_the_border_that_hold_the_first_lines_of_the_next_act_are_cut_there():
    new = "2.2. Dogs.\n\nLAW OF THE REPUBLIC OF CASPIA\nOn  Bridges\n\n"
    whole = across("2.2. Children", "1.1. The toll", f"{new}Article 1. Tolls\n")
    to_third_line = across("2.2. Children", "Article 1. Tolls", new)
    for edit_ in (whole, to_third_line):
        parts = parts_of(Markup(TEXT, (edit_, TOLL)), HEADS)
        last = TEXT[TEXT.index("2.2. Children") : BORDER]
        assert said(parts["ferries"]) == [(last, "2.2. Dogs.\n\n")]
        assert [each.new for each in parts["bridges"].edits] == [
            edit_.new[len("2.2. Dogs.\n\n") :],
            "5 coins",
        ]
        assert not any(each.is_across for part in parts.values() for each in part.edits)


def test_an_act_that_goes_with_the_line_end_before_it_goes():
    gone = TrackedEdit(BORDER - 1, len(TEXT), "", "Author A", "")
    parts = parts_of(Markup(TEXT, (gone,)), HEADS)
    assert said(parts["ferries"]) == [("\n", "")]
    assert said(parts["bridges"]) == [(BRIDGES, "")]


def test_a_change_over_a_whole_act_is_one_of_each():
    text = TEXT + "\n" + TUNNELS
    gone = TrackedEdit(text.index("2.2. Children"), text.rindex("Article 1"), "", "Author A", "")
    parts = parts_of(Markup(text, (gone,)), HEADS | {"tunnels": {head_of(TUNNELS)}})
    assert said(parts["bridges"]) == [(f"{BRIDGES}\n", "")]
    assert said(parts["tunnels"]) == [(TUNNELS[: TUNNELS.index("Article 1")], "")]


@pytest.mark.parametrize("new", ["", "2.2. Dogs.\n"])
def test_a_comment_behind_a_change_across_the_border_stands_on_its_words(new):
    edit_ = across("2.2. Children", "1.1. The toll", new)
    accepted = Markup(TEXT, (edit_,)).accepted
    at, new_at = TEXT.index("Cyclists"), accepted.index("Cyclists")
    note = Note("On cyclists.", "B", "", at, at + 8, new_at, new_at + 8)
    bridges = parts_of(Markup(TEXT, (edit_,), (note,)), HEADS)["bridges"]
    (found,) = bridges.notes
    assert bridges.text[found.start : found.end] == "Cyclists"
    assert bridges.accepted[found.new_start : found.new_end] == "Cyclists"


def test_the_changes_of_the_site_stand_with_their_act():
    text = TEXT.replace("10 coins", "12 coins").replace("3 coins", "5 coins")
    places = text.index("12 coins"), text.index("5 coins")
    own = tuple(
        OwnChange(TEXT[each.start : each.end], each.new, "Author A", "", at)
        for each, at in zip((FARE, TOLL), places, strict=True)
    )
    last = OwnChange("2.3. Dogs pay.\n", "", "Author A", "", BORDER)
    draft = Markup(text, own=(own[0], last, own[1]))
    parts = parts_of(Markup(TEXT, (FARE, TOLL), on_draft=draft), HEADS)
    assert parts["ferries"].on_draft.own == (own[0], last)
    bridges = parts["bridges"].on_draft
    assert [replace(each, start=places[1]) for each in bridges.own] == [own[1]]
    assert bridges.text.startswith("5 coins", bridges.own[0].start)


@pytest.mark.parametrize("text", [FERRIES, FERRIES + FERRIES, FERRIES + BRIDGES + BRIDGES, ""])
def test_a_file_of_one_act_or_of_one_twice_has_no_parts(text):
    assert parts_of(Markup(text), HEADS) == {}
