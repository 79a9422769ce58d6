"""A heading word in a line of its own, and its number in the next: a copy from PDF broke the label."""

import pytest


def outline(parsed):
    return [(str(element.kind), element.number, element.heading, element.text) for element in parsed.tree]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("az", "QANUN\nMaddə\n\n1 . Bir\n1.1. Mətn.\nMaddə\n2.\nİki\nMətn.\n", [("article", "1", "Bir", ""), ("part", "1.1", "", "Mətn."), ("article", "2", "İki", "Mətn.")]),
        ("az", "QANUN\nMaddə 9. A\nB.\nMaddə\r\n1 0 . C\nD.\nMaddə\n1 0 - 1 . E\nF.\n", [("article", "9", "A", "B."), ("article", "10", "C", "D."), ("article", "10-1", "E", "F.")]),
        ("az", "QANUN\nMaddə 1. A\nB.\nMaddə\n[7]\n\n2 . C\nD.\n", [("article", "1", "A", "B."), ("article", "2", "C", "D.")]),
        ("ru", "ЗАКОН\nГлава\nI\nОбщее\nСтатья\n1\nРаз\nТекст.\n", [("chapter", "I", "Общее", ""), ("article", "1", "Раз", "Текст.")]),
        ("en", "LAMPS ACT\nArticle\n1. Bulbs\nA bulb shines.\n", [("article", "1", "Bulbs", "A bulb shines.")]),
    ],
)  # fmt: skip
def test_word_and_number_are_one_label(name, text, expected, request):
    scheme = request.getfixturevalue(name)
    parsed = scheme.parse(text)
    assert outline(parsed)[1:] == expected
    assert scheme.render(parsed.tree) == text
    assert not parsed.stopping


def test_the_mark_between_them_is_one_of_the_number(az):
    article = az.parse("QANUN\nMaddə 1. A\nB.\nMaddə\n[7]\n\n2 . C\nD.\n").tree.elements[-1]
    assert [(mark.number, mark.field) for mark in article.marks] == [("7", "number")]


@pytest.mark.parametrize(
    "text",
    [
        "QANUN\nMaddə 1. A\n1.1. B.\nMaddə\n1.2. C.\n",
        "QANUN\nMaddə 1. A\n1.1. B bu\nmaddə\n2. C.\n",
        "QANUN\nMaddə 1. A\nB.\nQANUNA EDİLMİŞ DƏYİŞİKLİK VƏ ƏLAVƏLƏRİN SİYAHISI\n[1] Deyilirdi:\nMaddə\n\n2 . C\nD.\n",
    ],
)
def test_other_lines_stay_apart(text, az):
    parsed = az.parse(text)
    assert [element.number for element in parsed.tree if element.kind == "article"] == ["1"]
    assert az.render(parsed.tree) == text


def test_a_word_whose_number_stands_elsewhere_is_counted(az):
    text = "QANUN\nMaddə 1. A\n1.1. B.\nMaddə\nməsuliyyəti\n22.\nCinayət\nMətn.\n"
    (finding,) = [finding for finding in az.parse(text).stopping if finding.code == "unknown_headings"]
    assert finding.line == 4
