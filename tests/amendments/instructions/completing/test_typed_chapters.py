"""Chapters and annexes that are typed with their number and heading as the act prints them, in the words of an instruction."""

import pytest

from amendments.instructions.instruction_errors import Refused
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from azerbaijan.schemes import SCHEMES
from tests.amendments.instructions.completing.typed_forms import said

AZERI = SCHEMES[0]
IN_ENGLISH = "Chapter I. First\nArticle 1. One\nWords.\nChapter II. Second\nArticle 2. Two\nWords.\n"
IN_RUSSIAN = "Глава 1. Первая\nСтатья 1. Один\nСлова.\nГлава 2. Вторая\nСтатья 2. Два\nСлова.\n"
IN_AZERI = "I fəsil. Bir\nMaddə 1. Bir\n1.1. Söz.\nII fəsil. İki\nMaddə 2. İki\n2.1. Söz.\n"


NUMBERED = [
    (IN_ENGLISH, ENGLISH, "chapter II", ["Chapter II. Honey", "Chapter II\nHoney", "CHAPTER II. Honey", "Chapter II Honey"],
     "Article 2. Two\nOther.", "Chapter II. Honey\nArticle 2. Two\nOther.\n"),
    (IN_RUSSIAN, RUSSIAN, "глава 2", ["Глава 2. Мёд", "Глава 2\nМёд", "ГЛАВА 2. Мёд", "Глава 2.\n\nМёд\n"],
     "Статья 2. Два\nИное.", "Глава 2. Мёд\nСтатья 2. Два\nИное.\n"),
    (IN_AZERI, AZERI, "II fəsil", ["II fəsil. Bal", "II fəsil\nBal", "Fəsil II. Bal", "II FƏSİL. Bal"],
     "Maddə 2. İki\n2.1. Başqa.", "II fəsil. Bal\nMaddə 2. İki\n2.1. Başqa.\n"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "scheme", "target", "typed", "below", "printed"), NUMBERED)
@pytest.mark.parametrize("heading", [True, False])
def test_the_first_line_of_a_restated_chapter_is_its_number_and_heading(
    text, scheme, target, typed, below, printed, heading
):
    own = printed.partition("\n")[0].rpartition(". ")[2]
    for first in typed:
        operation, after = said(text, scheme, "restate", target, f"{first}\n{below}", own if heading else "")
        assert (operation.heading, operation.new, len(operation.children) > 0) == (own, "", True)
        assert after.rstrip().endswith(printed.rstrip())


@pytest.mark.parametrize(
    ("text", "scheme", "target", "typed", "heading", "printed"),
    [
        (IN_ENGLISH, ENGLISH, "chapter III", "Chapter III\nHoney\nArticle 3. Wax\nHard.", "Honey", "Chapter III. Honey\n"),
        (IN_ENGLISH, ENGLISH, "chapter III", "CHAPTER 3. HONEY\nArticle 3. Wax\nHard.", "HONEY", "Chapter III. HONEY\n"),
        (IN_RUSSIAN, RUSSIAN, "глава 1-1", "Глава 1-1\nМёд\nСтатья 1-1\nВоск\nТвёрд.", "Мёд", "Глава 1-1. Мёд\n"),
        (IN_RUSSIAN, RUSSIAN, "глава 1-1", "ГЛАВА 1-1. МЁД\nСтатья 1-1. Воск\nТвёрд.", "МЁД", "Глава 1-1. МЁД\n"),
        (IN_RUSSIAN, RUSSIAN, "глава 1-1", "Глава 1-1. Мёд и\nвоск\nСтатья 1-1. Воск\nТвёрд.", "Мёд и воск", "Глава 1-1. Мёд и воск\n"),
        (IN_AZERI, AZERI, "III fəsil", "III fəsil\nBal\nMaddə 3. Mum\n3.1. Bərk.", "Bal", "III fəsil. Bal\n"),
        (IN_AZERI, AZERI, "III fəsil", "III FƏSİL. BAL\nMaddə 3. Mum\n3.1. Bərk.", "BAL", "III fəsil. BAL\n"),
        (IN_RUSSIAN, RUSSIAN, "приложение 1", "Приложение 1\nМёд\n1. Белый.\n2. Тёмный.", "Мёд", "\nМёд\n1. Белый.\n"),
        (IN_AZERI, AZERI, "əlavə 1", "Əlavə 1\nBal\n1. Ağ.\n2. Tünd.", "Bal", "\nBal\n1. Ağ.\n"),
    ],
)  # fmt: skip
def test_the_number_of_a_new_chapter_is_printed_once(text, scheme, target, typed, heading, printed):
    operation, after = said(text, scheme, "insert_element", target, typed)
    assert (operation.heading, operation.new) == (heading, "")
    assert printed in after
    assert after.count(heading) == 1


