import pytest

from search.query.citations import find_citations
from search.query.parse import parse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("чч. 1 и 2 ст. 14", ["14.1", "14.2"]),
        ("стст. 5 и 6", ["5", "6"]),
        ("подп. 2 п. 1 ст. 52", ["52.1.2"]),
        ("п/п 2 п. 1 ст. 52", ["52.1.2"]),
        ("п.п. 2) п. 1 ст. 52", ["52.1.2"]),
        ("ст. 52 п. 1 п. 2", ["52.1.2"]),
        ("абз. второй п. 3 ст. 10", ["10.3"]),
        ("во 2-м пункте 4-й статьи", ["4.2"]),
        ("81-ую статью", ["81"]),
        ("ст. 4 закона от 25.07.2002", ["4"]),
        ("ст. 4 закона № 4528-1", ["4"]),
        ("4528-1 ст. 4", ["4"]),
        ("статья 81 Трудового кодекса, пункт 6, подпункт а", ["81.6.а", "81.6.а"]),
        ("Article 12 of the Migration Code, paragraph 3", ["12.3", "12.3"]),
        ("ст. 10 Гражданского кодекса (часть вторая)", ["10"]),
        ("ч. 3 ст. 30 – ч. 1 ст. 105", ["30.3", "105.1"]),
        ("ГК (часть третья), статья 1154 п. 1", ["1154.1"]),
        ("пункт 1 ст. 1154 части третьей", ["1154.1"]),
        ("подпункты а) и б) пункта 1 статьи 10", ["10.1.а", "10.1.б"]),
        ("статьи 2, 17 (часть 3) и 19", ["2", "17.3", "19"]),
        ("ч. 3 ст. 30, п. а ч. 3 ст. 158", ["30.3", "158.3.а"]),
        ("s. 7, subs. (2), para. (b)", ["7.2.b"]),
        ("sub-s. (2) of s. 26.1", ["26.1.2"]),
        ("sub-para (i) of para (a) of s 9", ["9.a.i"]),
        ("subsection (1.1) of section 42", ["42.1.1"]),
        ("cl. (b) of subs. (3) of s. 5", ["5.3.b"]),
        ("кража (ч. 2 ст. 158 УК)", ["158.2"]),
        ("part VII section 41", ["41"]),
        ("пп. 2 п. 2 и п. 3 ст. 434.1", ["434.1.2.2", "434.1.3"]),
        ("tavanı 2,7 m olan otaq, maddə 59.4", ["59.4"]),
        ("maddə 2,7", ["2", "7"]),
        ("section 41(2) of Part VII", ["41.2"]),
        ("Article 41, part II", ["41.2"]),
        ("maddə 12, hissə 1, yarım-bənd a", ["12.1.a"]),
    ],
)
def test_provisions_are_cited_as_courts_and_letters_cite_them(text, expected):
    assert [found.citation.key for found in find_citations(text)] == expected


@pytest.mark.parametrize(
    ("query", "path"),
    [
        ('ст158ч3п"г" ук', "(158)(3)(г)"),
        ("ст158ч3пг ук", "(158)(3)(г)"),
        ("пп3п1ст220нк", "(220)(1)(3)"),
        ("ст.51ГК", "(51)"),
        ("maddə25hissə1bənd2", "(25)(1)(2)"),
    ],
)
def test_a_citation_is_read_where_no_blank_parts_its_levels(query, path):
    assert [one.path for one in parse(query).citations] == [path]
