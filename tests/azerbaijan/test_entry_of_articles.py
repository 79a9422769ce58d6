"""Articles of an amending law of Azerbaijan that enter into force on days of their own."""

from dataclasses import replace
from datetime import date

import pytest

from amendments.instructions.entry_into_force import EntryIntoForce, time_said
from azerbaijan.wordings import Azerbaijani, EnglishOfAzerbaijan, RussianOfAzerbaijan

EN, AZ, RU = EnglishOfAzerbaijan(), Azerbaijani(), RussianOfAzerbaijan()


@pytest.mark.parametrize(
    ("wording", "kind", "articles", "said"),
    [
        (AZ, "law", (2,), "Bu Qanunun 2-ci maddəsi 2030-cu il oktyabrın 9-dan qüvvəyə minir."),
        (AZ, "law", (1, 3), "Bu Qanunun 1-ci və 3-cü maddələri 2030-cu il oktyabrın 9-dan qüvvəyə minir."),
        (AZ, "constitution", (2,), "Bu Konstitusiya Qanununun 2-ci maddəsi 2030-cu il oktyabrın 9-dan qüvvəyə minir."),
        (AZ, "decision", (2,), "Bu Qərarın 2-ci maddəsi 2030-cu il oktyabrın 9-dan qüvvəyə minir."),
        (RU, "constitution", (2,), "Статья 2 настоящего Конституционного закона вступает в силу с 9 октября 2030 года."),
        (RU, "decision", (2,), "Статья 2 настоящего Постановления вступает в силу с 9 октября 2030 года."),
    ],
)  # fmt: skip
def test_articles_of_the_amending_act_enter_into_force_apart(wording, kind, articles, said):
    assert wording.act.enters(kind, EntryIntoForce(date(2030, 10, 9), articles)) == said


@pytest.mark.parametrize(
    ("wording", "words", "said"),
    [
        (AZ, "Bu Qanun dərc edildiyi gündən 3 ay sonra qüvvəyə minir.", "Bu Qanunun 1-ci və 3-cü maddələri dərc edildiyi gündən 3 ay sonra qüvvəyə minir."),
        (AZ, "Dərc edildiyi gündən üç ay sonra", "Bu Qanunun 1-ci və 3-cü maddələri dərc edildiyi gündən üç ay sonra qüvvəyə minir."),
        (RU, "Настоящий Закон вступает в силу по истечении трёх месяцев со дня его опубликования.", "Статьи 1 и 3 настоящего Закона вступают в силу по истечении трёх месяцев со дня его опубликования."),
        (RU, "По истечении трёх месяцев со дня опубликования", "Статьи 1 и 3 настоящего Закона вступают в силу по истечении трёх месяцев со дня опубликования."),
        (EN, "Three months after publication", "Articles 1 and 3 of this Law enter into force three months after publication."),
    ],
)  # fmt: skip
def test_a_time_that_is_no_day_is_said_of_articles(wording, words, said):
    entry = time_said(words, wording)
    assert wording.act.enters("law", replace(entry, articles=(1, 3))) == said
    assert time_said(wording.act.enters("law", entry), wording) == entry


@pytest.mark.parametrize(
    ("wording", "words"),
    [
        (AZ, "Bu Qanun 2-ci maddəsi istisna olmaqla dərc edildiyi gündən qüvvəyə minir."),
        (AZ, "Bu maddə dərc edildiyi gündən 3 ay sonra qüvvəyə minir."),
        (AZ, "Gəmilər üzəndə"),
        (RU, "Настоящий Закон вступает в силу со дня опубликования, за исключением статьи 2."),
        (RU, "Статья 2 вступает в силу через месяц после опубликования."),
    ],
)
def test_what_says_more_than_a_time_is_none(wording, words):
    assert time_said(words, wording) is None
