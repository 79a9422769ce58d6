import pytest

from search import sources
from search.query.acts import Acts
from search.query.parse import parse

TITLES = {
    "1": "Azərbaycan Respublikasının Konstitusiyası",
    "2": "Azərbaycan Respublikasının Ailə Məcəlləsi",
    "3": "AZƏRBAYCAN RESPUBLİKASININ MİQRASİYA MƏCƏLLƏSİ",
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
        ("Семейный кодекс ст. 76", "2"),
        ("ст. 76 СК", "2"),
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
