"""New provisions in an empty paragraph of a Word file, which many files have between two articles."""

import pytest

from amendments.importers import load_act
from amendments.markings.placed_changes import place
from amendments.markings.unplaced import number_changed
from amendments.provisions.english_scheme import ENGLISH
from tests.amendments.importers.word import word_file
from tests.amendments.markings.test_marked_by_two import E, V, gone, new, par, row
from tests.amendments.markings.test_placed_changes import said as operation_said, stored
from tests.amendments.markings.test_several_authors import said, taken_in

LINES = (
    "LAW OF THE REPUBLIC OF CASPIA",
    "On Ferries",
    "Article 1. Scope",
    "(a) rowing boats;",
    "(b) rafts.",
    "Article 2. Fares",
    "2.1. Grown persons pay.",
    "2.2. Dogs pay half.",
    "Article 3. Fines",
    "Late landing costs 10 coins.",
)
EMPTY, NEW = par(), par(new(V, "2.3. Cats pay."))
GONE = par(**{"del": V})
LETTER, SHIPS = "(b) rafts.", par(new(V, "(c) ships."))
TABLE = f"<w:tbl>{row('No', 'Kind', 'Fee')}{row('1', 'Boats', '10')}{row('2', 'Rafts', '20')}{{}}</w:tbl>"
BREAK = "<w:r><w:br/></w:r>"


def act(**at):
    """The act with an empty paragraph before each article; `at` names what stands behind the dogs, the rafts, a heading …"""
    behind = {
        "2.2. Dogs pay half.": at.get("dogs", EMPTY),
        LETTER: at.get("rafts", EMPTY),
        LINES[-1]: at.get("end", EMPTY),
        "On Ferries": EMPTY,
        "Article 1. Scope": at.get("scope", ""),
        "Article 2. Fares": at.get("fares", ""),
        "Article 3. Fines": at.get("fines", ""),
    }
    changed = {
        "Article 1. Scope": at.get("first", par("Article 1. Scope")),
        "Article 3. Fines": at.get("heading", par("Article 3. Fines")),
        "2.2. Dogs pay half.": at.get("last", par("2.2. Dogs pay half.")),
        LETTER: at.get("letter", par(LETTER)),
    }
    body = "".join(changed.get(line, par(line)) + behind.get(line, "") for line in LINES)
    return load_act("act.docx", word_file(body))


