import pytest

from search import sources
from search.query.acts import Acts
from search.query.parse import parse

TITLES = {
    "1": "Azərbaycan Respublikasının Konstitusiyası",
    "2": "Azərbaycan Respublikasının Ailə Məcəlləsi",
    "3": "AZƏRBAYCAN RESPUBLİKASININ MİQRASİYA MƏCƏLLƏSİ",
    "5": "Семейный кодекс Российской Федерации",
    "6": "Гражданский кодекс Российской Федерации (часть первая)",
    "4": "Normativ hüquqi aktlar haqqında Azərbaycan Respublikasının Konstitusiya Qanunu",
}


@pytest.fixture(scope="module")
def acts():
    every = sources.act_names()
    return Acts((number, name) for number, title in TITLES.items() for name in every.of(title))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Family Code art. 76", "2"),
        ("Ailə Məcəlləsinin 76-cı maddəsi", "2"),
        ("Семейный кодекс Азербайджана ст. 76", "2"),
        ("ст. 76 СК АР", "2"),
        ("AM 76", "2"),
        ("статья 21 Миграционного кодекса", "3"),
        ("Migration Code 21", "3"),
        ("Constitution Article 25", "1"),
        ("Конституция ст. 25", "1"),
        ("Konstitusiyanın 25-ci maddəsi", "1"),
    ],
)
def test_acts_are_named_in_each_language_of_the_site(acts, text, act):
    plan = parse(text)
    assert (acts.named(plan) if plan.citations else acts.cited(plan)).acts == (act,)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Russian Family Code arts 148.1 and 155.3", "5"),
        ("family code of russia article 65", "5"),
        ("RF Ailə Məcəlləsinin 81-ci maddəsi", "5"),
        ("Rusiya Federasiyasının Ailə Məcəlləsi, maddə 81", "5"),
        ("Civil Code of the Russian Federation, Article 51", "6"),
    ],
)
def test_acts_of_a_state_are_named_with_it_in_each_language(acts, text, act):
    assert acts.named(parse(text)).acts == (act,)


def test_where_the_state_is_not_said_the_titles_in_a_language_tell_nothing_apart(acts):
    assert (
        acts.named(parse("Семейный кодекс ст. 76")).acts == acts.named(parse("ст. 76 СК")).acts == ("2", "5")
    )
