"""The yardstick itself."""

import pytest

from tests.relevance.citations import fits, write
from tests.relevance.corpus import CODES, Item
from tests.relevance.measures import interval, is_held_out, ndcg
from tests.relevance.queries import answering, in_ascii, in_capitals, printed, with_a_typo


@pytest.mark.parametrize(
    ("hits", "expected"), [(["a", "b"], 1), (["x", "a"], 0.6309), (["x"] * 10 + ["a"], 0), ([], 0)]
)
def test_the_sooner_what_is_right_the_better(hits, expected):
    assert ndcg(hits, {"a": 1.0}) == pytest.approx(expected, abs=1e-3)


def test_the_worthier_first_is_best():
    gains = {"a": 2.0, "b": 1.0}
    assert ndcg(["a", "b"], gains) == 1
    assert ndcg(["b", "a"], gains) < 1


def test_an_interval_holds_the_mean():
    mean, low, high = interval([0.0, 1.0] * 50)
    assert low < mean == 0.5 < high


def test_about_half_is_held_out_and_always_the_same():
    assert 400 < sum(is_held_out(str(number)) for number in range(1000)) < 600
    assert is_held_out("a") == is_held_out("a")


def test_texts_are_spoilt_as_people_spoil_them():
    assert in_ascii("Şəxsin işi") == "Sexsin isi"
    assert in_capitals("iş ılıq") == "İŞ ILIQ"
    assert with_a_typo("residence permit") == with_a_typo("residence permit") != "residence permit"


@pytest.mark.parametrize(
    ("form", "number", "expected"),
    [
        ("{n}-{o} maddə", "12.3", "12.3-cü maddə"),
        ("{n}-{o} maddə", "20", "20-ci maddə"),
        ("{a}-{oa} maddənin {p}-{op} hissəsi", "40.6", "40-cı maddənin 6-cı hissəsi"),
        ("Art. {a}({p})({s})", "3.0.17", "Art. 3(0)(17)"),
    ],
)
def test_citations_are_written_as_the_language_asks(form, number, expected):
    assert fits(form, number)
    assert write(form, number) == expected


def test_a_form_takes_only_numbers_of_its_levels():
    assert not fits("Art. {a}({p})", "12")
    assert not fits("пункт {n}", "12")


@pytest.mark.parametrize("heading", ["Assistance to Minister", "Duty to inform", "issues", "Şəxsin işi"])
def test_a_slip_is_one_in_one_word_and_never_none(heading):
    spoilt = with_a_typo(heading)
    assert spoilt != heading
    assert abs(len(spoilt) - len(heading)) <= 1
    assert sum(a != b for a, b in zip(spoilt.split(), heading.split(), strict=True)) == 1


def test_citations_are_taken_from_the_acts_as_they_print_them():
    items = [
        Item("a", CODES[0], "az", "21.1", "", "bu Məcəllənin 21.3-cü maddəsinə uyğun olaraq"),
        Item("b", CODES[0], "az", "21.3", "", "Məcəllənin 7-ci maddəsi"),  # there is no such article
    ]
    assert [(query.text, query.gains) for query in printed(items)] == [
        ("bu Məcəllənin 21.3-cü maddəsinə uyğun olaraq", {"b": 1.0})
    ]


def test_a_unit_is_answered_by_what_is_in_it_and_only_once():
    items = {
        number: Item(number, CODES[0], "az", number, "", "") for number in ("21", "21.1", "21.1.2", "211")
    }
    assert answering(["21.1.2", "21.1", "211"], {"21.1": 2.0}, items) == [
        "21.1",
        "no answer: 21.1",
        "no answer: 211",
    ]
