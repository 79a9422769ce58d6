"""Russian orders supplement what holds the new provisions; the older orders, which add them, are still read."""

import pytest

from amendments.instructions.instruction_errors import Unread
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.instructions.prose.english_wording import English
from amendments.instructions.prose.russian_wording import Russian
from amendments.instructions.wording import Mood

PROSE = Russian()


def added(target, *others, after="", op=Op.INSERT_ELEMENT, **words):
    children = tuple(NewElement(number, text="Y;") for number in others)
    return Operation(op, target, new="X;", children=children, after=after, **words)


@pytest.mark.parametrize(
    ("operation", "order"),
    [
        (added("3(4)"), "Статью 3 дополнить частью 4"),
        (added("3(4)", "3(5)"), "Статью 3 дополнить частями 4 и 5"),
        (added("3(4)", after="3(3)"), "Статью 3 после части 3 дополнить частью 4"),
        (added("4(3)(2)"), "Часть 3 статьи 4 дополнить пунктом 2"),
        (added("4(3)(1)(в)", "4(3)(1)(г)"), "Пункт 1 части 3 статьи 4 дополнить подпунктами «в» и «г»"),
        (added("12-1", heading="Z"), "Дополнить статьёй 12-1"),
        (added("4.1.3", after="4.1.2"), "После статьи 4.1.2 дополнить статьёй 4.1.3"),
        (added("45 note"), "Статью 45 дополнить примечанием"),
        (added("45 note point 2"), "Примечание к статье 45 дополнить пунктом 2"),
        (added("annex 2", heading="Z"), "Дополнить приложением 2"),
        (added("annex", heading="Z"), "Дополнить приложением"),
        (added("annex note"), "Приложение дополнить примечанием"),
        (added("annex 3 article 27"), "Приложение 3 дополнить статьёй 27"),
        (added("annex 2 point 4"), "Приложение 2 дополнить пунктом 4"),
        (
            added("annex 3 row 2-1", after="annex 3 row 2"),
            "Приложение 3 после строки 2 дополнить строкой 2-1",
        ),
        (added("4(3) table 2 row 7"), "Таблицу 2 части 3 статьи 4 дополнить строкой 7"),
        (added("chapter 3-1", after="chapter 3", heading="Z"), "После главы 3 дополнить главой 3-1"),
        (added("section II", heading="Z"), "Дополнить разделом II"),
        (added("chapter 2 article 4"), "Дополнить статьёй 4 главы 2"),
        (
            added("chapter 2 article 4", after="chapter 2 article 3"),
            "После статьи 3 главы 2 дополнить статьёй 4 главы 2",
        ),
        (added("preamble"), "Дополнить преамбулой"),
        (
            added("3(4)", after="3(3)", op=Op.APPEND_ELEMENT),
            "В конце части 3 статьи 3 точку заменить точкой с запятой и статью 3 дополнить частью 4",
        ),
        (
            Operation(Op.ADD_SENTENCE, "3(4)", level="paragraph:2", new="X."),
            "Часть 4 статьи 3 дополнить вторым абзацем",
        ),
        (Operation(Op.ADD_SENTENCE, "3(4)", new="X."), "Часть 4 статьи 3 дополнить предложением"),
        (
            Operation(Op.RENUMBER_AND_ADD, "5", children=(NewElement("5(1)"), NewElement("5(2)", text="X."))),
            "Текст статьи 5 считать частью 1 и статью 5 дополнить частью 2",
        ),
    ],
)
def test_what_holds_the_new_provisions_is_supplemented_with_them(operation, order):
    said = PROSE.word(operation, Mood.IMPERATIVE)
    assert said.replace("\n", " ").startswith(f"{order} следующего содержания: «")
    assert PROSE.parse(said) == [operation]
    shorter = said.replace(" следующего содержания:", ":")
    assert PROSE.parse(shorter.replace("ё", "е")) == [operation]


@pytest.mark.parametrize(
    ("operation", "order"),
    [
        (
            Operation(Op.INSERT_AFTER, "3(4)", anchor="a b", new="c", qualifier="all"),
            "Часть 4 статьи 3 после слов «a b» во всех случаях дополнить словом «c».",
        ),
        (
            Operation(Op.INSERT_BEFORE, "9", level="heading", anchor="5", new="4, "),
            "Наименование статьи 9 перед цифрой «5» дополнить цифрой «4,».",
        ),
        (
            Operation(Op.INSERT_AFTER, targets=("4", "5"), anchor="a", new="b c"),
            "Статьи 4 и 5 после слова «a» дополнить словами «b c».",
        ),
    ],
)
def test_a_provision_is_supplemented_with_words(operation, order):
    assert PROSE.word(operation, Mood.IMPERATIVE) == order
    (read,) = PROSE.parse(order)
    assert (read.op, read.all_targets, read.anchor) == (operation.op, operation.all_targets, operation.anchor)