PLAIN = "insert_element 2.3"
CASES = {
    "in the only empty paragraph": ({"dogs": NEW}, [PLAIN]),
    "in the first of two": ({"dogs": NEW + EMPTY}, [PLAIN]),
    "in the second of two": ({"dogs": EMPTY + NEW}, [PLAIN]),
    "an empty one beside it goes": ({"dogs": NEW + GONE}, [PLAIN]),
    "an empty one before it goes": ({"dogs": GONE + NEW}, [PLAIN]),
    "with an end of its own": ({"dogs": par(new(V, "2.3. Cats pay."), ins=V) + EMPTY}, [PLAIN]),
    "two in it": ({"dogs": par(new(V, "2.3. Cats pay.", BREAK, "2.4. Birds pay."))}, [PLAIN]),
    "a letter": ({"rafts": SHIPS}, ["insert_element 1(c)"]),
    "a letter where an empty one goes": ({"rafts": SHIPS + GONE}, ["insert_element 1(c)"]),
    "at the end of the document": ({"end": par(new(V, "Article 4. Ports"))}, ["insert_element 4"]),
    "an article and its text": (
        {"dogs": par(new(V, "Article 2-1. Ports"), ins=V) + par(new(V, "Ports are free."))},
        ["insert_element 2-1"],
    ),
    "two in two empty paragraphs": (
        {"dogs": NEW + par(new(E, "2.4. Birds pay."))},
        [PLAIN],
    ),
    "the one above goes": (
        {"last": par(gone(V, "2.2. Dogs pay half."), **{"del": V}), "dogs": par(new(E, "2.3. Cats pay."))},
        ["repeal 2.2", PLAIN],
    ),
    "the words above go and come in an empty paragraph": (
        {"last": par(gone(V, "2.2. Dogs pay half.")), "dogs": par(new(E, "2.2. Cats pay."))},
        ["restate 2.2"],
    ),
    "a row of empty cells": (
        {"end": TABLE.format(row(*(par(new(V, each)) for each in ("3", "Ships", "50"))))},
        ["insert_element 3 row 3"],
    ),
    "beside blanks": ({"dogs": par(" ", new(V, "2.3. Cats pay."), " ")}, [PLAIN]),
    "words without a number": ({"dogs": par(new(V, "Cats pay."))}, ["add_sentence 2.2"]),
    "text behind the heading of an article": ({"fines": par(new(V, "No fine is due."))}, ["add_sentence 3"]),
    "text behind a heading that is changed": (
        {
            "heading": par("Article 3. ", gone(V, "Fines"), new(V, "Penalties")),
            "fines": par(new(V, "No fine is due.")),
        },
        ["restate_heading 3", "add_sentence 3"],
    ),
    "text before the parts of an article": ({"fares": par(new(V, "All pay."))}, ["restate 2"]),
    "a sentence on the line of a provision": (
        {"last": par("2.2. Dogs pay half.", new(V, " Cats pay."))},
        ["add_sentence 2.2"],
    ),
    "a sentence behind a blank": (
        {"last": par("2.2. Dogs pay half. ", new(V, "Cats pay."))},
        ["add_sentence 2.2"],
    ),
    "a word before a second blank": (
        {"last": par("2.2. ", new(V, "Big"), " Dogs pay half.")},
        ["insert_before 2.2"],
    ),
    "an article behind a letter, and its text in the empty paragraph": (
        {
            "letter": par(LETTER, ins=V),
            "rafts": par(new(V, "Article 1-1. Sails")) + par(new(V, "Sails are white.")),
        },
        ["insert_element 1-1"],
    ),
    "a part, and its second paragraph in the empty one": (
        {
            "last": par("2.2. Dogs pay half.", ins=V),
            "dogs": par(new(V, "2.3. The fares are ten coins.")) + par(new(V, "They are paid at once.")),
        },
        ["insert_element 2.3"],
    ),
    "an empty cell": ({"end": TABLE.format(row("3", "Ships", par(new(V, "50"))))}, ["replace_words 3 row 3"]),
    "an empty paragraph of a cell": (
        {"end": TABLE.format(row("3", "Ships", par("50") + par(new(V, "60 at night"))))},
        ["insert_after 3 row 3"],
    ),
    "the words of a provision are others": (
        {"last": par("2.2. ", gone(V, "Dogs pay half."), new(V, "Cats pay."))},
        ["restate 2.2"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_typed_in_an_empty_paragraph_is_a_provision_of_its_own(case):
    parts, wanted = CASES[case]
    imported = act(**parts)
    tree, placing = taken_in(imported.markup, imported.markup.text)
    assert [
        " ".join(" ".join(operation_said(each)[:2]) for each in change.operations)
        for change in placing.changes
    ] == wanted
    assert placing.left == []
    assert said(each for each in tree if not each.repealed) == said(ENGLISH.parse(imported.text).tree)


@pytest.mark.parametrize("case", CASES)
def test_what_was_taken_is_in_the_draft_when_the_file_comes_again(case):
    markup = act(**CASES[case][0]).markup
    tree, _placing = taken_in(markup, markup.text)
    again = place(markup, stored(markup.text), tree, ENGLISH)
    assert (again.changes, again.left) == ([], [])


def test_a_line_with_which_a_heading_goes_on_is_listed():
    imported = act(fares=par(new(V, "and tolls")))
    _tree, placing = taken_in(imported.markup, imported.markup.text)
    assert placing.changes == []
    assert [(each.author, each.why) for each in placing.left] == [(V, number_changed())]


BELOW = {
    "a provision that goes": (
        {"last": par(gone(V, "2.2. Dogs pay half.")), "dogs": par(new(E, "They are counted."))},
        ["repeal 2.2"],
        ["They are counted."],
    ),
    "a provision that goes, in two lines": (
        {
            "last": par(gone(V, "2.2. Dogs pay half.")),
            "dogs": par(new(E, "They are counted.")) + par(new(E, "they are told;")),
        },
        ["repeal 2.2"],
        ["They are counted.", "they are told;"],
    ),
    "a new part that has no place": (
        {
            "first": par("Article 1. Scope", ins=V),
            "scope": par(new(V, "1.1. Boats:")) + par(new(V, "Boats are these.")),
        },
        [],
        ["1.1. Boats:", "Boats are these."],
    ),
}


@pytest.mark.parametrize("case", BELOW)
def test_words_below_what_goes_or_has_no_place_are_not_said_of_another_provision(case):
    parts, wanted, listed = BELOW[case]
    markup = act(**parts).markup
    placing = place(markup, stored(markup.text), stored(markup.text), ENGLISH)
    operations = [each for change in placing.changes for each in change.operations]
    assert [" ".join(operation_said(each)[:2]) for each in operations] == wanted
    assert [each.new.strip() for each in placing.left] == listed


TAKING = {
    "a part before letters": ("Article 1. Scope", "1.1. Boats:"),
    "an article between letters": ("(a) rowing boats;", "Article 1-1. Rafts"),
    "an article before parts": ("Article 2. Fares", "Article 2-1. Tolls"),
    "a chapter between articles": ("2.2. Dogs pay half.", "CHAPTER 2"),
}


@pytest.mark.parametrize("case", TAKING)
def test_a_new_provision_that_takes_others_from_theirs_is_listed(case):
    above, typed = TAKING[case]
    lines = (*LINES[:2], "CHAPTER 1", "GENERAL PROVISIONS", *LINES[2:])
    body = "".join(par(line) + (par(new(V, typed)) if line == above else "") for line in lines)
    markup = load_act("act.docx", word_file(body)).markup
    _tree, placing = taken_in(markup, markup.text)
    assert placing.changes == []
    assert [(each.author, each.new) for each in placing.left] == [(V, typed)]
