"""Russian citations that are typed in Latin letters, and words that look like them."""

import pytest

from search.query.parse import parse
from search.query.transliterated import in_cyrillic


@pytest.mark.parametrize(
    ("query", "path", "beside"),
    [
        ("konstituciya rf statya 29 chast 5", "(29)(5)", "конституция рф"),
        ("statja 158 chast' 3 uk rf", "(158)(3)", "ук рф"),
        ("st. 105 ch. 2 p. a UK RF", "(105)(2)(а)", "ук рф"),
        ("trudovoy kodeks stat'ya 81 punkt 3", "(81)(3)", "трудовой кодекс"),
        ("25 statya nalogovyy kodeks", "(25)", "налоговый кодекс"),
    ],
)
def test_a_russian_citation_in_latin_letters_is_read(query, path, beside):
    plan = parse(query)
    assert ([one.path for one in plan.citations], " ".join(plan.beside[-1])) == ([path], beside)


@pytest.mark.parametrize(
    "query",
    [
        "s 12 ch 3 uk companies act",
        "maddə 12 hissə 3",
        "article 12 part 3",
        "st andrews",
        "statya o vizakh",
        "Punkt 3",
    ],
)
def test_other_words_stay_as_they_are(query):
    assert in_cyrillic(query) == query
