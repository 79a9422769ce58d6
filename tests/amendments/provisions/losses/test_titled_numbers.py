"""Sections that are printed as a number and a title among others that are called by a word."""

import pytest

ACT = "Fees Act 2020\nSection 1. Title\nThe text{end}\nSection 2. Start\nIt starts{end}\n{line}\nFees are set{end}\nSection 4. End\nIt ends{end}\n"


def places(parsed):
    return {
        line for one in parsed.warnings if one.code == "unknown_headings" and one.stops for line in one.lines
    }


@pytest.mark.parametrize("end", [".", "", " of\n(a) one\n(b) two"])
@pytest.mark.parametrize(
    "line",
    ["3  Object", "3\tObject", "2A  Objects of this Act", "2AA\u2002\u2002“Fee” defined", "3  Object."],
)
def test_a_numbered_title_is_counted_whatever_stands_above_it(line, end, en):
    text = ACT.format(line=line, end=end)
    assert places(en.parse(text)) == {text.split("\n").index(line) + 1}


@pytest.mark.parametrize(("before", "after"), [("1  Title\nText\n", ""), ("", "3  Repeal\nGone.\n")])
def test_it_is_counted_above_the_first_section_and_below_the_last(before, after, en):
    first = 2 if before else 1
    law = f"Section {first}. Start\nIt starts\n"
    parsed = en.parse(f"Fees Act 2020\n{before}{law}Section {first + 1}. End\nIt ends\n{after}")
    assert len(places(parsed)) == 1


@pytest.mark.parametrize("line", ["3 Object", "3 Objects of the Act"])
def test_one_space_is_enough_where_the_section_is_missing(line, en):
    text = ACT.format(line=line, end="")
    assert places(en.parse(text)) == {6}


@pytest.mark.parametrize(
    "line",
    [
        "3 December 2020 it was",
        "30  Lamps",
        "3 lamps",
        "2  Lamps",
        "4 Lamps are",
        "3 March 2021",
        "3  per cent",
    ],
)
def test_words_that_begin_with_a_number_are_none(line, en):
    assert not places(en.parse(ACT.format(line=line, end=" on")))
