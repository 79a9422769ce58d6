"""Notes that are typed with their word: the act prints it before them."""

from dataclasses import replace

import pytest

from amendments.instructions.completing.typed_lines import with_provisions_below
from amendments.instructions.touches import named
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from azerbaijan.schemes import SCHEMES
from tests.amendments.instructions.completing.typed_forms import said

ACTS = {
    "en": (ENGLISH, "Article 1. Fee\n1. One.\n\nAnnex\nFees\n1\tBoat\t5\n2\tYacht\t40\n{}", "Note: The fee is for a day."),
    "ru": (RUSSIAN, "Статья 1. Сбор\n1. Раз.\n\nПриложение\nСборы\n1\tЛодка\t5\n2\tЯхта\t40\n{}", "Примечание. Плата за сутки."),
    "az": (SCHEMES[0], "Maddə 1. Rüsum\n1.1. Bir.\n\nƏlavə\nRüsumlar\n1\tQayıq\t5\n2\tYaxta\t40\n{}", "Qeyd: Rüsum gün üçündür."),
}  # fmt: skip
TYPED = [
    ("en", "Note. The fee is for 2 days.", "The fee is for 2 days."),
    ("en", "NOTE: 2 days.", "2 days."),
    ("en", "Note:\nIt is for 2 days.", "It is for 2 days."),
    ("en", "Note that the fee is low.", "Note that the fee is low."),
    ("en", "3 days. Note: no more.", "3 days. Note: no more."),
    ("ru", "Примечание. Плата за двое суток.", "Плата за двое суток."),
    ("ru", "ПРИМЕЧАНИЕ: 3 дня.", "3 дня."),
    ("ru", "Примечание применяется.", "Примечание применяется."),
    ("ru", "Примечание к таблице. Плата.", "Примечание к таблице. Плата."),
    ("az", "Qeyd. İki gün üçündür.", "İki gün üçündür."),
    ("az", "QEYD: 3 gün.", "3 gün."),
    ("az", "Qeyd edilən rüsum ödənilir.", "Qeyd edilən rüsum ödənilir."),
]


@pytest.mark.parametrize(("language", "typed", "words"), TYPED)
def test_the_word_before_an_edited_note_is_taken_off(language, typed, words):
    scheme, act, note = ACTS[language]
    tree = scheme.parse(act.format(note)).tree
    edited = replace(named(tree, "annex note"), text=typed)
    assert named(with_provisions_below(tree, edited, scheme), "annex note").text == words


@pytest.mark.parametrize(("op", "has_note"), [("restate", True), ("insert_element", False)])
@pytest.mark.parametrize(("language", "typed", "words"), TYPED)
def test_the_word_before_a_restated_or_new_note_is_taken_off(language, typed, words, op, has_note):
    scheme, act, note = ACTS[language]
    operation, after = said(act.format(note if has_note else ""), scheme, op, "annex note", typed)
    assert operation.new == words
    assert after.rstrip().endswith(f"{note.partition(' ')[0]} {words}")


def test_a_note_before_which_the_act_prints_no_word_keeps_its_own():
    scheme, act, note = ACTS["en"]
    tree = scheme.parse(act.format(note)).tree
    bare = replace(named(tree, "annex note"), layout="\n{text}")
    edited = replace(bare, text="Note: Now it has a word.")
    after = with_provisions_below(tree.changed([bare]), edited, scheme)
    assert named(after, "annex note").text == "Note: Now it has a word."
