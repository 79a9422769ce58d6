"""Where few texts have all words, those that say most of what is asked follow."""

import pytest

from search import dictionary
from search.kin import likeness
from search.queries.told import notes
from search.query.parse import parse
from tests.search.asking import found, search

pytestmark = pytest.mark.django_db


def test_where_nothing_has_enough_of_the_words_texts_with_some_are_shown_and_it_is_said(notebook):
    notebook.add("torture is forbidden", id="some")
    notebook.index()
    results = search("torture prohibition everywhere always")
    assert ([card.hit.id for card in results.cards], results.is_loose) == (["some"], True)
    assert not search("torture forbidden").is_loose


def test_of_three_words_all_count_and_texts_with_the_most_of_them_follow(notebook):
    notebook.add("a residence permit is refused", id="all")
    notebook.add("a residence permit is granted", id="two")
    notebook.add("a permit", id="one")
    notebook.index()
    assert found("residence permit refused") == ["all"]
    results = search("residence permit extended")
    assert (results.total, results.is_loose) == (0, True)
    assert {card.hit.id for card in results.looser} == {"all", "two", "one"}
    assert [card.hit.id for card in results.looser][-1] == "one"


def test_looser_hits_fit_the_filters_too(notebook):
    notebook.add("torture is forbidden", id="both", instrument="1-L")
    notebook.add("torture", id="one", instrument="2-L")
    notebook.index()
    results = search("torture forbidden", instrument="2-L")
    assert (results.total, [card.hit.id for card in results.cards]) == (0, ["one"])


def test_looser_hits_follow_where_fewer_than_ten_have_all_words_and_no_group_comes_twice(notebook):
    for number in range(8):
        notebook.add(f"permit refusal {number}", id=f"full-{number}")
    notebook.add("the refusal alone", id="loose")
    notebook.add("an older refusal", id="older", group="p", is_current=False)
    notebook.add("permit refusal now", id="now", group="p")
    notebook.index()
    results = search("permit refusal")
    assert (results.total, len(results.full), [card.hit.id for card in results.looser]) == (9, 9, ["loose"])
    notebook.add("permit refusal 9", id="full-9")
    notebook.index()
    results = search("permit refusal")
    assert (results.total, len(results.full), results.looser) == (10, 10, ())


@pytest.mark.parametrize(
    ("language", "body", "query"),
    [
        ("az", "işçinin əmək haqqı hər ay ödənilir", "maaşım nə vaxt verilir"),
        ("az", "Yol-nəqliyyat hadisəsi", "avariya"),
        ("az", "Tam iş vaxtı", "iş saatım"),
        ("en", "An employer must not discriminate", "my boss"),
        ("ru", "Возврат излишне уплаченных сумм", "переплатил"),
        ("az", "Cərimələnmiş şəxslər", "cəriməçilər"),
    ],
)
def test_words_of_the_law_and_words_alike_answer_everyday_words(notebook, language, body, query):
    notebook.add(body, language=language, id="answer")
    notebook.add("nothing of the kind", id="other")
    notebook.index()
    assert [card.hit.id for card in search(query).cards] == ["answer"]


def test_phrases_stand_and_what_is_excluded_does_not_in_looser_hits_too(notebook):
    notebook.add("the family members of a refugee", id="answer")
    notebook.add("family members", id="less")
    notebook.add("members of a family of a refugee", id="no phrase")
    notebook.add("family members of a refugee or spouse", id="excluded")
    notebook.index()
    results = search('"family members" refugees abroad -spouse')
    assert [card.hit.id for card in results.cards] == ["answer"]


def test_words_of_the_law_that_mean_a_word_make_it_no_commoner(notebook):
    for number in range(30):
        notebook.add(f"the remuneration of the board {number}", id=f"law{number}")
    notebook.add("the wages here", id="typed")
    notebook.add("somebody remains unpaid", id="other")
    notebook.index()
    wage, unpaid = sorted(likeness(parse("wages unpaid")).senses, key=lambda sense: "unpaid" in sense.words)
    assert wage.weight == unpaid.weight


def test_azerbaijani_words_of_one_root_say_each_other_however_they_end(notebook):
    for number, form in enumerate(("yoxlama", "yoxlanılan", "yoxlayıcı", "yoxlayaraq")):
        notebook.add(f"{form} {number}", language="az", id=f"form{number}")
    notebook.add("yoxsul ailə", language="az", id="other")
    notebook.index()
    for typed in ("malımı yoxlayanda", "malimi yoxlayanda"):
        hits = {card.hit.id for card in search(typed).cards}
        assert hits == {"form0", "form1", "form2", "form3"}


def test_a_rare_form_of_a_common_root_weighs_as_the_common_root(notebook):
    for number in range(30):
        notebook.add(f"yoxlama yoxlanılan yoxlayıcı {number}", language="az", id=f"law{number}")
    notebook.add("malımı", language="az", id="rare")
    notebook.index()
    dictionary.count()
    rare, common = likeness(parse("malımı yoxlayanda")).senses
    assert ("malimi" in rare.words, "yoxlama" in common.words) == (True, True)
    assert rare.weight > 2 * common.weight


@pytest.mark.parametrize(
    ("typed", "shown"), [("residxwqkzv fee", []), ("qwzxplk fee", []), ("residents fee", ["kin"])]
)
def test_a_word_that_stands_nowhere_is_not_said_by_what_shares_its_beginning_alone(notebook, typed, shown):
    notebook.add("the residence", id="kin")
    notebook.add("a penalty", id="other")
    notebook.index()
    assert [card.hit.id for card in search(typed).cards] == shown


@pytest.mark.parametrize(("language", "is_form"), [("en", False), ("az", True)])
def test_a_word_without_letters_of_its_own_loses_the_endings_of_the_language_that_has_it(
    notebook, language, is_form
):
    notebook.add("lander", language=language, id="typed")
    notebook.add("landacaq landmaq landib", language=language, id="of its root in one language")
    notebook.index()
    (sense,) = likeness(parse("lander")).senses
    assert ("landacaq" in sense.words) is is_form


def test_a_misspelled_word_counts_as_the_word_that_it_stands_for(notebook):
    notebook.add("возврат товара", id="return", language="ru")
    notebook.add("прочее", id="other", language="ru")
    notebook.index()
    assert [card.hit.id for card in search("возрат навсегда").looser] == ["return"]


def test_a_word_that_stands_only_with_endings_is_understood_misspelled(notebook):
    notebook.add("yataqxanalarda yaşamaq", id="dormitory", language="az")
    notebook.index()
    assert found("yataxana") == ["dormitory"]


def test_what_was_typed_on_another_keyboard_layout_is_found_and_it_is_said(notebook):
    notebook.add("моральный вред", id="harm", language="ru")
    notebook.index()
    results = search("vjhfkmysq dhtl")
    assert [card.hit.id for card in results.cards] == ["harm"]
    assert "моральный вред" in notes(results.plan)[0]
    assert not search("xyz qwv").plan.misread
