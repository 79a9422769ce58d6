import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Article 5. (1) A.\n(2) B.", [("art_5", "", ""), ("art_5__para_1", "", "A."), ("art_5__para_2", "", "B.")]),
        (
            "Article 5. Fees. (a) A;\n(b) B.",
            [("art_5", "Fees.", ""), ("art_5__subpara_a", "", "A;"), ("art_5__subpara_b", "", "B.")],
        ),
        (
            "Article 5.—(1) (a) A;\n(b) B.\n(2) C.",
            [
                ("art_5", "", ""),
                ("art_5__para_1", "", ""),
                ("art_5__para_1__subpara_a", "", "A;"),
                ("art_5__para_1__subpara_b", "", "B."),
                ("art_5__para_2", "", "C."),
            ],
        ),
        ("Article 5. (1) A.\nArticle 6. B\nC.", [("art_5", "", "(1) A."), ("art_6", "B", "C.")]),
        ("Article 5. A\n(1) See (a) B.\n(2) C.", [("art_5", "A", ""), ("art_5__para_1", "", "See (a) B."), ("art_5__para_2", "", "C.")]),
    ],
    ids=["part", "after a heading", "three in a line", "no list", "words before"],
)  # fmt: skip
def test_numbers_behind_a_number(text, expected, en):
    parsed = en.parse(text)
    assert [(element.eid, element.heading, element.text) for element in parsed.tree] == expected
    assert en.render(parsed.tree) == text


def test_a_russian_article_may_begin_with_its_first_part(ru):
    parsed = ru.parse("Статья 5. 1. А.\n2. Б.")
    assert [element.eid for element in parsed.tree] == ["art_5", "art_5__para_1", "art_5__para_2"]
