"""Searching for Parts, Divisions and chapters by their number, with what holds them, and for what was inserted."""

import pytest

from tests.search.asking import found

pytestmark = pytest.mark.django_db


@pytest.fixture
def act(notebook):
    def add(identity, *cite, **titled):
        notebook.add("words", id=identity, cite=cite, **{**LANGUAGES, **titled})

    add("part 3", "section.3")
    add("part 4", "section.4")
    add("division 2 of part 3", "division.2", "section.3.division.2")
    add("division 2 of part 4", "division.2", "section.4.division.2")
    add("chapter 61 of part 4", "chapter.61", "section.4.chapter.61")
    add("section 3", "(3)")
    add("section 6.1", "(6.1)")
    add("subsection 6.1(1)", "(6.1)(1)")
    add("section 6.1-1", "(6.1-1)")
    add("section 7.2-1", "(7.2-1)")
    add("part 3 of another act", "section.3", instrument="1-L", instrument_title="Roads Act")
    notebook.index()


LANGUAGES = {"instrument": "O-3", "instrument_title": "Languages Act"}


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Part 3 of the Languages Act", "part 3"),
        ("languages act part iv", "part 4"),
        ("Pt 3 Languages Act", "part 3"),
        ("Division 2 of Part 3 of the Languages Act", "division 2 of part 3"),
        ("Languages Act, Part IV, Division 2", "division 2 of part 4"),
        ("Chapter 61 of the Languages Act", "chapter 61 of part 4"),
        ("Part 5, chapter 61 of the Languages Act", "chapter 61 of part 4"),  # it stands in Part 4
        ("section 3 of the Languages Act", "section 3"),
        ("Part 3, section 6.1 of the Languages Act", "section 6.1"),
        ("section 6.1-1 of the Languages Act", "section 6.1-1"),
        ("section 6.1.1 of the Languages Act", "subsection 6.1(1)"),
        ("section 7.2.1 of the Languages Act", "section 7.2-1"),  # it has no 7.2(1)
    ],
)
def test_what_holds_sections_is_found_by_its_number(act, query, first):
    assert found(query)[0] == first


def test_both_divisions_of_a_number_are_found_where_no_part_is_named(act):
    assert set(found("Division 2 of the Languages Act")[:2]) == {
        "division 2 of part 3",
        "division 2 of part 4",
    }
