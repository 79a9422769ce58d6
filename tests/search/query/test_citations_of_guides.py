"""Provisions as guides to legal citation write them: of Canada, the United Kingdom, Ireland, Australia and the courts of Europe."""

import pytest

from search.query.cited import Citation
from search.query.parse import parse


def cited(text):
    return [citation.key for citation in parse(text).citations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sub-sections (2) and (3) of section 7", ["7.2", "7.3"]),
        ("sub-s. (2) of s. 26.1", ["26.1.2"]),
        ("subs (1A) of s 42", ["42.1a"]),
        ("subsection (1.1) of section 42", ["42.1.1"]),
        ("sec. 7, subsec. (2)", ["7.2"]),
        ("s 20(1), subpara (a)", ["20.1.a"]),
        ("sub-paragraph (ii) of paragraph (a) of subsection (1) of section 20", ["20.1.a.ii"]),
        ("Article 4, sub-article (2)", ["4.2"]),
        ("Art. 6 par. 1 lit. f", ["6.1.f"]),
        ("md. 12, yarım-bənd 3", ["12.3"]),
        ("под-пункт 2 п. 1 ст. 52", ["52.1.2"]),
    ],
)
def test_units_are_read_with_a_hyphen_and_cut(text, expected):
    assert cited(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Part VII, section 41", ["41"]),
        ("Chapter 4, Part 2, section 15(3)", ["15.3"]),
        ("pt 3 s 41", ["41"]),
        ("subsection 3 of section 41, part VII", ["41.3"]),
        ("section 41 of Part VII of the Languages Act", ["41"]),
        ("part 2 of section 41", ["41.2"]),
        ("Article 71, part II", ["71.2"]),
        ("part II, Article 71", ["71.2"]),
        ("ч. II, ст. 25", ["25.2"]),
    ],
)
def test_a_part_holds_the_sections_of_an_english_act(text, expected):
    assert cited(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("paragraph (a) of subsection 7(2)", ["7.2.a"]),
        ("paragraphs (a) and (c) of subsection 7(2)", ["7.2.a", "7.2.c"]),
        ("subparagraph (i) of paragraph 7(2)(a)", ["7.2.a.i"]),
        ("подпункт 1 пункта 2(1) статьи 10", ["10.2.1.1"]),
    ],
)
def test_a_subsection_may_be_cited_with_its_section(text, expected):
    assert cited(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("s 3(1)(a)-(c)", ["3.1.a", "3.1.b", "3.1.c"]),
        ("Articles 6 § 1 and 13", ["6.1", "13"]),
        ("Articles 6 § 1, 8 and 13 § 2", ["6.1", "8", "13.2"]),
        ("Article 6 § 1 and § 2", ["6.1", "6.2"]),
        ("Article 6 §§ 1 and 3 (c)", ["6.1", "6.3.c"]),
        ("Article 5 § 1 (a), (c) and (f)", ["5.1.a", "5.1.c", "5.1.f"]),
        ("section 5 or 6", ["5", "6"]),
        ("section 5 or 6 months", ["5"]),
        ("12-ci və ya 13-cü maddələr", ["12", "13"]),
        ("ч. 1 или 2 ст. 10", ["10.1", "10.2"]),
        ("часть 1 и (или) 2 статьи 10", ["10.1", "10.2"]),
        ("ч. 3 ст. 30, п. «а» ч. 3 ст. 158", ["30.3", "158.3.а"]),
        ("Article 5, paragraph 2 of Article 6", ["5", "6.2"]),
        ("Articles 34, 35 § 1 and 41", ["34", "35.1", "41"]),
        ("ст.ст. 24 ч. 1 п. 2, 27 ч. 1", ["24.1.2", "27.1"]),
        ("п. 2, 3 ч. 1 ст. 24", ["24.1.2", "24.1.3"]),
        ("ст. 24 ч. 1, 2 и 3, ст. 25", ["24.1", "24.2", "24.3", "25"]),
        ("29-cu maddənin I, II və IV hissələri", ["29.1", "29.2", "29.4"]),
        ("Article 29, parts I and II", ["29.1", "29.2"]),
        ("части I–III статьи 29", ["29.1", "29.2", "29.3"]),
        ("I və II fəsillər", ["chapter.1", "chapter.2"]),
        ("a və c bəndləri, 12-ci maddə", ["12.a", "12.c"]),
        ("п.3ч.2ст.10", ["10.2.3"]),
    ],
)
def test_a_list_is_read_as_courts_write_it(text, expected):
    assert cited(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("s 22 (1) (e.1), (e.2)", ["22.1.e.1", "22.1.e.2"]),
        ("s 22(1)(e.1) and (e.2)", ["22.1.e.1", "22.1.e.2"]),
        ("s 5(1)(a)(i), (b) and (c)", ["5.1.a.i", "5.1.b", "5.1.c"]),
        ("s 5(1)(a)(i) and (ii)", ["5.1.a.i", "5.1.a.ii"]),
        ("s 5(1)(i) and (j)", ["5.1.i", "5.1.j"]),
        ("5(1)(a)(i)–(iii)", ["5.1.a.i", "5.1.a.ii", "5.1.a.iii"]),
        ("s 5(1)(b)-(d)", ["5.1.b", "5.1.c", "5.1.ç", "5.1.d"]),
        ("п. 3 (абз. 2) ст. 10", ["10.3"]),
        ("subsection two of section 5", ["5.2"]),
        ("paragraph two of Article 5", ["5.2"]),
        ("rule 39 of the Rules of Court", ["39"]),
        ("reg 12(1)(a)–(c)", ["12.1.a", "12.1.b", "12.1.c"]),
        ("regulation 26(2)", ["26.2"]),
        ("правило 39 Регламента", ["39"]),
        ("Citizenship Regulations 26", []),
        ("Regulation 2016/679, Article 5", ["5"]),
    ],
)
def test_levels_in_brackets_go_on_and_rules_are_units(text, expected):
    assert cited(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("s 4(1)(a) and (2)(b)", ["4.1.a", "4.2.b"]),
        ("s 4(1), (2)(a) and (3)", ["4.1", "4.2.a", "4.3"]),
        ("sections 5A to 5C", ["5a", "5b", "5c"]),
        ("п.а ч.2 ст.158", ["158.2.а"]),
        ("п.а, б ч.2 ст.158", ["158.2.а", "158.2.б"]),
        ("ст. 158 ч. 2 п. «а», «в»", ["158.2.а", "158.2.в"]),
        ("ст. 158 ч. 2 п. «а», «б» и «в» УК РФ", ["158.2.а", "158.2.б", "158.2.в"]),
        ("части первая и вторая статьи 5", ["5.1", "5.2"]),
        ("части вторую и третью ст. 81", ["81.2", "81.3"]),
        ("вторая статья", ["2"]),
        ("on birinci maddənin birinci və ikinci hissələri", ["11.1", "11.2"]),
        ("12 nolu maddə", ["12"]),
        ("2 №-li əlavə", ["annex.2"]),
        ("12-ci maddənin “Qeyd” hissəsi", ["12.note"]),
    ],
)
def test_what_follows_in_a_list_is_read_as_its_beginning(text, expected):
    assert cited(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Part IV of the Languages Act", ["section.4"]),
        ("languages act part iv", ["section.4"]),
        ("Pt 3 languages act", ["section.3"]),
        ("Parts II and IV of the Languages Act", ["section.2", "section.4"]),
        ("Parts 3 to 5 of the Languages Act", ["section.3", "section.4", "section.5"]),
        ("Title II of the Languages Act", ["section.2"]),
        ("Division 2 of Part 3 of the Languages Act", ["section.3.division.2"]),
        ("Part 3, Division 2 of the Languages Act", ["section.3.division.2"]),
        ("languages act part III division XIV", ["section.3.division.14"]),
        ("Divisions 2 and 3 of Part 3", ["section.3.division.2", "section.3.division.3"]),
        ("Subdivision 3 of Division 1", ["division.1.subdivision.3"]),
        ("Chapter 4 of Part 2 of the Languages Act", ["section.2.chapter.4"]),
        ("раздел 5 гк глава 61", ["section.5.chapter.61"]),
        ("глава 61 раздела V ГК", ["section.5.chapter.61"]),
        ("параграф 3 главы 30 ГК", ["chapter.30.division.3"]),
        ("5-ci fəslin 1-ci paraqrafı", ["chapter.5.division.1"]),
        ("II bölmə, 3-cü fəsil", ["section.2.chapter.3"]),
        ("section 41 of Division 2 of Part VII", ["41"]),
        ("Part 3, Division 2, section 41(2)", ["41.2"]),
    ],
)
def test_what_holds_articles_is_cited_with_what_holds_it(text, expected):
    assert cited(text) == expected


@pytest.mark.parametrize(
    ("key", "held"),
    [
        ("section.5.chapter.61", "chapter.61"),
        ("section.1.division.2.subdivision.3", "division.2.subdivision.3"),
    ],
)
def test_a_chapter_may_stand_in_another_part_than_the_one_that_is_named(key, held):
    assert Citation(key, ()).above.key == held


@pytest.mark.parametrize(
    ("text", "expected"),
    [("the 5th section of the Languages Act", ["5"]), ("2nd paragraph of the 23rd section", ["23.2"])],
)
def test_an_english_ordinal_in_figures_stands_before_its_unit(text, expected):
    assert cited(text) == expected
