from dataclasses import replace

import pytest
from hypothesis import given, settings

from amendments.instructions.execute import execute
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.instructions.prose.english_wording import English
from amendments.instructions.prose.russian_wording import Russian
from amendments.instructions.wording import Mood
from amendments.instructions.wordings import DEFAULTS, find
from amendments.provisions.english_scheme import ENGLISH
from tests.amendments.instructions.strategies import operations, said_again
from tests.examples import examples

WORDINGS = [English(), Russian()]


@pytest.mark.parametrize(
    ("operation", "english", "russian"),
    [
        (
            Operation(Op.REPLACE_WORDS, "3.2", old="sex and origin", new="sex"),
            "In Article 3.2, the words “sex and origin” shall be replaced by the word “sex”.",
            "В статье 3.2 слова «sex and origin» заменить словом «sex».",
        ),
        (
            Operation(Op.REPLACE_WORDS, "3.2", old=".", new=";"),
            "In Article 3.2, the sign “.” shall be replaced by the sign “;”.",
            "В статье 3.2 знак «.» заменить знаком «;».",
        ),
        (
            Operation(Op.REPLACE_NUMBER, targets=("1.1", "1.2", "3"), old="3", new="10", qualifier="first"),
            "In Articles 1.1, 1.2 and 3, the figure “3”, at the first occurrence, shall be replaced by the figure “10”.",
            "В статьях 1.1, 1.2 и 3 цифру «3» в первом случае заменить цифрами «10».",
        ),
        (
            Operation(Op.GLOBAL_REPLACE, "*", old="centre", new="camp", qualifier="all"),
            "Throughout the Law, the word “centre”, at every occurrence, shall be replaced by the word “camp”.",
            "По всему тексту Закона слово «centre» во всех случаях заменить словом «camp».",
        ),
        (
            Operation(Op.INSERT_BEFORE, "4", level="paragraph:2/sentence:3", anchor="law", new="old"),
            (
                "In the third sentence of the second paragraph of Article 4, before the word “law” the word “old” "
                "shall be inserted."
            ),
            "Третье предложение второго абзаца статьи 4 перед словом «law» дополнить словом «old».",
        ),
        (
            Operation(Op.INSERT_ELEMENT, "2(0)", new="New.", after="2"),
            "At the beginning of Article 2 the following Article 2(0) shall be inserted: “0. New.”.",
            "Статью 2 в начале дополнить частью 0 следующего содержания: «0. New.».",
        ),
        (
            Operation(Op.INSERT_ELEMENT, "1(1)(0-1)", new="New.", after="1(1)"),
            "At the beginning of Article 1(1) the following Article 1(1)(0-1) shall be inserted: “0-1) New.”.",
            "Часть 1 статьи 1 в начале дополнить пунктом 0-1 следующего содержания: «0-1) New.».",
        ),
        (
            Operation(Op.INSERT_ELEMENT, "3-1", heading="New", after="chapter 2"),
            "At the beginning of chapter 2 the following Article 3-1 shall be inserted: “Article 3-1. New”.",
            "Главу 2 в начале дополнить статьёй 3-1 следующего содержания: «Статья 3-1. New».",
        ),
        (
            Operation(Op.APPEND_ELEMENT, "4.1.3", new="New.", after="4.1"),
            (
                "At the end of Article 4.1 the full stop shall be replaced by a semicolon and the following Article 4.1.3 "
                "shall be inserted: “4.1.3. New.”."
            ),
            "В конце статьи 4.1 точку заменить точкой с запятой и дополнить статьёй 4.1.3 следующего содержания: «4.1.3. New.».",
        ),
        (
            Operation(Op.INSERT_ELEMENT, "4 note", new="New.", after="4"),
            "After Article 4 the following note to Article 4 shall be inserted: “Note: New.”.",
            "После статьи 4 дополнить примечанием к статье 4 следующего содержания: «Примечание. New.».",
        ),
        (
            Operation(Op.DELETE_WORDS, "9", level="heading", old="or"),
            "In the heading of Article 9, the word “or” shall be deleted.",
            "В наименовании статьи 9 слово «or» исключить.",
        ),
        (
            Operation(Op.DELETE_WORDS, "9.1", level="sentence:2"),
            "The second sentence of Article 9.1 shall be deleted.",
            "Второе предложение статьи 9.1 исключить.",
        ),
        (
            Operation(Op.ADD_SENTENCE, "9.1", level="sentence:2", new="It is free."),
            "A second sentence shall be added to Article 9.1: “It is free.”.",
            "Статью 9.1 дополнить вторым предложением следующего содержания: «It is free.».",
        ),
        (
            Operation(Op.ADD_SENTENCE, "9.1", level="sentence:2", new="It is free. It is paid."),
            "A second sentence and a third sentence shall be added to Article 9.1: “It is free. It is paid.”.",
            "Статью 9.1 дополнить вторым предложением и третьим предложением следующего содержания: «It is free. It is paid.».",
        ),
        (
            Operation(Op.RESTATE_HEADING, "9", level="heading", new="Grounds"),
            "The heading of Article 9 shall be restated as follows: “Grounds”.",
            "Наименование статьи 9 изложить в следующей редакции: «Grounds».",
        ),
        (
            Operation(Op.RESTATE, "9.1", new="Words."),
            "Article 9.1 shall be restated as follows: “9.1. Words.”.",
            "Статью 9.1 изложить в следующей редакции: «9.1. Words.».",
        ),
        (
            Operation(Op.ADD_SENTENCE, "9.2", level="sentence:2", new="More."),
            "A second sentence shall be added to Article 9.2: “More.”.",
            "Статью 9.2 дополнить вторым предложением следующего содержания: «More.».",
        ),
        (
            Operation(
                Op.INSERT_ELEMENT,
                "12-1",
                heading="New",
                children=(NewElement("12-1.1", text="X."),),
                after="12",
            ),
            "After Article 12 the following Article 12-1 shall be inserted:\n“Article 12-1. New\n12-1.1. X.”.",
            "После статьи 12 дополнить статьёй 12-1 следующего содержания:\n«Статья 12-1. New\n12-1.1. X.».",
        ),
        (
            Operation(
                Op.INSERT_ELEMENT, "chapter 3-1", heading="New", children=(NewElement("30-1", "A", "T."),)
            ),
            "The following chapter 3-1 shall be inserted:\n“Chapter 3-1. New\nArticle 30-1. A\nT.”.",
            "Дополнить главой 3-1 следующего содержания:\n«Глава 3-1. New\nСтатья 30-1. A\nT.».",
        ),
        (
            Operation(Op.APPEND_ELEMENT, "2.0.8", new="x.", after="2.0.7"),
            (
                "At the end of Article 2.0.7 the full stop shall be replaced by a semicolon and the following "
                "Article 2.0.8 shall be inserted: “2.0.8. x.”."
            ),
            "В конце статьи 2.0.7 точку заменить точкой с запятой и дополнить статьёй 2.0.8 следующего содержания: «2.0.8. x.».",
        ),
        (
            Operation(Op.RESTATE, "4", level="paragraph:2", new="Words."),
            "The second paragraph of Article 4 shall be restated as follows: “Words.”.",
            "Второй абзац статьи 4 изложить в следующей редакции: «Words.».",
        ),
        (
            Operation(
                Op.RESTATE,
                targets=("4", "5"),
                children=(NewElement("4", "A", "a"), NewElement("5", "B", "b")),
            ),
            "Articles 4 and 5 shall be restated as follows:\n“Article 4. A\na\nArticle 5. B\nb”.",
            "Статьи 4 и 5 изложить в следующей редакции:\n«Статья 4. A\na\nСтатья 5. B\nb».",
        ),
        (
            Operation(Op.REPEAL, targets=("4", "5")),
            "Articles 4 and 5 shall be repealed.",
            "Статьи 4 и 5 признать утратившими силу.",
        ),
        (
            Operation(Op.RENUMBER_AND_ADD, "5", children=(NewElement("5.1"), NewElement("5.2", text="X."))),
            "The text of Article 5 shall become Article 5.1 and the following Article 5.2 shall be added: “5.2. X.”.",
            "Текст статьи 5 считать статьёй 5.1 и дополнить статьёй 5.2 следующего содержания: «5.2. X.».",
        ),
    ],
)
def test_an_order_is_worded_and_read_back(operation, english, russian):
    for wording, text in zip(WORDINGS, (english, russian), strict=True):
        assert wording.word(operation, Mood.IMPERATIVE) == text
        assert wording.parse(text) == [operation]


