"""The amending act has the parts of a law in their order, in every language that has a frame."""

from datetime import date

import pytest

from amendments.instructions.amending_act import (
    ActPart,
    ActToWord,
    NamedAct,
    Signing,
    act_frame_of,
    amending_act,
    law_lines,
)
from amendments.instructions.law_record import AmendingLaw
from amendments.instructions.operations import from_json
from amendments.instructions.prose.english_wording import English
from amendments.instructions.prose.russian_wording import Russian

LAW = NamedAct("Law on Ferries", "en", "law", "1-L", date(2014, 3, 12))
REPEAL = from_json({"op": "repeal", "target": "2.2"})
NEW_ARTICLE = from_json(
    {
        "op": "insert_element",
        "target": "3",
        "heading": "Dogs",
        "children": [{"number": "3.1", "text": "Dogs pay."}],
    }
)
ENTERING = from_json(
    {"op": "commencement", "target": "*", "new": "This Law enters into force on 1 May 2027."}
)


def made(*lists, wording=None, act=LAW, **given):
    wording = wording or English()
    acts = [ActToWord(act, tuple(operations), "", "en", (wording, English())) for operations in lists]
    frame = act_frame_of(wording)
    return amending_act(("Law amending laws", "en"), acts, frame, wording.language, str, **given)


def parts(law):
    return [(line.part, line.label) for line in law_lines(law)]


def test_one_act_is_a_list_without_articles():
    assert parts(made([REPEAL, NEW_ARTICLE])) == [
        (ActPart.TITLE, ""),
        (ActPart.FORMULA, ""),
        (ActPart.OPENING, ""),
        (ActPart.INSTRUCTION, "1."),
        (ActPart.INSTRUCTION, "2."),
        (ActPart.QUOTED, ""),
        (ActPart.QUOTED, ""),
        (ActPart.SIGNATURE, ""),
        (ActPart.SIGNATURE, ""),
    ]


def test_several_acts_are_articles_and_the_entry_into_force_is_the_last():
    found = parts(made([REPEAL, ENTERING], [REPEAL, NEW_ARTICLE, ENTERING]))
    assert found[2:-2] == [
        (ActPart.OPENING, "Article 1."),
        (ActPart.INSTRUCTION, ""),
        (ActPart.OPENING, "Article 2."),
        (ActPart.INSTRUCTION, "1."),
        (ActPart.INSTRUCTION, "2."),
        (ActPart.QUOTED, ""),
        (ActPart.QUOTED, ""),
        (ActPart.ENTERING, "Article 3."),
    ]


def entering(words):
    return from_json({"op": "commencement", "target": "*", "new": words})


@pytest.mark.parametrize(
    ("wording", "said"),
    [
        (
            English(),
            [
                "Articles 1 and 3 of this Law enter into force on 1 May 2027.",
                "Article 2 of this Law enters into force on 1 July 2027.",
                "Article 4 of this Law enters into force on the day of publication.",
            ],
        ),
        (
            Russian(),
            [
                "Статьи 1 и 3 настоящего Закона вступают в силу с 1 мая 2027 года.",
                "Статья 2 настоящего Закона вступает в силу с 1 июля 2027 года.",
                "Статья 4 настоящего Закона вступает в силу со дня опубликования.",
            ],
        ),
    ],
)
def test_different_days_of_acts_name_the_articles_that_they_are_about(wording, said):
    later, published = entering("1 July 2027"), entering("This Law enters into force upon publication.")
    law = made(
        [REPEAL, ENTERING],
        [REPEAL, later],
        [entering("1 May 2027")],
        [REPEAL, published],
        [REPEAL],
        wording=wording,
    )
    assert [(each.words, each.language) for each in law.entering] == [
        (words, wording.language) for words in said
    ]


@pytest.mark.parametrize(
    "words",
    ["This Law shall enter into force 3 months after its publication.", "3 months after its publication"],
)
def test_a_time_that_is_no_day_names_its_articles_in_its_own_language(words):
    acts = [[REPEAL, entering(words)], [REPEAL, ENTERING], [REPEAL, entering(words)]]
    later = "Articles 1 and 3 of this Law enter into force 3 months after its publication."
    for wording, day in (
        (English(), "Article 2 of this Law enters into force on 1 May 2027."),
        (Russian(), "Статья 2 настоящего Закона вступает в силу с 1 мая 2027 года."),
    ):
        said = [(each.words, each.language) for each in made(*acts, wording=wording).entering]
        assert said == [(later, "en"), (day, wording.language)]


@pytest.mark.parametrize(
    "words",
    [
        "This Law enters into force on its publication, except Part 2.",
        "This Law enters into force on its publication. Dogs pay from 1 May 2027.",
        "On publication; dogs pay later.",
        "When the ferries sail.",
    ],
)
def test_a_clause_that_says_more_than_a_time_stays_as_it_is(words):
    law = made([REPEAL, entering(words)], [REPEAL, ENTERING])
    assert [each.words for each in law.entering] == [words, ENTERING.new]


