"""A bare new number of a redesignation has the kind and the place of what is redesignated, in every language."""

import pytest

from amendments.instructions.completing.completed import completed
from amendments.instructions.execute import execute
from amendments.instructions.execution.renumbering import redesignation
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.kinds_in_text import in_text
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.instructions.prose.english_wording import English
from amendments.instructions.prose.russian_wording import Russian
from amendments.instructions.wording import Mood
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from amendments.provisions.tree import Kind
from azerbaijan.schemes import SCHEMES
from azerbaijan.wordings import WORDINGS

RU = (
    "Глава 1. Общие\nСтатья 3. Понятия\nВ Законе:\n1) паром;\n2) судно;\n3) плот.\n"
    "Статья 7. Плата\n1. Плата вносится:\n1) деньгами:\nа) рублями;\n2) картой.\n2. Дети не платят.\n"
    "Глава 2. Иные\nСтатья 8. Сбор\n8.1. Сбор вносится.\n8.2. Его нет.\n"
    "Приложение\n1. Лодка.\n1.1. Плот.\n2. Паром:\n1) малый;\n2) большой.\n3. Ялик.\n"
)
AZ = (
    "Maddə 3. Anlayışlar\nBu Qanunda:\n1) bərə;\n2) gəmi;\n3) sal.\n"
    "Maddə 7. Haqq\n1. Haqq ödənilir:\n1) nağd:\na) manatla;\n2) kartla.\n2. Uşaqlar ödəmir.\n"
    "Maddə 8. Yığım\n8.1. Yığım var.\n8.2. O yoxdur.\n"
    "Əlavə\n1. Qayıq.\n1.1. Sal.\n2. Gəmi:\n1) kiçik;\n2) böyük.\n3. Yelkən.\n"
)
EN = (
    "Article 7. Fee\n1. A fee is paid:\n(1) in cash;\n(2) by card.\n2. Children pay nothing.\n"
    "Article 8. Fees\n8.1. There is a fee.\n8.2. There is none.\nAnnex\n1. Boat.\n2. Raft.\n"
)
LAWS = {
    "ru": (RUSSIAN, Russian(), RUSSIAN.parse(RU).tree),
    "az": (SCHEMES[0], WORDINGS[0], SCHEMES[0].parse(AZ).tree),
    "en": (ENGLISH, English(), ENGLISH.parse(EN).tree),
}


def said(language, target, typed, new="", tree=None):
    """What is stored, the sentence, and the text after it; the sentence must be read back as it is stored."""
    scheme, wording, law = LAWS[language]
    law = tree or law
    operation = completed(
        law, Operation(Op.RENUMBER_AND_ADD, target, children=(NewElement(typed),), new=new), scheme
    )
    after = execute(law, [operation], scheme)
    words = wording.word(in_text(operation, after, law), Mood.IMPERATIVE)
    (read,) = wording.parse(words)
    number, added = redesignation(operation)
    assert [read.target, *(each.number for each in read.children)] == [
        operation.target,
        number,
        *(each.number for each in added),
    ]
    return words, after


@pytest.mark.parametrize(
    ("language", "target", "typed", "words"),
    [
        ("ru", "7(2)", "9", "Часть 2 статьи 7 считать частью 9 статьи 7."),
        ("ru", "7(2)", "part 9", "Часть 2 статьи 7 считать частью 9 статьи 7."),
        ("ru", "3(1)", "9", "Пункт 1 статьи 3 считать пунктом 9 статьи 3."),
        ("ru", "7(1)(2)", "9", "Пункт 2 части 1 статьи 7 считать пунктом 9 части 1 статьи 7."),
        ("ru", "7(1)(1)(а)", "в", "Подпункт «а» пункта 1 части 1 статьи 7 считать подпунктом «в» пункта 1 части 1 статьи 7."),
        ("ru", "annex(3)", "10", "Пункт 3 приложения считать пунктом 10 приложения."),
        ("ru", "annex(2)(1)", "9", "Подпункт 1 пункта 2 приложения считать подпунктом 9 пункта 2 приложения."),
        ("ru", "annex(1.1)", "1.3", "Пункт 1.1 приложения считать пунктом 1.3 приложения."),
        ("ru", "annex(1.1)", "3", "Пункт 1.1 приложения считать пунктом 1.3 приложения."),
        ("ru", "8(2)", "8.9", "Часть 2 статьи 8 считать частью 9 статьи 8."),
        ("ru", "chapter 2", "3", "Главу 2 считать главой 3."),
        ("ru", "annex", "1", "Приложение считать приложением 1."),
        ("ru", "7", "9", "Статью 7 считать статьёй 9."),
        ("az", "7(2)", "9", "7-ci maddənin 2-ci hissəsi 9-cu hissə hesab edilsin."),
        ("az", "3(1)", "9", "3-cü maddənin 1-ci bəndi 9-cu bənd hesab edilsin."),
        ("az", "7(1)(2)", "9", "7-ci maddənin 1-ci hissəsinin 2-ci bəndi 9-cu bənd hesab edilsin."),
        ("az", "annex(3)", "10", "əlavənin 3-cü hissəsi 10-cu hissə hesab edilsin."),
        ("az", "8.2", "9", "8.2-ci maddə 8.9-cu maddə hesab edilsin."),
        ("az", "8.2", "8.9", "8.2-ci maddə 8.9-cu maddə hesab edilsin."),
        ("az", "8(2)", "9", "8-ci maddənin 2-ci hissəsi 9-cu hissə hesab edilsin."),
        ("en", "7(2)", "9", "Article 7(2) shall become Article 7(9)."),
        ("en", "7(1)(2)", "9", "Article 7(1)(2) shall become Article 7(1)(9)."),
        ("en", "8.2", "9", "Article 8.2 shall become Article 8.9."),
        ("en", "annex(2)", "10", "Point 2 of the annex shall become point 10 of the annex."),
    ],
)  # fmt: skip
def test_a_bare_number_is_one_of_the_same_kind_and_place(language, target, typed, words):
    assert said(language, target, typed)[0] == words


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("7(2)", "и статью 7 дополнить частью 10 следующего содержания: «10. Новое.»."),
        ("annex(3)", "и приложение дополнить пунктом 10 следующего содержания: «10. Новое.»."),
    ],
)
def test_what_is_added_stands_beside_it(target, words):
    assert said("ru", target, "9", "Новое.")[0].endswith(words)


