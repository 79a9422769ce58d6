"""Digits in square brackets are the number of an article or the mark of a note; where an article is left out they stop."""

import pytest

ACT = "LAMPS ACT\n1 Short title\nThis is the Lamps Act.\n2 Meanings\n(1) A lamp shines.\n{line}\n{after}"
AFTER = "12A Charges\n(1) A charge is made.\n13 Extent\nThis Act extends to Wales.\n"


def places(en, line, after=AFTER):
    found = en.parse(ACT.format(line=line, after=after)).stopping
    return [finding.line for finding in found if finding.code == "unknown_headings"]


@pytest.mark.parametrize(
    "line",
    [
        "[12] Powers\nLamps may be lit.",
        "[12]\nPowers of lamps\nLamps may be lit.",
        "[12]—(1) Lamps.",
        "[12] (1) Lamps.",
    ],
)
def test_an_article_whose_number_is_left_out_stops(en, line):
    assert places(en, line) == [6]
    assert places(en, line.replace("12", "3"), after="") == [6]


@pytest.mark.parametrize("number", ["1", "14"])
def test_a_number_that_stands_elsewhere_or_nowhere_near_is_the_mark_of_a_note(en, number):
    assert not places(en, f"[{number}] Lamps may be lit.")


@pytest.mark.parametrize("notes", ["ENDNOTES\n[12] Amended by Act 4.\n", "14 End\nThis Act ends.[11]\n"])
def test_a_number_that_has_its_note_is_a_mark(en, notes):
    assert not places(en, "[12] Lamps may be lit.", AFTER + notes)


def test_a_number_of_the_list_above_in_another_print_is_not_taken_for_a_list_below(az):
    text = "QANUN\nMaddə 1. Bir\nBunlar:\n1) lampalar;\n{}\n3) kibritlər.\n"
    assert [finding.code for finding in az.parse(text.format("(2) fənərlər;")).stopping] == ["gap"]
    assert not az.parse(text.format("2) fənərlər;")).stopping
