"""What suggests a right, and why."""

import json

import pytest

from rights.suggesting.cues import CueError, read_cues
from rights.suggesting.suggestion import NEAR, suggestions
from tests.benchmarks.rights import CUES, PRECISION, RECALL, cues_of, english, scored

LANGUAGES = ("az", "en", "ru")
VOCABULARY = CUES.parent / "vocab" / "rights.json"


def told(text, *lines):
    return [(one.right, one.words) for one in suggestions(text, read_cues(lines))]


def test_a_suggestion_says_the_words_as_they_stand():
    lines = ("# health", "G07: hiv, disease*", "B04: detention")
    assert told("Is infected with HIV or has a Disease listed.", *lines) == [("G07", ("HIV", "Disease"))]
    assert told("diseased", "G07: disease") == []
    assert told("The appeal", *lines) == []


def test_words_of_one_cue_stand_near_each_other_in_any_order():
    line = "B06: child* + holding centre*"
    assert told("A child is placed in a holding  centre.", line) == [("B06", ("child", "holding  centre"))]
    assert told("Holding centres and children", line) == [("B06", ("Holding centres", "children"))]
    assert told(f"A child.{' ' * NEAR}A holding centre.", line) == []
    assert told("centre* holding child", line) == []


def test_a_word_is_not_near_itself():
    assert told("children", "E03: child* + children") == []
    assert told("child and children", "E03: child* + children") == [("E03", ("child", "children"))]


def test_a_weak_cue_counts_where_nothing_else_is_suggested():
    lines = ("F05: arbitrar* | reasons", "F02: appeal*")
    assert told("It states its reasons.", *lines) == [("F05", ("reasons",))]
    assert told("It states its reasons and the appeal.", *lines) == [("F02", ("appeal",))]


def test_what_says_more_takes_the_place_of_the_other():
    lines = ("B04: detention", "B06: child* + detention", "> B06 B04")
    assert [right for right, _ in told("Detention of a child", *lines)] == ["B06"]
    assert [right for right, _ in told("Detention", *lines)] == ["B04"]


def test_the_right_with_most_words_comes_first():
    lines = ("A01: equal*", "G07: hiv, disease*")
    assert [right for right, _ in told("Equal, HIV, disease", *lines)] == ["G07", "A01"]


def test_capitals_and_forms_of_i_are_read_alike():
    assert told("ƏMƏK ŞƏRAİTİ", "G02: əmək şərait*") == [("G02", ("ƏMƏK ŞƏRAİTİ",))]
    assert told("РЕБЁНОК", "E03: ребенок") == [("E03", ("РЕБЁНОК",))]


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        (["A01 equal"], "Line 1"),
        (["A01: a", "A01: b"], "Line 2"),
        (["A01: a, ,b"], "A01"),
        (["> A B C"], "Line 1"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(lines, named):
    with pytest.raises(CueError, match=named):
        read_cues(lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_right_of_the_vocabulary_has_cues_in_every_language_and_no_other_right_has(language):
    known = {right["code"] for right in json.loads(VOCABULARY.read_text(encoding="utf-8"))}
    cues = cues_of(language)
    assert {cue.right for cue in cues.cues} == known
    assert {right for pair in cues.instead.items() for right in (pair[0], *pair[1])} <= known


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("az", "Əmək şəraiti ilə bağlı vətəndaşlarla bərabər rejim", "G02"),
        ("az", "Uşaq saxlanılma mərkəzinə yerləşdirilə bilər", "B06"),
        ("az", "Fərdi məlumatlar dövlət orqanlarına ötürülür", "E09"),
        ("ru", "Решение о выдворении может быть обжаловано в суд", "F02"),
        ("ru", "Паспорт работника хранится у работодателя", "G05"),
        ("ru", "Ребенок без сопровождения", "E04"),
    ],
)
def test_texts_of_other_languages_suggest_their_right(language, text, right):
    assert right in [one.right for one in suggestions(text, cues_of(language))]


def test_on_the_half_of_the_demo_that_was_kept_aside_suggestions_are_as_good_as_asked():
    score = scored([case for case in english() if case.is_kept_aside], cues_of("en"))
    assert score.precision >= PRECISION
    assert score.recall >= RECALL


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("en", "outside for reasons of race or religion, or for humanitarian reasons", "F05"),
        ("en", "statistics with age and gender breakdowns", "A03"),
        ("en", "is refused because of a danger to public health", "G07"),
        ("en", "the claimant applies within the time limit", "F05"),
        ("en", "acts in association with a criminal organization", "H02"),
        ("az", "yaş və gender üzrə statistika", "A03"),
        ("az", "əhalinin sağlamlığına təhlükə yaratdıqda imtina edilir", "G07"),
        ("ru", "статистика по возрасту и гендеру", "A03"),
        ("ru", "при угрозе здоровью населения во въезде отказывается", "G07"),
        ("ru", "по семейным причинам", "F05"),
        ("ru", "договор на неопределенный срок", "F05"),
    ],
)
def test_words_that_say_nothing_of_a_right_suggest_none(language, text, right):
    assert right not in [one.right for one in suggestions(text, cues_of(language))]


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("en", "a risk to their life", "B01"),
        ("en", "Ensure that asylum seekers have access to a fair procedure", "C01"),
        ("en", "cruel and unusual treatment or punishment", "B02"),
        ("en", "A removal order comes into force", "C04"),
        ("en", "orders the release of a foreign national on conditions", "B04"),
        ("en", "is held in a provincial prison together with convicted persons", "B05"),
        ("en", "letters and other correspondence may be withheld", "E01"),
        ("en", "to see that families are reunited", "E02"),
        ("en", "decides without a hearing", "F01"),
        ("en", "must provide written reasons", "F05"),
        ("az", "həyatı üçün real təhlükə yaranarsa", "B01"),
        ("az", "qəddar rəftar", "B02"),
        ("az", "ölkədən çıxarılması haqqında qərar icra edilir", "C04"),
        ("az", "saxlanılma mərkəzindən azad edilir", "B04"),
        ("az", "məhkumlarla birlikdə saxlanılır", "B05"),
        ("az", "onun yazışmasına nəzarət edilir", "E01"),
        ("az", "ailəsinə qovuşur", "E02"),
        ("az", "dinlənilmək hüququ vardır", "F01"),
        ("ru", "угроза его жизни", "B01"),
        ("ru", "жестокое и необычное обращение", "B02"),
        ("ru", "решение о депортации вступает в силу", "C04"),
        ("ru", "о помещении иностранца, подлежащего высылке, в специальное учреждение", "B04"),
        ("ru", "содержится вместе с осужденными", "B05"),
        ("ru", "переписка может быть ограничена", "E01"),
        ("ru", "семьи воссоединяются", "E02"),
        ("ru", "имеет право быть заслушанным", "F01"),
    ],
)
def test_words_of_laws_from_elsewhere_suggest_their_right(language, text, right):
    assert right in [one.right for one in suggestions(text, cues_of(language))]
