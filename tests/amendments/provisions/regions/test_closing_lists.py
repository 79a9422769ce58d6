"""The lists after the text end the law only where no law stands below their title."""

import pytest

SOURCES = "İSTİFADƏ OLUNMUŞ MƏNBƏ SƏNƏDLƏRİNİN SİYAHISI"
CHANGES = "EDİLMİŞ DƏYİŞİKLİK VƏ ƏLAVƏLƏRİN SİYAHISI"
LIST = f"{SOURCES}\n1. 2 iyul 2013-cü il tarixli Qanun\n2. 3 may 2014-cü il tarixli Qanun\n{CHANGES}\n[1] Əvvəlki redaksiyada deyilirdi:\nMaddə 2. Köhnə ad\n2.1. Köhnə mətn.\n"


def law(**between):
    """Five articles with two parts each; what is given as a5=… stands before article 5."""
    pieces = ["QANUN\n", between.get("a0", "")]
    for article in range(1, 6):
        pieces += [between.get(f"a{article}", ""), f"Maddə {article}. Ad\n{article}.1. Bir [1].\n"]
        pieces += [between.get(f"p{article}", ""), f"{article}.2. İki.\n"]
    return "".join([*pieces, between.get("end", "")])


WHOLE = [number for article in range(1, 6) for number in (str(article), f"{article}.1", f"{article}.2")]


def numbers(parsed):
    return [element.number for element in parsed.tree if element.kind in {"article", "part"}]


@pytest.mark.parametrize(
    "between",
    [
        {"end": LIST},
        {"a0": f"{SOURCES}\n", "end": LIST},
        {"a0": LIST},
        {"a3": f"{SOURCES}\n", "end": LIST},
        {"a3": LIST},
        {"p3": f"{SOURCES}\n"},
        {"a2": f"{SOURCES}\n", "a4": f"{CHANGES}\n"},
        {"a4": "Fəsil 2\nSon\n", "a3": f"{SOURCES}\n", "end": LIST},
        {"a4": f"{SOURCES}\n1. 2 iyul 2013-cü il tarixli Qanun\nFəsil 2\nSon\n", "end": LIST},
    ],
)
def test_a_list_takes_nothing_of_the_law(between, az):
    text = law(**between)
    parsed = az.parse(text)
    assert numbers(parsed) == WHOLE
    assert az.render(parsed.tree) == text


def test_articles_that_footnotes_quote_are_no_law(az):
    parsed = az.parse(law(end=LIST))
    assert numbers(parsed) == WHOLE
    assert [element.kind for element in parsed.tree][-2:] == ["apparatus", "apparatus"]


@pytest.mark.parametrize(
    "title", ["Schedule of Amendments", "LIST OF AMENDMENTS", "Amendment history", "Endnotes"]
)
def test_english_lists(title, en):
    parsed = en.parse(f"ACT\nArticle 1. A\nB.\nArticle 2. C\nD.\n{title}\n1. Act No. 5 of 2020\n")
    assert [element.kind for element in parsed.tree] == ["title", "article", "article", "apparatus"]


@pytest.mark.parametrize("title", ["Список изменяющих документов", "Перечень изменений", "СНОСКИ"])
def test_russian_lists_stand_above_the_law_or_below_it(title, ru):
    law = "Статья 1. А\nБ.\nСтатья 2. В\nГ.\n"
    above = ru.parse(f"ЗАКОН\n{title}\n(в ред. Закона № 5)\n{law}")
    below = ru.parse(f"ЗАКОН\n{law}{title}\n1. Закон № 5\n")
    assert [element.kind for element in above.tree if element.number] == ["article", "article"]
    assert [element.kind for element in below.tree] == ["title", "article", "article", "apparatus"]
