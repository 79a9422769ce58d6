import pytest

from search.query.citations import find_citations
from search.query.pieces import unquoted


def cited(text):
    return [found.citation.path for found in find_citations(unquoted(text))]


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("части 1 и 2 статьи 12", ["(12)(1)", "(12)(2)"]),
        ("ч.ч. 1, 2 ст. 12", ["(12)(1)", "(12)(2)"]),
        ("пункты 1, 2 и 4 части 2 статьи 12", ["(12)(2)(1)", "(12)(2)(2)", "(12)(2)(4)"]),
        ("пп. 1 и 2 п. 3 ст. 12", ["(12)(3)(1)", "(12)(3)(2)"]),
        ("п. 1 ч. 2 и п. 3 ч. 4 статьи 12", ["(12)(2)(1)", "(12)(4)(3)"]),
        ("ст. 12, п. 1, п. 3", ["(12)(1)", "(12)(3)"]),
        ("12-ci maddənin 1-ci və 2-ci hissələri", ["(12)(1)", "(12)(2)"]),
        ("12-ci maddənin 1 və 2-ci hissələri", ["(12)(1)", "(12)(2)"]),
        ("Article 12, paragraphs 1 and 2", ["(12)(1)", "(12)(2)"]),
        ("paragraphs 1 and 2 of section 25(1)", ["(25)(1)(1)", "(25)(1)(2)"]),
        ("part 1 of Article 12, part 2 of Article 13", ["(12)(1)", "(13)(2)"]),
        ("Articles 12 and 13, part 2", ["(12)", "(13)(2)"]),
        ("Article 12, paragraphs 1 to 3", ["(12)(1)", "(12)(2)", "(12)(3)"]),
    ],
)
def test_what_a_list_says_once_holds_all_of_it(text, paths):
    assert cited(text) == paths


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("п. а, б ч. 2 ст. 12", ["(12)(2)(а)", "(12)(2)(б)"]),
        ("п.п. «а», «б» ч. 2 ст. 12", ["(12)(2)(а)", "(12)(2)(б)"]),
        ("12-ci maddənin a, b və ç bəndləri", ["(12)(a)", "(12)(b)", "(12)(ç)"]),
        ("points (a) and (b) of Article 12(1)", ["(12)(1)(a)", "(12)(1)(b)"]),
        ("статья 12 пункты а-в", ["(12)(а)", "(12)(б)", "(12)(в)"]),
    ],
)
def test_points_with_letters_are_listed_too(text, paths):
    assert cited(text) == paths


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("s. 12(1) and (2)", ["(12)(1)", "(12)(2)"]),
        ("paragraphs 12(1)(a) and (b)", ["(12)(1)(a)", "(12)(1)(b)"]),
        ("12(1), (3) and (4)", ["(12)(1)", "(12)(3)", "(12)(4)"]),
        ("s. 12(1)(a), (2)", ["(12)(1)(a)", "(12)(2)"]),
        ("s. 12(1)(a) to (c)", ["(12)(1)(a)", "(12)(1)(b)", "(12)(1)(c)"]),
        ("s. 12(1)(a)-(c)", ["(12)(1)(a)", "(12)(1)(b)", "(12)(1)(c)"]),
        ("section 12 (and 13)", ["(12)", "(13)"]),
        ("section 12 and (a)", ["(12)"]),
    ],
)
def test_brackets_go_on_where_those_before_ended(text, paths):
    assert cited(text) == paths


@pytest.mark.parametrize("text", ["parts 1-3 of Article 12", "12-ci maddənin 1-3-cü hissələri"])
def test_parts_with_a_hyphen_are_a_range_beside_one_part(text):
    assert cited(text) == ["(12)(1-3)", "(12)(1)", "(12)(2)", "(12)(3)"]


def test_an_inserted_part_is_no_range():
    assert cited("part 6-1 of Article 12") == ["(12)(6-1)"]


@pytest.mark.parametrize("text", ["Article 12 and 30 days", "maddə 12 və 30 gün", "статья 12, 30 дней"])
def test_so_many_of_something_are_not_of_a_list(text):
    assert cited(text) == ["(12)"]


@pytest.mark.parametrize("text", ["Konstitusiya m.60 h.I", "maddə 60 h.I"])
def test_a_roman_part_behind_its_letter_is_no_initial(text):
    assert cited(text) == ["(60)(1)"]


@pytest.mark.parametrize("text", ["m. 12 və 2-L", "Article 12 and 2-L", "ст. 12 и 2-ФЗ"])
def test_the_number_of_an_act_is_not_of_a_list(text):
    assert cited(text) == ["(12)"]


@pytest.mark.parametrize("text", ["части 1 и 2", "1-ci və 2-ci hissələr", "paragraphs 1 and 2"])
def test_a_list_of_parts_without_an_article_is_none(text):
    assert cited(text) == []
