"""Letters with a full stop are a list where they go on from the first one and say more than names."""

import pytest


def outline(parsed):
    return [f"{element.kind} {element.number}" for element in parsed.tree if element.number]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Article 1. A\nB:\nA. one;\nB. two.", ["article 1", "point A", "point B"]),
        ("Article 1. A\nB:\na. one;\nb. two.", ["article 1", "point a", "point b"]),
        ("Article 1. A\nB:\n- a. one;\n- b. two:\n  - i. three;\n  - ii. four.", ["article 1", "point a", "point b", "subpoint i", "subpoint ii"]),
        ("Article 1. A\n1. B:\na. one;\nb. two:\ni. three;\nii. four.", ["article 1", "part 1", "point a", "point b", "subpoint i", "subpoint ii"]),
        ("Article 1. A\n1. B:\nA. one:\n(a) two;\n(b) three.\nB. four.", ["article 1", "part 1", "point A", "subpoint a", "subpoint b", "point B"]),
        ("Article 1. A\nB:\nA. one;\nC. two.", ["article 1"]),
        ("Article 1. A\nMembers:\nA. Smith\nB. Jones Brown", ["article 1"]),
        ("Article 1. A\nSigned by\nB. Smith and others.", ["article 1"]),
        ("Article 1. A\nB:\nA. one.\nArticle 2. C\nB. two.", ["article 1", "article 2"]),
    ],
)  # fmt: skip
def test_lists_of_letters(text, expected, en):
    parsed = en.parse(text)
    assert outline(parsed) == expected
    assert en.render(parsed.tree) == text


def test_letters_of_the_alphabet_of_the_act(ru, az):
    assert outline(ru.parse("Статья 1. А\nБ:\nа. в;\nб. г.")) == ["article 1", "point а", "point б"]
    assert outline(az.parse("Maddə 1. A\nB:\na. v;\nb. q;\nc. ç;\nç. d.")) == [
        "article 1",
        "point a",
        "point b",
        "point c",
        "point ç",
    ]
