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