@pytest.mark.parametrize(
    ("order", "operation"),
    [
        ("Добавить часть 4 статьи 3: «4. X;».", added("3(4)")),
        ("После части 3 статьи 3 добавить часть 4 статьи 3: «4. X;».", added("3(4)", after="3(3)")),
        ("В начале части 1 статьи 1 добавить пункт 0-1 части 1 статьи 1: «0-1) X;».",
         added("1(1)(0-1)", after="1(1)")),
        ("В конце статьи 4.1 точку заменить точкой с запятой и добавить статью 4.1.3: «4.1.3. X;».",
         added("4.1.3", after="4.1", op=Op.APPEND_ELEMENT)),
        ("Добавить строку 2-1 приложения 3: «2-1. X;».", added("annex 3 row 2-1")),
        ("Статью 9 дополнить вторым предложением: «X.».",
         Operation(Op.ADD_SENTENCE, "9", level="sentence:2", new="X.")),
        ("В статье 4 после слова «a» добавить слово «b».",
         Operation(Op.INSERT_AFTER, "4", anchor="a", new="b")),
        ("Текст статьи 5 считать статьёй 5.1 и добавить статью 5.2: «5.2. X.».",
         Operation(Op.RENUMBER_AND_ADD, "5", children=(NewElement("5.1"), NewElement("5.2", text="X.")))),
        ("Закон дополнить статьей 12-1 следующего содержания: «Статья 12-1. Z\nX;».", added("12-1", heading="Z")),
        ("Статью 3 после части 3 статьи 3 дополнить частью 4: «4. X;».", added("3(4)", after="3(3)")),
    ],
)  # fmt: skip
def test_the_older_orders_and_those_of_others_are_read(order, operation):
    assert PROSE.parse(order) == [operation]


def test_a_footnote_still_reports_what_was_added():
    assert PROSE.word(added("3(4)"), Mood.PAST) == "Добавлена часть 4 статьи 3."


@pytest.mark.parametrize("part", ["чем-то", "словом", "частью 2 статей 4 и 5"])
def test_what_is_neither_a_sentence_nor_a_provision_is_not_added(part):
    with pytest.raises(Unread):
        PROSE.parse(f"Статью 3 дополнить {part}: «X.».")


@pytest.mark.parametrize("mood", Mood)
@pytest.mark.parametrize(
    ("target", "number", "said"),
    [
        ("5", "5(1)", "Текст статьи 5 счита%s частью 1."),
        ("5", "5.1", "Текст статьи 5 счита%s статьёй 5.1."),
        ("4(1)", "4(1)(1)", "Текст части 1 статьи 4 счита%s пунктом 1."),
        ("45 note", "45 note point 1", "Текст примечания к статье 45 счита%s пунктом 1."),
    ],
)
def test_the_text_of_a_provision_becomes_its_part(mood, target, number, said):
    operation = Operation(Op.RENUMBER_AND_ADD, target, children=(NewElement(number),))
    words = said % ("ть" if mood is Mood.IMPERATIVE else "ется")
    assert PROSE.word(operation, mood) == words
    assert PROSE.parse(words) == [operation]


def test_the_older_sentences_of_a_text_that_becomes_a_part_are_read():
    operation = Operation(Op.RENUMBER_AND_ADD, "5", children=(NewElement("5(1)"),))
    for said in ("Статью 5 считать частью 1 статьи 5.", "Текст статьи 5 считать частью 1 статьи 5."):
        assert PROSE.parse(said) == [operation]


def test_english_orders_say_that_the_text_becomes_a_part_too():
    operation = Operation(Op.RENUMBER_AND_ADD, "5", children=(NewElement("5(1)"),))
    assert English().word(operation, Mood.IMPERATIVE) == "The text of Article 5 shall become Article 5(1)."
    for said in ("The text of Article 5 shall become Article 5(1).", "Article 5 shall become Article 5(1)."):
        assert English().parse(said) == [operation]
