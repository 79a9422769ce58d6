import pytest

from search.query.acts import Acts
from search.query.parse import parse
from search.query.spaced import spaced

ACTS = Acts(
    [
        ("A-1", "Access to Information Act"),
        ("713-IVQ", "Azərbaycan Respublikasının Miqrasiya Məcəlləsi"),
        ("63-ФЗ", "Уголовный кодекс Каспийской Федерации"),
        ("197-ФЗ", "Трудовой кодекс Каспийской Федерации"),
    ]
)


def read(text):
    plan = parse(text)
    plan = ACTS.spaced(plan) or ACTS.named(plan)
    return [citation.path for citation in plan.citations], plan.acts


@pytest.mark.parametrize(
    ("text", "paths", "act"),
    [
        ("access to information act 20 1 c", ["(20)(1)(c)"], "A-1"),
        ("s 20 1 c access to information act", ["(20)(1)(c)"], "A-1"),
        ("access to information act 20 1 a and b", ["(20)(1)(a)", "(20)(1)(b)"], "A-1"),
        ("mm 25 1", ["(25)(1)"], "713-IVQ"),
        ("mm 25/1", ["(25)(1)"], "713-IVQ"),
        ("miqrasiya mecellesi 25 2 4", ["(25)(2)(4)"], "713-IVQ"),
        ("Miqrasiya Məcəlləsi 25 2 ç", ["(25)(2)(ç)"], "713-IVQ"),
        ("MM 25 2 ç bəndi", ["(25)(2)(ç)"], "713-IVQ"),
        ("12 1 ç maddəsi miqrasiya məcəlləsi", ["(12)(1)(ç)"], "713-IVQ"),
        ("158 3 а ук", ["(158)(3)(а)"], "63-ФЗ"),
        ("158 3 а и б ук кф", ["(158)(3)(а)", "(158)(3)(б)"], "63-ФЗ"),
        ("дали 158 3 г ук кф", ["(158)(3)(г)"], "63-ФЗ"),
        ("тк ст 153 2", ["(153)(2)"], "197-ФЗ"),
        ("ст 158 3 ук кф", ["(158)(3)"], "63-ФЗ"),
    ],
)
def test_blanks_divide_the_levels_of_a_provision_of_the_act_that_is_named(text, paths, act):
    assert read(text) == (paths, (act,))


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("maddə 25 1", ["(25)(1)"]),
        ("12 1 ç maddə", ["(12)(1)(ç)"]),
        ("section 20 1 c refusal", ["(20)(1)(c)"]),
        ("ст 158 3", ["(158)(3)"]),
        ("section 20 2 persons", ["(20)"]),
        ("ст 8 5 лет", ["(8)"]),
        ("maddə 12 3 nəfər", ["(12)"]),
        ("статья 12 2 ребенка", ["(12)"]),
    ],
)
def test_no_act_needs_to_be_named_beside_an_article_where_nothing_is_counted(text, paths):
    assert read(text) == (paths, ())


@pytest.mark.parametrize(
    "text",
    [
        "within 30 days 5 persons",
        "отпуск 28 дней",
        "visa 30 90 days",
        "закон № 44 2",
        "mm 12 05 2020",
        "mm 2013 2",
        "telefon 050 123 45 67",
        "24/7/2020",
        "point 5 2",
        "ук 158 п г",
        "mm 25 1 2 3 4",
    ],
)
def test_years_numbers_of_laws_and_what_is_counted_are_no_levels(text):
    assert spaced(text) is None


@pytest.mark.parametrize(
    "text", ["permits 12 3", "штраф 12 15 ук", "mm 25 1 icazə", "access 20 1", "12 3 OR ук", "закон 44 2"]
)
def test_beside_other_words_two_numbers_are_words(text):
    assert ACTS.spaced(parse(text)) is None


@pytest.mark.parametrize(
    ("query", "paths"),
    [
        ("ст. 158 ч. 3 п. «г» УК РФ", ["(158)(3)(г)"]),
        ("ст. 158 п. «г» ч. 3 УК РФ", ["(158)(3)(г)"]),
        ("пп. 1 и 2 ч. 1 ст. 77 ТК РФ", ["(77)(1)(1)", "(77)(1)(2)"]),
        ("maddə 12 h. 3 MM", ["(12)(3)"]),
        ("12 m. 3 h. EM", ["(12)(3)"]),
        ("m 25 b 2 mm", ["(25)(2)"]),
    ],
)
def test_a_letter_that_is_a_unit_names_no_level(query, paths):
    plan = parse(query)
    assert ([one.path for one in plan.citations], plan.spaced) == (paths, None)
