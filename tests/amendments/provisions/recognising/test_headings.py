"""Headings on the line below the label of their article."""

import pytest


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("en", "Article 30\nTransitional provisions\n1. Exchanges comply.\n2. Failure is a ground.\n"),
        ("en", "Section 30\nGeneral provisions\n(1) Exchanges comply.\n(2) Failure is a ground.\n"),
        ("ru", "Статья 1\nОбщие положения\n1. Первое.\n2. Второе.\n"),
        ("az", "Maddə 30.\n\nKeçid müddəaları\n\n30.1. Birjalar əməl edir.\n30.2. Yenə.\n"),
        ("az", "Maddə 30.\nKeçid müddəaları\nBirjalar əməl edir.\n"),
    ],
)
def test_the_words_of_an_unnumbered_section_are_the_heading_of_an_article_that_has_none(name, text, request):
    parsed = request.getfixturevalue(name).parse(text)
    article, *below = parsed.tree
    assert (str(article.kind), article.heading) == (
        "article",
        text.strip().replace("\n\n", "\n").split("\n")[1],
    )
    assert all(element.parent == article.key for element in below)
    assert not parsed.warnings


def test_a_section_goes_on_behind_an_article_that_has_a_heading(en):
    tree = en.parse("Article 1. Aim\nTransitional provisions\nArticle 2. End\nIt ends.\n").tree
    assert [str(element.kind) for element in tree] == ["article", "section", "article"]


@pytest.mark.parametrize("below", ["Article 31. End\nIt ends.\n", ""])
def test_an_article_left_empty_above_an_unnumbered_section_stops(below, en):
    parsed = en.parse(f"Article 30\nTransitional provisions\n{below}")
    assert ("missing_heading", 1, True) in {(one.code, one.line, one.stops) for one in parsed.warnings}
