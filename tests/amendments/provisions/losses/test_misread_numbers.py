"""Numbers in which a letter stands for a figure stop an import."""

import pytest


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("ru", "Статья 19. Цель\nТекст.\nСтатья 2O. Иное\nТекст.\n", 3),
        ("ru", "Статья 2. Цель\nТекст.\nСтатья З. Иное\nТекст.\nСтатья 1З. Иное\nТекст.\n", 5),
        ("az", "Maddə 9. Bir\nMətn.\nMaddə 1O. İki\nMətn.\n", 3),
        ("en", "12 Lamps\n(1) A lamp.\nI2B Light\n(1) A light.\n13 End\n(1) It ends.\n", 3),
        ("en", "Article 1. Aim\n8. Lamps shine.\n9. Lamps glow.\n1O. Lamps end.\n", 4),
        ("en", "Article 1. Aim\n1.O. Lamps shine.\n1.1. Lamps glow.\n", 2),
        ("az", "Maddə 2. Məqsəd\n2.9. Lampa yanır.\n2.1O. Lampa sönür.\n", 3),
        ("az", "Maddə 2. Məqsəd\n2.1. Lampa yanır.\n2.1.O. Lampa sönür.\n", 3),
        ("ru", "Статья 1. Цель\n1.О. Лампа.\n1.1. Лампа.\n", 2),
        ("ru", "Статья 1. Цель\n1.1. Лампа.\n1.З. Лампа.\n", 3),
        ("ru", "Статья 1. Цель\nО.1. Лампа.\n1.2. Лампа.\n", 2),
    ],
)
def test_a_letter_for_a_figure_stops(name, text, line, request):
    parsed = request.getfixturevalue(name).parse(text)
    assert line in {one.line for one in parsed.warnings if one.code == "misread_number" and one.stops}


@pytest.mark.parametrize("number", ["12N", "12M"])
def test_a_letter_that_goes_on_from_another_is_none(number, en):
    text = f"Article 12. Aim\nA.\nArticle {number}. Name\nA.\nArticle 12O. Other\nB.\nArticle 12P. End\nC.\n"
    assert "misread_number" not in {one.code for one in en.parse(text).warnings}


@pytest.mark.parametrize("line", ["l2A Meaning of light", "l2F Meaning of ray", "l2KA Meaning of beam"])
def test_a_section_whose_number_was_misread_stops(line, en):
    text = f"12 Meaning of lamp\n(1) A lamp is a thing.\n{line}\nLight is a thing.\n13 End\n(1) It ends.\n"
    parsed = en.parse(text)
    assert [one.line for one in parsed.warnings if one.code == "unknown_headings" and one.stops] == [3]


def test_a_sign_of_chemistry_is_none(en):
    text = "12 Meaning of lamp\n(1) A lamp has gas.\nO2 and other gases shine.\n13 End\n(1) It ends.\n"
    assert not en.parse(text).warnings


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("ru", "О.О. Иванов"),
        ("ru", "О. Иванов"),
        ("en", "I.1. Lamps shine."),
        ("en", "O. Lamps shine."),
        ("en", "1.l. Lamps shine."),
        ("az", "İ.Əliyev"),
    ],
)
def test_initials_and_numerals_are_none(name, line, request):
    text = f"Maddə 1. A\nArticle 1. A\nСтатья 1. А\n1.k. Lamps glow.\n{line}\n"
    assert "misread_number" not in {one.code for one in request.getfixturevalue(name).parse(text).warnings}
