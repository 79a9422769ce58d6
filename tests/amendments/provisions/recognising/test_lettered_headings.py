"""Articles and other headings that are numbered with capital letters."""

import pytest

from amendments.provisions.tree import Kind


def headings(scheme, text):
    return [
        (e.kind.value, e.number, e.heading)
        for e in scheme.parse(text).tree
        if e.kind in (Kind.ARTICLE, Kind.SECTION)
    ]


def act(word, letters):
    return "BOATS ACT\n\n" + "\n\n".join(
        f"{word} {letter}. Boats of {letter}\n\n1. A boat pays." for letter in letters
    )


@pytest.mark.parametrize(("word", "kind"), [("Article", "article"), ("Part", "section")])
@pytest.mark.parametrize("letters", ["AB", "ABCDE", "ABCDEFGHIJKLM"])
def test_headings_whose_letters_go_on_from_a_are_lettered(word, kind, letters, en):
    assert headings(en, act(word, letters)) == [(kind, letter, f"Boats of {letter}") for letter in letters]


def test_russian_and_azerbaijani_letters_go_on_in_their_alphabets(az, ru):
    assert [number for __, number, __ in headings(ru, act("Статья", "АБВГ"))] == list("АБВГ")
    assert [number for __, number, __ in headings(az, act("Maddə", "ABCÇ"))] == list("ABCÇ")


def test_letters_that_are_roman_numerals_stay_so_where_no_letters_come_before(en):
    numbers = ["XCIX", "C", "CI"]
    read = en.parse("\n\n".join(f"Article {number}\n\nA boat pays." for number in numbers)).tree
    assert [e.eid for e in read if e.kind is Kind.ARTICLE] == ["art_XCIX", "art_C", "art_CI"]


@pytest.mark.parametrize("line", ["Article A. The boat", "SCHEDULES", "Article Z", "Part K. The boat"])
def test_a_letter_that_stands_alone_begins_no_provision(line, en):
    tree = en.parse(f"BOATS ACT\n\nArticle 1. Scope\n\nBoats pay.\n\n{line}\n\nMore words.").tree
    assert [e.number for e in tree if e.number] == ["1"]