@pytest.mark.parametrize(
    ("targets", "english", "russian"),
    [
        (("4(3)",), "Article 4(3)", "часть 3 статьи 4"),
        (("11(1)(g)", "11(1)(h)"), "Articles 11(1)(g) and 11(1)(h)", "пункты «g» и «h» части 1 статьи 11"),
        (("4(3)(2)(a)",), "Article 4(3)(2)(a)", "подпункт «a» пункта 2 части 3 статьи 4"),
        (("11(IV)(2)",), "Article 11(IV)(2)", "пункт 2 части IV статьи 11"),
        (("45 note",), "the note to Article 45", "примечание к статье 45"),
        (("45 note point 2",), "point 2 of the note to Article 45", "пункт 2 примечания к статье 45"),
        (("annex 1", "annex 2"), "annexes 1 and 2", "приложения 1 и 2"),
        (("annex 3 article 27",), "Article 27 of annex 3", "статью 27 приложения 3"),
        (("annex 3 row 2-1",), "row 2-1 of annex 3", "строку 2-1 приложения 3"),
        (("4(3) table 2 row 7",), "row 7 of table 2 of Article 4(3)", "строку 7 таблицы 2 части 3 статьи 4"),
        (("8 table 1",), "table 1 of Article 8", "таблицу 1 статьи 8"),
        (("chapter 5", "chapter 6", "chapter 7"), "chapters 5, 6 and 7", "главы 5, 6 и 7"),
        (("section II",), "section II", "раздел II"),
        (("division 2",), "division 2", "параграф 2"),
        (("preamble",), "the preamble", "преамбулу"),
        (("title",), "the title of the Law", "наименование Закона"),
    ],
)
def test_every_provision_has_a_name(targets, english, russian):
    operation = (
        Operation(Op.RESTATE, targets[0]) if len(targets) == 1 else Operation(Op.REPEAL, targets=targets)
    )
    for wording, name in zip(WORDINGS, (english, russian), strict=True):
        said = wording.word(replace(operation, new="X"), Mood.IMPERATIVE)
        assert said.lower().startswith(name.lower())
        (again,) = wording.parse(said)
        assert (again.op, again.all_targets) == (operation.op, targets)


