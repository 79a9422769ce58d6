import pytest

from search.query.bare_numbers import bare_numbers
from search.query.parse import parse


def first(text):
    citation, rest = next(bare_numbers(parse(text)))
    return citation.path or citation.key, " ".join(rest)


@pytest.mark.parametrize(
    ("text", "path", "rest"),
    [
        ("158 ч.3 УК РФ", "(158)(3)", "ук рф"),
        ("УК РФ 105 ч. 2", "(105)(2)", "ук рф"),
        ("emek mecellesi 70 c bendi", "(70)(c)", "emek mecellesi"),
        ("MM 25 2-ci hissə", "(25)(2)", "mm"),
        ("Civil Code 12 para 3", "(12)(3)", "civil code"),
        ("MM 12", "12", "mm"),
    ],
)
def test_a_number_with_a_part_behind_it_is_an_article(text, path, rest):
    assert first(text) == (path, rest)


@pytest.mark.parametrize("text", ["Əmək Məcəlləsi 70 ç bəndi", "УК 2013 ч. 3"])
def test_folded_letters_and_years_are_none(text):
    assert ")(" not in first(text)[0]
