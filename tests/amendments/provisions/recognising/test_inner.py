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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ARTICLE I\nSection 1. A. It is\nlaw.\nB. So be it.", ["art_I", "sec_1", "sec_1__subpara_A", "sec_1__subpara_B"]),
        ("ARTICLE I\nSec. 1. (a) It is law.\n(b) So be it.", ["art_I", "sec_1", "sec_1__subpara_a", "sec_1__subpara_b"]),
        ("ARTICLE I\nSection 1. Law. A. It is law.\nB. So be it.", ["art_I", "sec_1", "sec_1__subpara_A", "sec_1__subpara_B"]),
        ("Article 1. Law.\n1.1. a) it is;\nb) so be it.", ["art_1", "art_1__para_1", "art_1__para_1__subpara_a", "art_1__para_1__subpara_b"]),
    ],
    ids=["capital letter", "bracketed letter", "behind a heading", "behind a decimal number"],
)  # fmt: skip
def test_the_first_of_a_list_may_stand_on_the_line_of_its_owner(text, expected, en):
    parsed = en.parse(text)
    assert [element.eid for element in parsed.tree] == expected
    assert [finding.code for finding in parsed.warnings if finding.code != "end_punctuation"] == []
    assert en.render(parsed.tree) == text


def test_an_azerbaijani_article_may_begin_with_a_letter(az):
    parsed = az.parse("Maddə 1. A. Xalq hakimiyyətin mənbəyidir.\nB. Xalq seçir.")
    assert [element.eid for element in parsed.tree] == ["art_1", "art_1__subpara_A", "art_1__subpara_B"]
