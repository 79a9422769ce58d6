import pytest

from search.query.citations import find_citations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yüz iyirmi beşinci maddə əmək məcəlləsi", ["125"]),
        ("iki yuz qirx dorduncu madde", ["244"]),
        ("yüzüncü maddə", ["100"]),
        ("maddə yüz iyirmi beş", ["125"]),
        ("yüz iyirmi beş maddə", ["125"]),
        ("beş maddə", []),  # five of them
        ("one hundred twenty-fifth article of the Labour Code", ["125"]),
        ("article one hundred and twenty-five", ["125"]),
        ("Articles nine hundred and ninety-ninth", ["999"]),
        ("hundredth article", ["100"]),
        ("section two hundred manats", []),
        ("article one hundred people", []),
        ("статья двести человек", []),
        ("глава сто дней", []),
        ("maddə yüz manat", []),
        ("maddə on beş gün", []),
        ("статья двести кодекса", ["200"]),
        ("maddə yüz gömrük məcəlləsi", ["100"]),
        ("article five personal data", ["5"]),
        ("maddə on beş şəxsi məlumatlar", ["15"]),
        ("Article one hundred and two hundred visas", ["100"]),
        ("сто восемьдесят девятая статья НК", ["189"]),
        ("статья сто восемьдесят девятая", ["189"]),
        ("статья двести один", ["201"]),
        ("в статье двухсотой", ["200"]),
        ("двухсот статей", []),
    ],
)
def test_numbers_in_words_are_read_whole(text, expected):
    assert [found.citation.key for found in find_citations(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("əlli doqquz maddə üç hissə", ["(59)(3)"]),
        ("maddə əlli doqquz, hissə üç, bənd iki", ["(59)(3)(2)"]),
        ("maddə əlli doqquz hissə on", ["(59)(10)"]),
        ("maddə əlli doqquz hissə üç gün", ["(59)"]),
        ("point three of part two of article fifty-nine", ["(59)(2)(3)"]),
        ("article five part two", ["(5)(2)"]),
        ("Article 5 of the Civil Code, part two", ["(5)"]),  # which may be one of a code
        ("civil code part two article five", ["(5)"]),
        ("часть три статьи сто пятьдесят восемь", ["(158)(3)"]),
        ("статья пятьдесят девять конституции часть три", ["(59)(3)"]),
        ("статья пять часть три года", ["(5)"]),
        ("section twenty-three point two", ["(23.2)"]),
        ("maddə iyirmi üç nöqtə iki", ["(23.2)"]),
        ("статья двести двадцать восемь точка один", ["(228.1)"]),
        ("section five point c", ["(5)(c)"]),
    ],
)
def test_all_of_a_citation_may_be_in_words(text, expected):
    assert list(dict.fromkeys(found.citation.path for found in find_citations(text))) == expected