def test_a_part_of_the_whole_act_has_no_name():
    for wording in WORDINGS:
        with pytest.raises(Refused) as refusal:
            wording.word(Operation(Op.REPLACE_WORDS, "*", level="heading", old="a", new="b"), Mood.PAST)
        assert refusal.value.code == "not_worded"


@pytest.mark.parametrize(
    ("operation", "english", "russian"),
    [
        (
            Operation(Op.REPLACE_WORDS, "3.2", old="a b", new="c"),
            "In Article 3.2, the words “a b” have been replaced by the word “c”.",
            "В статье 3.2 слова «a b» заменены словом «c».",
        ),
        (
            Operation(Op.REPLACE_WORDS, "3.2", old="?", new="a b"),
            "In Article 3.2, the sign “?” has been replaced by the words “a b”.",
            "В статье 3.2 знак «?» заменён словами «a b».",
        ),
        (
            Operation(Op.REPLACE_NUMBER, "3", old="3", new="10"),
            "In Article 3, the figure “3” has been replaced by the figure “10”.",
            "В статье 3 цифра «3» заменена цифрами «10».",
        ),
        (
            Operation(Op.RESTATE_SENTENCE, "3", level="sentence:1"),
            "The first sentence of Article 3 has been restated.",
            "Первое предложение статьи 3 изложено в новой редакции.",
        ),
        (
            Operation(Op.INSERT_ELEMENT, "3.1", children=(NewElement("3.2"),)),
            "The following Articles 3.1 and 3.2 have been inserted.",
            "Добавлены статьи 3.1 и 3.2.",
        ),
        (
            Operation(Op.DELETE_WORDS, "3", level="heading"),
            "The heading of Article 3 has been deleted.",
            "Наименование статьи 3 исключено.",
        ),
        (
            Operation(Op.REPEAL, "section IV"),
            "Section IV has been repealed.",
            "Раздел IV признан утратившим силу.",
        ),
        (Operation(Op.RESTATE, "3"), "Article 3 has been restated.", "Статья 3 изложена в новой редакции."),
        (Operation(Op.REPEAL, "3"), "Article 3 has been repealed.", "Статья 3 признана утратившей силу."),
    ],
)
def test_a_footnote_reports_and_is_read_back(operation, english, russian):
    for wording, text in zip(WORDINGS, (english, russian), strict=True):
        assert wording.word(operation, Mood.PAST) == text
        assert wording.parse(text, 2020) == [replace(operation, year=2020)]


def test_entry_into_force_is_said_in_its_own_words():
    law = "This Law enters into force 3 months after its official publication."
    закон = "Настоящий Закон вступает в силу со дня опубликования."
    for wording, text in zip(WORDINGS, (law, закон), strict=True):
        assert wording.word(Operation(Op.COMMENCEMENT, "*", new=text), Mood.IMPERATIVE) == text
        assert wording.parse(text) == [Operation(Op.COMMENCEMENT, "*", new=text)]


def test_a_sentence_without_a_number_is_added_at_the_end():
    text = "A sentence shall be added to Article 3: “More.”."
    assert English().parse(text) == [Operation(Op.ADD_SENTENCE, "3", new="More.")]


def test_a_wording_is_chosen_by_language_and_refused_by_name():
    assert find(DEFAULTS, "az", "EN").language == "en"
    with pytest.raises(Refused, match="xx"):
        find(DEFAULTS, "", "xx")


@pytest.mark.parametrize("wording", WORDINGS, ids=["en", "ru"])
@settings(max_examples=examples(150), deadline=None)
@given(operations())
def test_reading_gives_back_what_was_worded(wording, operation):
    assert wording.parse(wording.word(operation, Mood.IMPERATIVE)) == [said_again(operation)]


@pytest.mark.parametrize(
    ("prose", "said"),
    [
        (English(), "In Article 2, the word “boat” shall be replaced by the word “ferry”."),
        (Russian(), "В статье 2 слово «boat» заменить словом «ferry»."),
    ],
)
def test_an_article_that_does_not_exist_is_no_part_of_a_lettered_one(prose, said):
    act = ENGLISH.parse(
        "Article A. Fees\n\n1. A boat pays.\n2. Each boat pays.\n\nArticle B. Seats\n\n1. None.\n"
    ).tree
    with pytest.raises(Refused) as refused:
        execute(act, prose.parse(said))
    assert refused.value.code == "missing_target"
