"""Alternatives, brackets and what is left out: what engines find is what the words say, for whoever may read it."""

import random
from itertools import product

import pytest
from django.urls import reverse

from search.query.plan import Misread
from tests.search.asking import found, keys, search

pytestmark = pytest.mark.django_db

WORDS = ("alpha", "beta", "gamma", "delta")
ASKED = {
    "alpha OR beta": lambda a, b, c, d: a or b,
    "alpha beta OR gamma": lambda a, b, c, d: a and (b or c),
    "(alpha beta) OR gamma": lambda a, b, c, d: (a and b) or c,
    "(alpha OR beta) (gamma OR delta)": lambda a, b, c, d: (a or b) and (c or d),
    "alpha OR beta -gamma": lambda a, b, c, d: (a or b) and not c,
    "alpha NOT (beta OR gamma)": lambda a, b, c, d: a and not (b or c),
    "alpha NOT (beta gamma)": lambda a, b, c, d: a and not (b and c),
    "(alpha -beta) OR (gamma -delta)": lambda a, b, c, d: (a and not b) or (c and not d),
    '"alpha beta" OR delta': lambda a, b, c, d: (a and b) or d,
    "((alpha OR beta) gamma) OR delta": lambda a, b, c, d: ((a or b) and c) or d,
}


@pytest.mark.parametrize("query", ASKED)
def test_a_hit_says_what_the_formula_says(notebook, reader, query):
    """Every mixture of four words, half of them for one institution alone."""
    mixtures = list(product((True, False), repeat=4))
    for holder, number in product((("public",), ("org:7",)), range(len(mixtures))):
        said = [word for word, there in zip(WORDS, mixtures[number], strict=True) if there]
        notebook.add(" ".join(("filler", *said)), *holder, id=f"{holder[0]}-{number}")
    notebook.index()
    true = {number for number, mixture in enumerate(mixtures) if ASKED[query](*mixture)}
    for tokens, scopes in (((), ["public"]), (("org:7",), ["public", "org:7"]), (("org:8",), ["public"])):
        results = search(query, reader(*tokens))
        expected = {f"{scope}-{number}" for scope in scopes for number in true}
        assert (results.total, results.answer.counted("kind")) == (len(expected), {"note": len(expected)})
        shown = {card.hit.id for page in (1, 2) for card in search(query, reader(*tokens), page=page).full}
        assert shown == expected


def test_formulas_by_chance_find_what_the_words_say(notebook):
    chance = random.Random(15)  # noqa: S311 - no secret
    mixtures = list(product((True, False), repeat=4))
    for number, mixture in enumerate(mixtures):
        said = [word for word, there in zip(WORDS, mixture, strict=True) if there]
        notebook.add(" ".join(("filler", *said)), id=str(number))
    notebook.index()
    for _ in range(60):
        text, holds = formula(chance, 3)
        true = {str(number) for number, mixture in enumerate(mixtures) if holds(mixture)}
        assert set(found(f"filler ({text} OR nothing)")) == true, text


def formula(chance, depth):
    """A formula, and whether a mixture of the words fulfils it."""
    if depth == 0 or chance.random() < 0.3:
        place = chance.randrange(len(WORDS))
        return WORDS[place], lambda mixture: mixture[place]
    first, one = formula(chance, depth - 1)
    second, other = formula(chance, depth - 1)
    match chance.randrange(3):
        case 0:
            return f"({first} {second})", lambda mixture: one(mixture) and other(mixture)
        case 1:
            return f"({first} OR {second})", lambda mixture: one(mixture) or other(mixture)
        case _:
            return f"({first} NOT {second})", lambda mixture: one(mixture) and not other(mixture)


@pytest.mark.parametrize("query", ["NOT (visa OR permit)", "-(visa OR permit)", "-visa -permit"])
def test_what_is_left_out_alone_is_looked_for_only_among_what_is_chosen(notebook, query):
    notebook.add("visa", id="visa", instrument="1-L")
    notebook.add("fee", id="fee", instrument="1-L")
    notebook.index()
    results = search(query)
    assert (results.total, {reason for reason, _ in results.plan.misread}) == (0, {Misread.ONLY_OUT})
    results = search(query, instrument="1-L")
    assert (keys(results), results.plan.misread) == (["fee"], ())


def test_other_forms_of_a_word_are_left_out_with_it(notebook):
    notebook.add("a visa and permits", id="permits")
    notebook.add("a visa", id="visa")
    notebook.index()
    assert found("visa -permit") == found("visa OR entry -permit") == ["visa"]
    assert set(found('visa -"permit"')) == set(found('visa OR entry -"permit"')) == {"permits", "visa"}


def test_a_cited_provision_is_an_alternative_and_comes_first(notebook):
    notebook.add("of fees", heading="Article 12", cite=("12",), id="12")
    notebook.add("of visas and visas", heading="Article 3", cite=("3",), id="visa")
    notebook.add("of detention", heading="Article 4", cite=("4",), id="other")
    notebook.index()
    assert found("visas OR Article 12") == ["12", "visa"]
    assert set(found("Article 12 OR 4")) == {"12", "other"}


def test_a_misspelled_alternative_is_found(notebook):
    notebook.add("a residence permit", id="permit")
    notebook.add("a residence visa", id="visa")
    notebook.index()
    assert set(found("residence (permti OR visa)")) == {"permit", "visa"}


def test_nothing_looser_follows_a_formula_and_how_to_get_it_is_said(notebook, client):
    notebook.add("a residence permit", id="permit")
    notebook.index()
    results = search("residence (refusal OR visa)")
    assert (results.total, results.looser) == (0, ())
    for query, is_said in (("residence (refusal OR visa)", True), ("fees", False)):
        page = client.get(reverse("search:search"), {"q": query}).content.decode()
        assert ("Leave out OR and the brackets" in page) == is_said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "residence and (permit or visa) without fee"),
        ("az", "residence və (permit və ya visa)"),
        ("ru", "residence и (permit или visa)"),
    ],
)
def test_the_page_says_how_it_read_a_formula(notebook, client, language, said):
    notebook.add("a residence permit")
    notebook.index()
    asked = {"q": "residence (permit OR visa) NOT fee"}
    page = client.get(reverse("search:search"), asked, headers={"accept-language": language})
    assert said in page.content.decode()
    assert (
        said
        in client.get(reverse("search_api:search"), asked, headers={"accept-language": language}).json()[
            "read_as"
        ]
    )


def test_what_is_not_understood_is_said_on_the_page_and_by_the_api(notebook, client):
    notebook.add("a residence permit")
    notebook.index()
    asked = {"q": "residence NEAR/5 permit"}
    told = "“NEAR/5” is no operator of this search and was left out."
    page = client.get(reverse("search:search"), asked, headers={"accept-language": "en"}).content.decode()
    assert told in page
    answer = client.get(reverse("search_api:search"), asked, headers={"accept-language": "en"}).json()
    assert (answer["notes"], answer["total"], answer["read_as"]) == ([told], 1, None)
