"""What is new in an annex is named as the annex counts it, whatever was typed, and announced in official wording."""

import pytest

from amendments.instructions.completing.completed import completed
from amendments.instructions.execute import execute
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.kinds_in_text import in_text
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.instructions.wording import Mood
from amendments.plugins.registry import scheme_for, wording_for
from amendments.provisions.tree import Kind

LANGUAGES = [("az", "az"), ("", "ru"), ("", "en")]
PRINTED = {
    "az": ("Maddə", "1 nömrəli əlavə"),
    "ru": ("Статья", "Приложение № 1"),
    "en": ("Article", "Annex 1"),
}
POINTS = "1. Qayıq.\n2. Sal:\n1) gəmi;\n2) yol.\n3. Bərə.\n"


def act(country, language, body=POINTS):
    scheme = scheme_for(country, language)
    article, annex = PRINTED[language]
    tree = scheme.parse(f"{article} 1. A\nBir.\n\n{annex}\nQayda\n\n{body.format(article=article)}").tree
    return scheme, tree


def brought(tree, after):
    return [each for each in after if each.key not in tree.by_key]


@pytest.mark.parametrize(("country", "language"), LANGUAGES)
@pytest.mark.parametrize("typed", ["annex 1(5)", "annex 1 5", "annex 1 point 5", "annex 1 article 5"])
def test_a_new_point_of_a_numbered_annex_is_no_article(country, language, typed):
    scheme, tree = act(country, language)
    operation = completed(tree, Operation(Op.INSERT_ELEMENT, typed, new="Yeni."), scheme)
    assert operation.target == "annex 1 point 5"
    words = wording_for(country, language).word(in_text(operation, tree), Mood.IMPERATIVE)
    assert not any(article in words.casefold() for article in ("maddə", "стать", "article"))


@pytest.mark.parametrize(("country", "language"), LANGUAGES)
@pytest.mark.parametrize("typed", ["annex 1(2)", "annex 1 2", "annex 1 point 2"])
def test_a_new_article_of_an_annex_of_articles_is_one(country, language, typed):
    scheme, tree = act(country, language, "{article} 1. B\nİki.\n")
    operation = completed(tree, Operation(Op.INSERT_ELEMENT, typed, heading="Yeni", new="Yeni."), scheme)
    assert operation.target == "annex 1 article 2"
    [added] = brought(tree, execute(tree, [operation], scheme))
    assert added.kind is Kind.ARTICLE


@pytest.mark.parametrize(("country", "language"), LANGUAGES)
@pytest.mark.parametrize("number", ["6", "annex 1(6)", "annex 1 point 6"])
def test_a_further_new_point_stands_beside_the_first_one_and_is_announced(country, language, number):
    scheme, tree = act(country, language)
    typed = Operation(
        Op.INSERT_ELEMENT, "annex 1(5)", new="Yeni.", children=(NewElement(number, text="Son."),)
    )
    operation = completed(tree, typed, scheme)
    after = execute(tree, [operation], scheme)
    assert [(each.number, after.by_key[each.parent].kind) for each in brought(tree, after)] == [
        ("5", Kind.ANNEX),
        ("6", Kind.ANNEX),
    ]
    wording = wording_for(country, language)
    [read] = wording.parse(wording.word(in_text(operation, after, tree), Mood.IMPERATIVE))
    assert [read.target, *(each.number for each in read.children)] == ["annex 1 point 5", "annex 1 point 6"]


@pytest.mark.parametrize(("country", "language"), [("az", "az"), ("", "ru")])
def test_a_bare_number_beside_a_new_sub_point_of_an_annex_is_no_article_of_the_law(country, language):
    scheme, tree = act(country, language)
    typed = Operation(
        Op.INSERT_ELEMENT, "annex 1(2)(3)", new="yeni.", children=(NewElement("12", text="Son."),)
    )
    with pytest.raises(Refused, match="cannot be named together"):
        completed(tree, typed, scheme, wording_for(country, language))


def test_the_first_of_a_new_annex_is_its_point_or_with_a_heading_its_article():
    scheme, tree = act("", "en")
    for heading, kind in (("", Kind.PART), ("Fees", Kind.ARTICLE)):
        first = NewElement("1", heading, "Ten coins.")
        typed = Operation(Op.INSERT_ELEMENT, "annex 2", heading="Fees", new="Words.", children=(first,))
        added = brought(tree, execute(tree, [completed(tree, typed, scheme)], scheme))
        assert [(each.kind, each.number) for each in added] == [(Kind.ANNEX, "2"), (kind, "1")]


def test_the_new_number_of_a_redesignated_point_is_that_of_a_point():
    scheme, tree = act("", "en")
    typed = Operation(Op.RENUMBER_AND_ADD, "annex 1(3)", children=(NewElement("annex 1(6)"),))
    operation = completed(tree, typed, scheme)
    assert [each.number for each in operation.children] == ["annex 1 point 6"]
