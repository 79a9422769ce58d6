from dataclasses import replace

import pytest

from amendments.instructions.completing.completed import completed
from amendments.instructions.completing.typed_lines import with_provisions_below
from amendments.instructions.execution.tree_edits import locate
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from azerbaijan.schemes import SCHEMES

AZ, *_ = SCHEMES
ACTS = {
    "az": (AZ, "QANUN\nArılar haqqında\n\nV fəsil\nMum\n\nMaddə 10. Baytarlıq\n10.1. Söz.\n\nMaddə 11. Bal\nMətn.\n"),
    "en": (ENGLISH, "LAW\nOn Bees\n\nChapter 2. Wax\n\nArticle 10. Vets\n10.1. Text.\n\nArticle 11. Honey\nText.\n"),
    "ru": (RUSSIAN, "ЗАКОН\nО пчёлах\n\nГлава 2. Воск\n\nСтатья 10. Врачи\n10.1. Слово.\n\nСтатья 11. Мёд\nСлово.\n"),
}  # fmt: skip
TYPED = [
    ("az", "10", "Maddə 10. Baytarlıq nəzarəti", "Baytarlıq nəzarəti"),
    ("az", "10", "MADDƏ 10. Baytarlıq nəzarəti", "Baytarlıq nəzarəti"),
    ("az", "10", "10. Baytarlıq nəzarəti", "Baytarlıq nəzarəti"),
    ("az", "chapter V", "V fəsil\nArı mumu", "Arı mumu"),
    ("az", "chapter V", "V fəsil. Arı mumu", "Arı mumu"),
    ("az", "chapter V", "Fəsil 5. Arı mumu", "Arı mumu"),
    ("en", "10", "Article 10. Animal health", "Animal health"),
    ("en", "chapter 2", "Chapter 2. Beeswax", "Beeswax"),
    ("en", "chapter 2", "CHAPTER II\nBeeswax", "Beeswax"),
    ("ru", "10", "Статья 10. Надзор", "Надзор"),
    ("ru", "chapter 2", "Глава 2. Пчелиный воск", "Пчелиный воск"),
    ("az", "10", "10 gün", "10 gün"),
    ("az", "10", "10. maddənin tətbiqi", "10. maddənin tətbiqi"),
    ("ru", "10", "10) “Врачи”", "“Врачи”"),
    ("az", "10", "Maddə 11 barədə", "Maddə 11 barədə"),
    ("az", "10", "Maddə 10", "Maddə 10"),
]


@pytest.mark.parametrize(("language", "target", "typed", "kept"), TYPED)
def test_a_heading_is_kept_without_the_number_that_the_act_prints(language, target, typed, kept):
    scheme, text = ACTS[language]
    tree = scheme.parse(text).tree
    of_heading = Operation(Op.RESTATE_HEADING, target, level="heading", new=typed)
    assert completed(tree, of_heading, scheme).new == kept
    whole = completed(tree, Operation(Op.RESTATE, target, heading=typed), scheme)
    assert (whole.op, whole.new) == (Op.RESTATE_HEADING, kept)
    in_place = with_provisions_below(tree, replace(locate(tree, target), heading=typed), scheme)
    assert locate(in_place, target).heading == kept


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [("az", "Maddə {}. Prinsip", "{}. Prinsip"), ("en", "Article {}. Principle", "{}. Principle")],
)
def test_headings_of_new_articles_are_too(language, first, second):
    scheme, text = ACTS[language]
    tree = scheme.parse(text).tree
    child = NewElement("10-2", heading=second.format("10-2"), text="x.")
    operation = Operation(
        Op.INSERT_ELEMENT, "10-1", heading=first.format("10-1"), new="x.", children=(child,)
    )
    kept = completed(tree, operation, scheme)
    words = second.partition(" ")[2]
    assert (kept.heading, kept.children[0].heading) == (words, words)


def test_what_the_heading_in_force_begins_with_belongs_to_it():
    tree = AZ.parse("QANUN\nArılar haqqında\n\nMaddə 10. 10. qrup\nMətn.\n").tree
    operation = Operation(Op.RESTATE_HEADING, "10", level="heading", new="10. dəstə")
    assert completed(tree, operation, AZ).new == "10. dəstə"


def test_the_words_that_come_into_a_heading_are_no_heading():
    scheme, text = ACTS["en"]
    words = Operation(Op.REPLACE_WORDS, "10", level="heading", old="Vets", new="10. Aim")
    assert completed(scheme.parse(text).tree, words, scheme).new == "10. Aim"


def test_a_heading_of_several_provisions_loses_the_number_of_any_of_them():
    scheme, text = ACTS["en"]
    operation = Operation(Op.RESTATE_HEADING, targets=("10", "11"), level="heading", new="11. Aim")
    assert completed(scheme.parse(text).tree, operation, scheme).new == "Aim"