def test_a_number_alone_before_articles_is_printed_once():
    new = "Глава 1-1\nСтатья 1-1. Воск\nТвёрд."
    operation, after = said(IN_RUSSIAN, RUSSIAN, "insert_element", "глава 1-1", new, "Мёд")
    assert (operation.heading, operation.new) == ("Мёд", "")
    assert after.count("Глава 1-1") == 1


@pytest.mark.parametrize(
    ("text", "scheme", "op", "target", "typed", "printed"),
    [
        (IN_ENGLISH, ENGLISH, "restate", "chapter II", "Honey\nArticle 2. Two\nOther.", "Chapter II. Honey\nArticle 2. Two\nOther.\n"),
        (IN_ENGLISH, ENGLISH, "insert_element", "chapter III", "Honey\nArticle 3. Wax\nHard.", "Chapter III. Honey\n\nArticle 3. Wax\n"),
        (IN_RUSSIAN, RUSSIAN, "restate", "глава 2", "Мёд\nСтатья 2. Два\nИное.", "Глава 2. Мёд\nСтатья 2. Два\nИное.\n"),
        (IN_RUSSIAN, RUSSIAN, "insert_element", "глава 1-1", "МЁД\nСтатья 1-1. Воск\nТвёрд.", "Глава 1-1. МЁД\n\nСтатья 1-1. Воск\n"),
        (IN_AZERI, AZERI, "restate", "II fəsil", "Bal\nMaddə 2. İki\n2.1. Başqa.", "II fəsil. Bal\nMaddə 2. İki\n2.1. Başqa.\n"),
        (IN_AZERI, AZERI, "insert_element", "III fəsil", "Bal\nMaddə 3. Mum\n3.1. Bərk.", "III fəsil. Bal\n\nMaddə 3. Mum\n"),
    ],
)  # fmt: skip
def test_a_line_before_the_articles_of_a_chapter_is_its_heading(text, scheme, op, target, typed, printed):
    operation, after = said(text, scheme, op, target, typed)
    assert (operation.heading, operation.new) == (typed.partition("\n")[0], "")
    assert printed in after


def test_a_sentence_before_the_articles_of_a_chapter_is_no_heading():
    with pytest.raises(Refused, match="Line 1"):
        said(IN_RUSSIAN, RUSSIAN, "restate", "глава 2", "Эта глава о мёде.\nСтатья 2. Два\nИное.")


@pytest.mark.parametrize(
    ("op", "target", "new", "heading"),
    [
        ("restate", "глава 2", "Глава 2. Воск\nСтатья 2. Два\nИное.", "Мёд"),
        ("insert_element", "глава 1-1", "Глава 1-1. Воск\nСтатья 1-1. Два\nИное.", "Мёд"),
        ("insert_element", "приложение 1", "Приложение 1\nк Закону о мёде\nМёд\n1. Белый.", ""),
        ("restate", "статья 2", "Глава 2. Мёд\nСлова.", ""),
    ],
)
def test_a_first_line_that_names_something_else_is_refused(op, target, new, heading):
    with pytest.raises(Refused, match="Line 1"):
        said(IN_RUSSIAN, RUSSIAN, op, target, new, heading)