def test_a_day_that_an_act_says_twice_is_one_day():
    law = made([REPEAL, ENTERING, entering("1 May 2027")], [REPEAL, entering("1 July 2027")])
    assert [each.words for each in law.entering] == [
        "Article 1 of this Law enters into force on 1 May 2027.",
        "Article 2 of this Law enters into force on 1 July 2027.",
    ]


def test_two_days_of_one_act_are_said_as_they_stand():
    law = made([REPEAL, ENTERING, entering("1 July 2027")], [REPEAL])
    assert [each.words for each in law.entering] == [
        ENTERING.new,
        "This Law enters into force on 1 July 2027.",
    ]


def test_acts_that_enter_into_force_on_different_days_say_so_one_by_one():
    other = from_json({"op": "commencement", "target": "*", "new": "Article 2 enters into force later."})
    law = made([REPEAL, ENTERING], [REPEAL, other])
    assert [(each.label, each.words) for each in law.entering] == [
        ("Article 3.", ENTERING.new),
        ("Article 4.", other.new),
    ]


@pytest.mark.parametrize(
    ("wording", "opening"),
    [
        (
            English(),
            "In the Law on Ferries (No. 1-L of 12 March 2014) the following amendment shall be made:",
        ),
        (Russian(), "Внести в Закон «Law on Ferries» (№ 1-L от 12 марта 2014 года) следующее изменение:"),
    ],
    ids=["en", "ru"],
)
def test_an_act_is_named_with_its_number_and_day_where_it_has_no_publication(wording, opening):
    assert made([REPEAL], wording=wording).articles[0].opening == opening


@pytest.mark.parametrize(
    ("wording", "title", "named"),
    [
        (English(), "Law of the Caspian Republic On Ferries", "the Law of the Caspian Republic “On Ferries”"),
        (English(), "Law of Caspia “On Ferries”", "the Law of Caspia “On Ferries”"),
        (English(), "Law of Caspia on Ferries", "the Law of Caspia on Ferries"),
        (English(), "Code of Ferries", "the Code of Ferries"),
        (English(), "On the Rules of Ferries", "the Law “On the Rules of Ferries”"),
        (English(), "“On Ferries”", "the Law “On Ferries”"),
        (Russian(), "Закон Республики Каспия о паромах", "Закон Республики Каспия «О паромах»"),
        (Russian(), "Закон Республики Каспия «О паромах»", "Закон Республики Каспия «О паромах»"),
        (Russian(), "Закон об озёрах", "Закон «Об озёрах»"),
        (Russian(), "Конституционный закон о паромах", "Конституционный закон «О паромах»"),
        (Russian(), "Указ о Законе «О паромах»", "Указ «О Законе «О паромах»»"),
        (Russian(), "Морской кодекс Республики Каспия", "Морской кодекс Республики Каспия"),
        (Russian(), "Кодекс об озёрах", "Кодекс об озёрах"),
        (Russian(), "Конституция Каспии", "Конституцию Каспии"),
        (Russian(), "О паромах", "Закон «О паромах»"),
        (Russian(), "«О паромах»", "Закон «О паромах»"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_name_of_a_law_stands_in_quotation_marks_behind_its_kind(wording, title, named):
    opening = wording.act.opening(NamedAct(title, wording.language, "law"), 2)
    assert opening.removeprefix("In ").removeprefix("Внести в ").startswith(f"{named} ")


def test_an_act_is_named_with_all_its_publications_and_the_laws_that_amended_it():
    later = (
        AmendingLaw("2-L", date(2015, 1, 5), gazettes="Gazette 2015, No. 1"),
        AmendingLaw("3-L", date(2016, 2, 6)),
    )
    act = NamedAct("On Ferries", "en", "law", "1-L", gazettes="Gazette 2014, No. 3", later=later)
    assert made([REPEAL], act=act).articles[0].opening == (
        "In the Law “On Ferries” (Gazette 2014, No. 3; Gazette 2015, No. 1; Law No. 3-L of 6 February 2016) "
        "the following amendment shall be made:"
    )


def test_a_signed_act_bears_its_day_and_number_and_a_draft_blanks():
    signed = made([REPEAL], signing=Signing(date(2027, 4, 4), "5-L"))
    assert signed.signature[1:] == ("4 April 2027", "No. 5-L")
    assert "20___" in made([REPEAL]).signature[1]


def test_what_the_chosen_language_cannot_say_is_said_in_that_of_the_act_and_what_none_can_is_described():
    odd = from_json({"op": "restate_sentence", "target": "2.1", "level": "sentence:40", "new": "Words."})
    law = made([odd], wording=Russian())
    (said,) = law.articles[0].instructions
    assert said.paragraphs == (str(odd),)
    assert said.language == "en"


def test_the_sentence_of_an_instruction_is_that_of_the_wording():
    (said, _entering) = made([REPEAL, ENTERING], [REPEAL]).articles
    assert said.instructions[0].paragraphs == ("Article 2.2 shall be repealed.",)
    assert said.instructions[0].operation is REPEAL
