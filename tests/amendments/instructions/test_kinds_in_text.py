"""The official wording calls a provision what it is in the text: "1)" right in an article is a point, and no part."""

import pickle
from datetime import date

import pytest

from amendments.instructions.citations import CitationInText
from amendments.instructions.execute import execute
from amendments.instructions.kinds_in_text import in_text
from amendments.instructions.law_record import AmendingLaw, frame_of, written
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.instructions.prose.russian_wording import Russian
from amendments.instructions.wording import Mood
from amendments.provisions.russian_scheme import RUSSIAN
from amendments.provisions.tree import Kind
from azerbaijan.schemes import SCHEMES
from azerbaijan.wordings import WORDINGS

AZ = """Maddə 1. Anlayışlar
Bu Qanunda:
1) bərə;
2) gəmi.

Maddə 2. Hüquqlar
2.1. Sərnişinin hüquqları:
1) minmək:
a) əvvəl;
b) sonra;
2) düşmək.

Maddə 3. Haqq
1. Haqq ödənilir:
1) nağd;
a) manatla;
2) kartla.
2. Uşaqlar ödəmir.
Qeyd:
1. Uşaq.
2. Böyük.
"""
RU = """Статья 1. Понятия
В Законе:
1) паром;
2) судно.

Статья 3. Плата
1. Плата вносится:
1) деньгами;
а) рублями;
2) картой.
"""
TREES = {"az": SCHEMES[0].parse(AZ).tree, "ru": RUSSIAN.parse(RU).tree}
PROSE = {"az": WORDINGS[0], "ru": Russian()}
SAID = [
    ("az", "1(2)", "1-ci maddənin 2-ci bəndi ləğv edilsin."),
    ("az", "2.1(1)", "2.1-ci maddənin 1-ci bəndi ləğv edilsin."),
    ("az", "2.1(1)(a)", "2.1-ci maddənin 1-ci bəndinin “a” yarımbəndi ləğv edilsin."),
    ("az", "3(1)", "3-cü maddənin 1-ci hissəsi ləğv edilsin."),
    ("az", "3(1)(1)", "3-cü maddənin 1-ci hissəsinin 1-ci bəndi ləğv edilsin."),
    ("az", "3(1)(1)(a)", "3-cü maddənin 1-ci hissəsinin 1-ci bəndinin “a” yarımbəndi ləğv edilsin."),
    ("az", "3 note point 2", "3-cü maddənin “Qeyd” hissəsinin 2-ci bəndi ləğv edilsin."),
    ("az", "3(7)", "3-cü maddənin 7-ci hissəsi ləğv edilsin."),
    ("ru", "1(2)", "Пункт 2 статьи 1 признать утратившим силу."),
    ("ru", "3(1)(1)", "Пункт 1 части 1 статьи 3 признать утратившим силу."),
]


def word(language, operation, mood=Mood.IMPERATIVE):
    return PROSE[language].word(in_text(operation, TREES[language]), mood)


@pytest.mark.parametrize(("language", "target", "said"), SAID)
def test_a_provision_is_called_by_its_kind(language, target, said):
    operation = Operation(Op.REPEAL, target)
    assert word(language, operation) == said
    assert PROSE[language].parse(said) == [operation]


def test_so_is_a_new_one_and_what_it_stands_behind():
    new = Operation(Op.INSERT_ELEMENT, "1(3)", new="sal;", after="1(1)", label="3)")
    text = execute(TREES["az"], [new], SCHEMES[0])
    said = WORDINGS[0].word(in_text(new, text), Mood.IMPERATIVE)
    assert said.startswith("1-ci maddənin 1-ci bəndindən sonra aşağıdakı məzmunda 3-cü bənd əlavə edilsin")


def test_so_is_a_provision_in_a_footnote():
    base, frame = TREES["az"], frame_of(WORDINGS[0])
    changes = [Operation(Op.REPLACE_WORDS, "1(2)", old="gəmi", new="sal")]
    after = execute(base, changes, SCHEMES[0])
    law = AmendingLaw("2-VQ", date(2027, 4, 4))
    (note,) = written(base, after, changes, law, frame, SCHEMES[0], "SİYAHI").footnotes
    assert "1-ci maddənin 2-ci bəndində “gəmi” sözü" in note.text


def test_an_operation_that_knows_its_kinds_is_the_same_one():
    operation = Operation(Op.RENUMBER_AND_ADD, "1(2)", children=(NewElement("1(4)"),))
    known = in_text(operation, TREES["az"])
    assert known == operation
    again = pickle.loads(pickle.dumps(known))  # noqa: S301 - of our own
    assert again == operation
    assert WORDINGS[0].word(again, Mood.PAST) == WORDINGS[0].word(known, Mood.PAST)


@pytest.mark.parametrize(
    ("name", "kinds", "said", "read"),
    [
        ("annex(3)", (Kind.PART,), "Пункт 3 приложения признать утратившим силу.", "annex point 3"),
        (
            "annex 2(3)(1)",
            (Kind.PART, Kind.POINT),
            "Подпункт 1 пункта 3 приложения 2 признать утратившим силу.",
            "annex 2 point 3(1)",
        ),
        (
            "annex 2 article 3(1)",
            (Kind.PART,),
            "Часть 1 статьи 3 приложения 2 признать утратившей силу.",
            "annex 2 article 3(1)",
        ),
    ],
)
def test_annexes_are_divided_into_points_in_russian(name, kinds, said, read):
    target = CitationInText(name)
    target.kinds = kinds
    operation = Operation(Op.REPEAL, target)
    assert Russian().word(operation, Mood.IMPERATIVE) == said
    assert [each.target for each in Russian().parse(said)] == [read]