def test_a_whole_name_and_the_number_of_another_article_stay():
    scheme, _wording, law = LAWS["ru"]
    for typed in ("7(9)", "8.9"):
        children = (NewElement(typed),)
        operation = completed(law, Operation(Op.RENUMBER_AND_ADD, "7(2)", children=children), scheme)
        assert operation.children == children


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "Пункт 3 статьи 3 считать пунктом 1 статьи 3."),
        ("az", "3-cü maddənin 3-cü bəndi 1-ci bənd hesab edilsin."),
    ],
)
def test_the_second_of_two_has_its_kind_from_the_text_before_it(language, words):
    _first, between = said(language, "3(1)", "9")
    assert said(language, "3(3)", "1", tree=between)[0] == words


def test_a_bare_number_that_is_stored_is_worded_like_a_new_one():
    scheme, wording, law = LAWS["ru"]
    stored = Operation(Op.RENUMBER_AND_ADD, "annex point 3", children=(NewElement("10"),))
    words = wording.word(in_text(stored, execute(law, [stored], scheme), law), Mood.IMPERATIVE)
    assert words == "Пункт 3 приложения считать пунктом 10 приложения."


@pytest.mark.parametrize(
    ("target", "beside", "whole"),
    [
        ("1(2)(a)(iii)", ["iv", "v"], ["1(2)(a)(iv)", "1(2)(a)(v)"]),
        ("1(1)(c)", ["d", "1(1)(e)"], ["1(1)(d)", "1(1)(e)"]),
        ("1(2)(a)(ii)(C)", ["D", "E"], ["1(2)(a)(ii)(D)", "1(2)(a)(ii)(E)"]),
    ],
)
def test_letters_and_roman_numerals_beside_a_new_item_are_items(target, beside, whole):
    law = ENGLISH.parse(
        "Article 1. Fee\n1. It is paid by:\n(a) owners;\n(b) guests.\n"
        "2. It covers:\n(a) risks of:\n(i) fire;\n(ii) water:\n(A) rain;\n(B) snow;\n(b) time.\n"
    ).tree
    further = tuple(NewElement(number, text="the wind;") for number in beside)
    typed = Operation(Op.INSERT_ELEMENT, target, new="the weather;", children=further)
    operation = completed(law, typed, ENGLISH)
    assert [each.number for each in operation.children] == whole
    after = execute(law, [operation], ENGLISH)
    assert not [each for each in after if each.kind is Kind.ARTICLE and each.number != "1"]
    assert "Article" not in English().word(in_text(operation, after, law), Mood.IMPERATIVE).partition("“")[2]


@pytest.mark.parametrize("beside", ["60", "4"])
def test_a_bare_number_beside_a_new_part_is_refused_and_no_article(beside):
    law = ENGLISH.parse("Article 1. Fee\n1. It is paid.\n2. It is small.\n").tree
    typed = Operation(Op.INSERT_ELEMENT, "1(3)", new="Words.", children=(NewElement(beside, text="Others."),))
    with pytest.raises(Refused, match=rf"Write 1\({beside}\) if that is meant"):
        completed(law, typed, ENGLISH, English())
