"""Lines that a file writes anew: a provision keeps its identity where its whole path of numbers is the same."""

from dataclasses import replace

import pytest

from amendments.instructions.execute import execute
from amendments.markings.placed_changes import place
from amendments.markings.unplaced import other_words
from amendments.provisions.english_scheme import ENGLISH
from tests.amendments.markings.test_placed_changes import said, stored
from tests.amendments.markings.test_several_authors import E as EMIL, V as VERA, beside, taken_in

LETTERED = """LAW OF THE REPUBLIC OF CASPIA
On Ferries

Article 1. Scope
(a) rowing boats;
(b) rafts.

Article 2. Fares
(a) grown persons pay;
(b) children travel free.

Article 3. Fines
Late landing costs 10 coins.
"""
NEW_FARES = "Article 2. Prices\n(a) all persons pay much;\n(b) infants travel quite free.\n"
OLD_FARES = LETTERED[LETTERED.index("Article 2") : LETTERED.index("\nArticle 3")]
FIRST, SECOND = "(a) rowing boats;\n", "(b) rafts.\n"
REWRITTEN = [
    ("replace_words", "2(a)", "grown", "all"),
    ("insert_after", "2(a)", "pay", "much"),
    ("restate", "2(b)", "", "infants travel quite free."),
]
CASES = {
    "the last letter before the article goes": (
        (f"{SECOND}\n{OLD_FARES}", f"\n{NEW_FARES}"),
        ["1(b)"],
    ),
    "the first letter goes and the last one stays": (
        (f"{FIRST}{SECOND}\n{OLD_FARES}", f"{SECOND}\n{NEW_FARES}"),
        ["1(a)"],
    ),
    "all letters go": (
        (f"{FIRST}{SECOND}\n{OLD_FARES}", f"\n{NEW_FARES}"),
        ["1(a)", "1(b)"],
    ),
}
BASE = stored(LETTERED)


def marked(old, new):
    """One deletes the lines, and another one writes them anew."""
    return beside(old, ("-", VERA, old), ("+", EMIL, new), text=LETTERED)[0]


def words_of(tree):
    return [(each.number, each.heading, each.text) for each in tree if not each.repealed]


@pytest.mark.parametrize("case", CASES)
def test_a_letter_that_goes_is_not_worded_as_the_same_letter_of_the_next_article(case):
    lines, gone = CASES[case]
    placing = place(marked(*lines), BASE, BASE, ENGLISH)
    (found,) = placing.changes
    heading = ("restate_heading", "2", "", "Prices")
    assert [said(operation) for operation in found.operations] == [
        *[("repeal", number, "", "") for number in gone],
        heading,
        *REWRITTEN,
    ]
    assert placing.left == []


@pytest.mark.parametrize("case", CASES)
def test_the_draft_has_the_words_of_the_file_after_lines_are_written_anew(case):
    (old, new), _gone = CASES[case]
    tree, _ = taken_in(marked(old, new), LETTERED)
    assert words_of(tree) == words_of(ENGLISH.parse(LETTERED.replace(old, new)).tree)


@pytest.mark.parametrize("case", CASES)
def test_lines_written_anew_are_in_the_draft_when_the_file_comes_again(case):
    lines, _gone = CASES[case]
    markup = marked(*lines)
    tree, first = taken_in(markup, LETTERED)
    again = place(markup, BASE, tree, ENGLISH)
    assert (again.changes, again.left) == ([], [])
    assert [each.author for each in again.standing] == [each.author for each in first.changes]


def test_an_article_that_was_written_anew_is_not_repealed_where_the_draft_has_gone_on():
    markup = marked(*CASES["the last letter before the article goes"][0])
    tree, _ = taken_in(markup, LETTERED)
    (letter,) = [each for each in tree if each.text.startswith("all persons")]
    further = tree.changed([replace(letter, text="nobody at all is charged;")])
    again = place(markup, BASE, further, ENGLISH)
    assert again.changes == []
    assert [(each.author, each.why) for each in again.left] == [(f"{VERA}\n{EMIL}", other_words())]


def test_a_line_that_goes_beside_one_in_the_draft_is_proposed_for_who_deleted_it():
    markup = marked(SECOND, "(b-1) canoes.\n")
    canoes = [each.operations for each in place(markup, BASE, BASE, ENGLISH).changes if each.author == EMIL]
    again = place(markup, BASE, execute(BASE, *canoes, ENGLISH), ENGLISH)
    assert [(each.author, *map(said, each.operations)) for each in again.changes] == [
        (VERA, ("repeal", "1(b)", "", ""))
    ]
    assert [each.author for each in again.standing] == [EMIL]


def test_a_letter_with_the_words_of_one_in_another_article_is_proposed():
    text = LETTERED.replace("(b) rafts.", "(b) rafts;\n(c) canoes.").replace("free.\n", "free;\n")
    base = stored(text)
    above = "(b) children travel free;\n"
    edits, _accepted = beside(above, above, ("+", VERA, "(c) canoes.\n"), text=text)
    placing = place(edits, base, base, ENGLISH)
    assert placing.left == []
    assert [said(each) for found in placing.changes for each in found.operations] == [
        ("insert_element", "2(c)", "", "canoes.")
    ]
