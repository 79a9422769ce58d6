"""Articles whose heading is typed on a line of its own below the number: “Article 7”, then “Honey”."""

import pytest

from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from azerbaijan.schemes import SCHEMES
from tests.amendments.instructions.completing.typed_forms import said

AZERI = SCHEMES[0]
IN_ENGLISH = "Chapter I. First\nArticle 1. One\nWords.\n"
APART = "CHAPTER I\nFIRST\n\nArticle 1\nOne\n(1) Words.\n"
IN_RUSSIAN = "Глава I. Первая\nСтатья 1. Один\nСлова.\n"
IN_AZERI = "I fəsil. Bir\nMaddə 1. Bir\n1.1. Söz.\n"


@pytest.mark.parametrize(
    ("text", "scheme", "target", "new", "named", "printed"),
    [
        (IN_ENGLISH, ENGLISH, "chapter II", "Article 2\nHoney\nSweet.", [("2", "Honey", "Sweet.")], "Article 2. Honey\n"),
        (APART, ENGLISH, "chapter II", "Article 2\nHoney\n(1) Sweet.", [("2", "Honey", ""), ("2(1)", "", "Sweet.")], "Article 2\nHoney\n"),
        (IN_RUSSIAN, RUSSIAN, "глава II", "Статья 2\nМёд\nСладкий.", [("2", "Мёд", "Сладкий.")], "Статья 2. Мёд\n"),
        (IN_AZERI, AZERI, "II fəsil", "Maddə 2\nBal\n2.1. Şirin.", [("2", "Bal", ""), ("2.1", "", "Şirin.")], "Maddə 2. Bal\n"),
        (IN_ENGLISH, ENGLISH, "chapter II", "Article 2\n\nHoney\n\nSweet.\nArticle 3\nWax\nHard.",
         [("2", "Honey", "Sweet."), ("3", "Wax", "Hard.")], "Article 3. Wax\n"),
        (IN_ENGLISH, ENGLISH, "annex I", "Article 1\nHoney\nSweet.", [("annex I article 1", "Honey", "Sweet.")], "Honey\n"),
    ],
)  # fmt: skip
def test_the_heading_is_that_of_the_article_and_printed_once(text, scheme, target, new, named, printed):
    operation, after = said(text, scheme, "insert_element", target, new, "Second")
    assert operation.new == ""
    assert [(each.number, each.heading, each.text) for each in operation.children] == named
    assert printed in after
    assert all(after.count(each) == 1 for __, heading, ___ in named if (each := heading))


@pytest.mark.parametrize(
    ("text", "scheme", "op", "target", "new", "heading", "words"),
    [
        (IN_ENGLISH, ENGLISH, "insert_element", "2", "Article 2\nHoney\nSweet.", "Honey", "Sweet."),
        (APART, ENGLISH, "restate", "1", "Article 1\nHoney\nSweet.\nSour.", "Honey", "Sweet.\nSour."),
        (IN_RUSSIAN, RUSSIAN, "insert_element", "2", "Статья 2\nМёд\nСладкий.", "Мёд", "Сладкий."),
        (IN_AZERI, AZERI, "insert_element", "2", "Maddə 2\nBal\nŞirin.", "Bal", "Şirin."),
    ],
)
def test_the_number_above_the_own_heading_of_an_article_is_no_word_of_it(
    text, scheme, op, target, new, heading, words
):
    operation, after = said(text, scheme, op, target, new)
    assert (operation.heading, operation.new, operation.children) == (heading, words, ())
    assert after.count(heading) == 1
