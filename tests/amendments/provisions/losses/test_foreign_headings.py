"""Headings in other languages count alone; words that only begin like one do not."""

import pytest

from amendments.provisions.losses.foreign_headings import ForeignHeadings

EN = ("article", "chapter", "section", "part", "title", "annex")
AZ = ("maddə", "madda", "fəsil", "bölmə", "əlavə")


@pytest.mark.parametrize(
    "line",
    [
        "Artículo 5. Las tasas",
        "ARTICULO 5.* Las tasas.",
        "Artículo 1o.- Las tasas",
        "Titre VIII : Des lampes",
        "TÍTULO I Las lámparas",
        "Άρθρο 6",
        "ΚΕΦΑΛΑΙΟ Β΄",
        "Стаття 129-1.",
        "5-бап. Алымдар",
        "12-modda. Yigʻimlar",
        "1-ci fəsil",
        "3 luku",
        "1. peatükk Üldsätted",
        "5. pants. Nodevas",
        "CAPÍTULO PRIMERO",
        "Artículo Segundo.- La lámpara",
        "Erster Abschnitt",
        "BİRİNCİ BÖLÜM",
        "## Anlage 1 (zu § 3)",
        '<a id="a5"></a>Artikel 5',
        "第五条 税款",
        "제5조 수수료",
        "მუხლი 5. მოსაკრებლები",
    ],
)
def test_a_heading_in_another_language_is_seen(line):
    assert ForeignHeadings(EN).begins(line)


@pytest.mark.parametrize(
    "line",
    [
        "artículo 8 Lámpara Número 5, which a line break parted",
        "Artikel 1 gilt auch für Lampen.",
        "Lampas 5 un 6 ir spuldzes.",
        "In Article 5 the word",
        "Lamps and bulbs",
        "5 lamps are enough.",
        "",
    ],
)
def test_other_words_are_none(line):
    assert not ForeignHeadings(AZ).begins(line)


@pytest.mark.parametrize("line", ["Chapter 5", "Article Five", "Part 1. Fees"])
def test_the_words_of_the_own_language_are_left_to_its_scheme(line):
    assert not ForeignHeadings(EN).begins(line)
    assert ForeignHeadings(AZ).begins(line)


def test_one_heading_in_another_language_stops_the_import(az, ru):
    for scheme, line in ((az, "Статья 7. Имя"), (ru, "Maddə 7. Ad"), (ru, "Стаття 7. Назва")):
        parsed = scheme.parse(f"QANUN\n{line}\nMətn.\n")
        assert {finding.code for finding in parsed.stopping} == {"unknown_headings"}
