"""Notes to articles and annexes with what stands in them, as they are cited in each language of the site."""

import pytest

from search.query.parse import parse


def cited(text):
    return [citation.path for citation in parse(text).citations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("примечание к ст. 158 УК", ["(158)(note)"]),
        ("п. 2 примечаний к ст. 158 УК РФ", ["(158)(note)(2)"]),
        ("п. 1, 2 примечаний к статье 158", ["(158)(note)(1)", "(158)(note)(2)"]),
        ("прим. 2 к ст. 228 УК", ["(228)(note)(2)"]),
        ("ст. 158 УК РФ (примечание)", ["(158)(note)"]),
        ("ст. 158 УК РФ примечание 4", ["(158)(note)(4)"]),
        ("maddə 511, qeyd: tormozlama", ["(511)(note)"]),
        ("qanunun 7-ci maddəsinə qeyd", ["(7)(note)"]),
        ("529-cu maddənin qeydinin 2-ci bəndi", ["(529)(note)(2)"]),
        ("note to section 5", ["(5)(note)"]),
        ("note 2 to Article 5", ["(5)(note)(2)"]),
    ],
)
def test_a_note_is_one_of_its_article(text, expected):
    assert cited(text) == expected


def test_what_holds_a_note_is_its_article():
    (point,) = parse("п. 2 примечаний к ст. 158").citations
    assert (point.above.path, point.above.above.path) == ("(158)(note)", "(158)")
    assert point.name == "п. 2 примечаний к ст. 158"


@pytest.mark.parametrize("text", ["12-ci maddədə qeyd olunan", "maddə 12 qeyd edir", "Section 12 note that"])
def test_the_verb_is_no_note(text):
    assert cited(text) == ["(12)"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Schedule III, Statutory Instruments Regulations", ["(annex.3)"]),
        ("sch. 2 para 4", ["(annex.2)(4)"]),
        ("paragraphs 3 and 4(1)(a) of Schedule 2", ["(annex.2)(3)", "(annex.2)(4)(1)(a)"]),
        ("section 1 of Schedule 2", ["(annex.2)(1)"]),
        ("s 5, Schedule 2", ["(5)", "(annex.2)"]),
        ("Schedules 1 to 3", ["(annex.1)", "(annex.2)", "(annex.3)"]),
        ("Schedules 1 and 3", ["(annex.1)", "(annex.3)"]),
        ("the First Schedule", ["(annex.1)"]),
        ("Appendix 2", ["(annex.2)"]),
        ("annex 2 row 3", ["(annex.2)(3)"]),
        ("приложение № 2 к закону", ["(annex.2)"]),
        ("п. 3 прил. N 2 к Правилам", ["(annex.2)(3)"]),
        ("1 saylı əlavənin 3-cü bəndi", ["(annex.1)(3)"]),
        ("1 və 2 saylı əlavələr", ["(annex.1)", "(annex.2)"]),
        ("Əlavə 2, 3-cü sətir", ["(annex.2)(3)"]),
    ],
)
def test_an_annex_holds_what_is_cited_in_it(text, expected):
    assert cited(text) == expected


def test_an_annex_is_looked_for_above_its_points_and_in_the_words_that_were_typed():
    (point,) = parse("annex 2 row 3").citations
    assert (point.key, point.mention, point.above.key) == ("annex.2.3", ("annex", "2", "row", "3"), "annex.2")
    assert [one.mention for one in parse("Schedules 1 and 3").citations] == [("schedules", "1"), ()]


@pytest.mark.parametrize("text", ["əlavə 3 gün", "ildə 2 əlavə istirahət günü", "schedule 2 weeks ahead"])
def test_what_is_added_or_planned_is_no_annex(text):
    assert cited(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ст. 67 прим. 1 часть 4", ["(67-1)(4)"]),
        ("УИК РФ, статья 12 прим. 1, ч. 3", ["(12-1)(3)"]),
        ("ч. 3 ст. 12 примечание 1", ["(12-1)(3)"]),
        ("ст. 228 прим", ["(228-1)"]),
        ("maddə 12 prim 1", ["(12-1)"]),
        ("п. 2 прим. к ст. 158", ["(158)(note)(2)"]),
        ("ст. 158, прим. 2", ["(158)(note)(2)"]),
        ("Art. 12bis", ["(12-bis)"]),
        ("Art. 12 bis (2)", ["(12-bis)(2)"]),
        ("Article 12 ter", ["(12-ter)"]),
        ("Article 12 terrorism", ["(12)"]),
        ("Article 12 primarily", ["(12)"]),
    ],
)
def test_an_inserted_article_is_read_as_it_is_said(text, expected):
    assert cited(text) == expected
