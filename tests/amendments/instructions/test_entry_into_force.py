"""A bare day becomes a sentence, and a sentence on the entry into force is said in another language."""

from datetime import date

import pytest

from amendments.instructions.entry_into_force import (
    ENGLISH,
    RUSSIAN,
    EntryIntoForce,
    entering_sentence,
    said_in_sentence,
)
from amendments.instructions.operations import Op, Operation
from amendments.instructions.prose.english_frame import EnglishFrame
from amendments.instructions.prose.english_wording import English
from amendments.instructions.prose.russian_frame import RussianFrame
from amendments.instructions.wording import Mood
from azerbaijan.wordings.act_frames import ENTERING as AZERBAIJANI

DAY = date(2027, 1, 1)


@pytest.mark.parametrize(
    "words",
    [
        "2027-01-01",
        "01.01.2027",
        "1.1.2027.",
        "1 January 2027",
        "January 1, 2027",
        "1 января 2027 года",
    ],
)
def test_a_bare_day_becomes_a_sentence(words):
    assert said_in_sentence(words, English()) == "This Law enters into force on 1 January 2027."
    said = English().word(Operation(Op.COMMENCEMENT, "*", new=words), Mood.IMPERATIVE)
    assert said == "This Law enters into force on 1 January 2027."


@pytest.mark.parametrize(
    "words",
    [
        *("2027-02-30", "2027", "5/1/2027"),  # with strokes, the 5th of January or the 1st of May
        *("Article 2 enters into force on 1 May 2027.", "This Law enters into force later."),
        *(
            "This Article enters into force on 1 May 2027.",
            "This Law shall not enter into force on 1 May 2027.",
        ),
        "This Law does not enter into force on 1 May 2027.",
    ],
)
def test_other_words_stay(words):
    assert said_in_sentence(words, English()) == words
    assert said_in_sentence(words, None) == words
    assert entering_sentence(words, "law", RussianFrame(), [EnglishFrame()]) == ""


@pytest.mark.parametrize(
    ("kind", "english", "russian"),
    [
        ("code", "This Law enters", "Настоящий Закон вступает"),
        ("constitution", "This Constitutional Law enters", "Настоящий Конституционный закон вступает"),
        ("decree", "This Decree enters", "Настоящий Указ вступает"),
        ("decision", "This Decision enters", "Настоящее Постановление вступает"),
        ("other", "This Act enters", "Настоящий акт вступает"),
    ],
)
@pytest.mark.parametrize("entry", [EntryIntoForce(DAY), EntryIntoForce()])
def test_each_kind_of_act_has_its_noun_and_reads_its_own_sentence(kind, english, russian, entry):
    for frame, words, begins in ((EnglishFrame(), ENGLISH, english), (RussianFrame(), RUSSIAN, russian)):
        said = frame.enters(kind, entry)
        assert said.startswith(begins)
        assert words.entry(said) == entry


def test_a_sentence_is_said_in_another_language():
    said = entering_sentence(
        "This Law shall enter into force on 1 May 2027.", "law", RussianFrame(), [EnglishFrame()]
    )
    assert said == "Настоящий Закон вступает в силу с 1 мая 2027 года."


@pytest.mark.parametrize(
    ("entering", "words"),
    [
        (RUSSIAN, "Настоящая статья вступает в силу с 1 мая 2027 года."),
        (RUSSIAN, "Настоящий Закон не вступает в силу с 1 мая 2027 года."),
        (AZERBAIJANI, "Bu maddə 2027-ci il mayın 1-dən qüvvəyə minir."),
    ],
)
def test_the_entry_of_less_than_the_act_is_not_that_of_the_act(entering, words):
    assert entering.entry(words) is None


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (RUSSIAN, "Настоящий Федеральный конституционный закон вступает в силу с 1 января 2027 года."),
        (RUSSIAN, "Настоящее Положение вступает в силу с 1 января 2027 года."),
        (ENGLISH, "This Presidential Decree enters into force on 1 January 2027."),
        (ENGLISH, "This Regulation shall enter into force on 1 January 2027."),
    ],
)
def test_acts_of_other_names_enter_into_force_too(language, words):
    assert language.entry(words) == EntryIntoForce(DAY)
