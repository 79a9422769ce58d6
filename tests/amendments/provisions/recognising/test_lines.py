"""Unusual spaces are read as spaces and printed as they were."""

import pytest

UNUSUAL = [
    "\xa0",
    "\u1680",
    "\u2000",
    "\u2002",
    "\u2003",
    "\u2009",
    "\u200a",
    "\u200b",
    "\u202f",
    "\u205f",
    "\u3000",
    "\t",
]


@pytest.mark.parametrize("space", UNUSUAL, ids=lambda space: f"U+{ord(space):04X}")
def test_sections_with_bare_numbers_are_read_behind_any_space(space, en):
    text = f"LAMPS ACT\n1{space}Short title\nThis is it.\n2{space}{space}Keepers\n(a){space}one;\n(b){space}two.\n3{space}Ends\nIt ends.\n"
    parsed = en.parse(text)
    found = [(str(element.kind), element.number, element.heading or element.text) for element in parsed.tree]
    assert found[1:] == [
        ("article", "1", "Short title"),
        ("article", "2", "Keepers"),
        ("point", "a", "one;"),
        ("point", "b", "two."),
        ("article", "3", "Ends"),
    ]
    assert en.render(parsed.tree) == text


@pytest.mark.parametrize("space", UNUSUAL, ids=lambda space: f"U+{ord(space):04X}")
def test_words_and_numbers_are_read_behind_any_space(space, az):
    text = f"QANUN\nI{space}fəsil\nAd\nMaddə{space}1.{space}A\n1.1.{space}B.{space}1.2.{space}C.\n-{space}1)\xa0d.\n"
    parsed = az.parse(text)
    assert [element.number for element in parsed.tree if element.number] == ["I", "1", "1.1", "1.2", "1"]
    assert az.render(parsed.tree) == text


def test_a_number_keeps_its_unusual_space(en):
    text = "CODE\nArticle 39\u2002bis. A\nB.\n"
    article = en.parse(text).tree.elements[1]
    assert (article.number, article.eid) == ("39\u2002bis", "art_39-bis")
    assert en.render(en.parse(text).tree) == text
