import pytest

from amendments.text.slugs import slug_of


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Əcnəbilərin hüquqi vəziyyəti", "ecnebilerin-huquqi-veziyyeti"),
        ("İŞIQ və ağıl", "isiq-ve-agil"),
        ("Закон о гражданстве", "zakon-o-grazhdanstve"),
        ("Law on stay, 2025", "law-on-stay-2025"),
        ("…", ""),
    ],
)
def test_a_slug_keeps_the_letters_of_every_language(words, slug):
    assert slug_of(words, 80) == slug


def test_a_long_slug_ends_with_a_word():
    assert slug_of("a law on the stay", 9) == "a-law-on"