@pytest.mark.parametrize(
    ("text", "scheme", "op", "target", "new"),
    [
        (IN_ENGLISH, ENGLISH, "insert_element", "chapter II-1", "Chapter III-1. Records\nArticle 2-1. Wax\nHard."),
        (IN_ENGLISH, ENGLISH, "insert_element", "chapter III", "CHAPTER IV\nRECORDS\nArticle 3. Wax\nHard."),
        (IN_ENGLISH, ENGLISH, "restate", "chapter II", "Chapter III. Records\nArticle 2. Wax\nHard."),
        (IN_RUSSIAN, RUSSIAN, "insert_element", "глава 2-1", "Глава 2-2. Надзор\nСтатья 2-1. Воск\nТвёрд."),
        (IN_RUSSIAN, RUSSIAN, "insert_element", "глава 2-1", "Глава 2-2"),
        (IN_RUSSIAN, RUSSIAN, "restate", "глава 2", "Глава 3. Надзор\nСтатья 2. Воск\nТвёрд."),
        (IN_AZERI, AZERI, "insert_element", "II-1 fəsil", "III-1 fəsil. Bal\nMaddə 2-1. Mum\n2-1.1. Bərk."),
        (IN_AZERI, AZERI, "restate", "II fəsil", "III fəsil. Bal\nMaddə 2. Mum\n2.1. Bərk."),
    ],
)  # fmt: skip
def test_the_number_of_another_chapter_before_the_words_is_refused(text, scheme, op, target, new):
    first = new.partition("\n")[0]
    with pytest.raises(Refused, match=f"Line 1, “{first}”, begins with the number of a provision"):
        said(text, scheme, op, target, new)


def test_a_heading_that_only_names_another_chapter_stays():
    new = "Связь с главой 2\nСтатья 3. Воск\nТвёрд."
    assert "Глава 3. Связь с главой 2\n" in said(IN_RUSSIAN, RUSSIAN, "insert_element", "глава 3", new)[1]


@pytest.mark.parametrize(
    ("text", "scheme", "number", "new", "target"),
    [
        (IN_ENGLISH, ENGLISH, "III", "Chapter III. Honey\nArticle 3. Wax\nHard.", "chapter III"),
        (IN_ENGLISH, ENGLISH, "3", "Chapter 3\nHoney\nArticle 3. Wax\nHard.", "chapter 3"),
        (IN_ENGLISH, ENGLISH, "1", "Annex 1. Honey\n1. White.\n2. Dark.", "annex 1"),
        (IN_RUSSIAN, RUSSIAN, "1-1", "Глава 1-1. Мёд\nСтатья 1-1. Воск\nТвёрд.", "chapter 1-1"),
        (IN_RUSSIAN, RUSSIAN, "1-1", "ГЛАВА 1-1\nМЁД\nСтатья 1-1. Воск\nТвёрд.", "chapter 1-1"),
        (IN_AZERI, AZERI, "III", "III fəsil. Bal\nMaddə 3. Mum\n3.1. Bərk.", "chapter III"),
        (IN_RUSSIAN, RUSSIAN, "1-1", "Статья 1-1. Воск\nТвёрд.", "1-1"),
        (IN_ENGLISH, ENGLISH, "3", "Section 3. Wax\nHard.", "3"),  # the act has no sections
        (IN_ENGLISH, ENGLISH, "1-1", "Wax\nChapter 1-1 applies.", "1-1"),
    ],
)
def test_a_number_alone_is_that_of_the_chapter_which_the_words_name(text, scheme, number, new, target):
    assert said(text, scheme, "insert_element", number, new)[0].target == target


def test_a_number_without_a_word_is_that_of_a_new_chapter_too():
    operation, after = said(IN_RUSSIAN, RUSSIAN, "insert_element", "глава 3", "3. Мёд:\n4. Белый.")
    assert "Глава 3. Мёд" in after
    assert [each.number for each in operation.children] == ["chapter 3 article 4"]
