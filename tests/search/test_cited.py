"""Searching for provisions by their number and the number or name of their act."""

from datetime import date

import pytest

from search.queries.told import notes
from tests.search.asking import found, search

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("query", ["Article 12.3", "12.3-cü maddə", "ст. 12.3", "maddə 12.3", "12.3"])
def test_the_cited_provision_comes_first(notebook, query):
    notebook.add("Article 12.3 again: Article 12.3, maddə 12.3, ст. 12.3 ", id="mentions")
    notebook.add("Some words", id="cited", cite=("12.3.",))
    notebook.add("Other words", id="longer", cite=("12.3.1",))
    notebook.index()
    assert found(query) == ["cited", "mentions"]


def test_words_beside_a_citation_choose_among_the_cited(notebook):
    notebook.add("On residence", id="residence", cite=("12.3",))
    notebook.add("On detention", id="detention", cite=("12.3",))
    notebook.index()
    assert found("Article 12.3 detention")[0] == "detention"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Articles 12 to 15", ["12", "13", "14", "15"]),
        ("12, 13 və 15-ci maddələr", ["12", "13", "15"]),
        ("статьи 12–14", ["12", "13", "14"]),
        ("Articles 15, 12 and 13 on permits", ["15", "12", "13"]),
        ("Articles 12 to 15 of Law 27-L", ["12", "13", "14", "15"]),
    ],
)
def test_of_several_cited_provisions_each_stands_where_it_was_typed(notebook, query, expected):
    for number, said in ((12, ""), (13, "permit " * 9), (14, "Article 13, 15-ci maddə"), (15, "permit")):
        notebook.add(
            f"to and и ve {said}", id=f"{number}", cite=(f"{number}",), place=-number, instrument="27-L"
        )
    notebook.add("to and и ve, 12 13 14 15", id="other")
    notebook.index()
    assert found(query)[: len(expected)] == expected
    assert "other" not in found(query)


@pytest.mark.parametrize("query", ["ст. 228¹ ч. 4", "ст. 228-1 ч. 4", "ст. 228.1 ч. 4"])
def test_an_inserted_article_is_found_with_the_point_that_its_act_prints(notebook, query):
    notebook.add("words", id="inserted", cite=("228.1.4", "(228.1)(4)"))
    notebook.add("words", id="other", cite=("228.1", "(228)(1)"))
    notebook.index()
    assert found(query)[0] == "inserted"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Articles 7.3 to 7.25", [f"7.{number}" for number in range(3, 26)]),
        ("7.3–7.70", [f"7.{number}" for number in range(3, 43)]),
    ],
)
def test_a_range_leads_to_all_that_stands_between_its_ends(notebook, query, expected):
    for number in range(1, 80):
        notebook.add("words", id=f"7.{number}", cite=(f"7.{number}",), place=-number)
    notebook.index()
    assert found(query, page=1) + found(query, page=2) == expected


def test_what_is_left_out_of_a_long_range_is_said(notebook):
    for query in ("Articles 12 to 60", "maddə 11-90", "Articles 12 to 60 OR visas"):
        assert any("left out" in note for note in notes(search(query).plan)), query
    assert not notes(search("Articles 12 to 51").plan)


def test_the_list_is_that_of_the_named_act(notebook):
    for act in ("1-L", "27-L"):
        for number in (12, 13, 14):
            notebook.add("words " * number, id=f"{act}:{number}", cite=(f"{number}",), instrument=act)
    notebook.index()
    ours = [f"27-L:{number}" for number in (12, 13, 14)]
    assert found("Articles 12 to 14 of Law 27-L")[:3] == ours
    assert [key for key in found("Articles 12 to 14") if key in ours] == ours


ACTS = (  # numbers and titles
    ("27-L", "Law on asylum"),
    ("713-IVQ", "Azərbaycan Respublikasının Miqrasiya Məcəlləsi"),
    ("713-IVQ", "Migration Code of the Republic of Azerbaijan"),
    ("713-IVQ", "Миграционный кодекс Азербайджанской Республики"),
    ("K", "Azərbaycan Respublikasının Konstitusiyası"),
)


@pytest.fixture
def acts(notebook):
    """Article 12.3 in each act, in one of them as many as it has titles; that of no act answers best by its words."""
    notebook.add("migration code law asylum constitution permit", id="none", cite=("12.3",))
    for place, (number, title) in enumerate(ACTS):
        titled = {"instrument": number, "instrument_title": title}
        notebook.add("words", id=f"{number}.{place}", group=number, cite=("12.3",), **titled)
        notebook.add("permit words, Article 12.3", id=f"other.{place}", cite=("7.1",), **titled)
    notebook.index()
    return notebook


@pytest.mark.parametrize(
    ("query", "act"),
    [
        ("Article 12.3 of the Migration Code", "713-IVQ"),
        ("the Migration Code's Article 12.3 on permits", "713-IVQ"),
        ("Miqrasiya Məcəlləsinin 12.3-cü maddəsi", "713-IVQ"),
        ("miqrasiya mecellesi 12.3", "713-IVQ"),
        ("ст. 12.3 Миграционного кодекса", "713-IVQ"),
        ("M.M. 12.3", "713-IVQ"),
        ("AR MM m. 12.3", "713-IVQ"),
        ("по ст. 12.3 МК АР", "713-IVQ"),
        ("Article 12.3 of Law 27-L", "27-L"),
        ("12.3 of 27-l", "27-L"),
        ("12.3 of the law on asylum", "27-L"),
        ("Article 12.3 of the “Law on asylum”", "27-L"),
        ("Konstitusiyanın 12.3-cü maddəsi", "K"),
        ("law of asylums, Article 12.3", "27-L"),
        ("Miqrasiya M-si 12.3", "713-IVQ"),
    ],
)
def test_of_the_cited_provisions_that_of_the_named_act_comes_first(acts, query, act):
    first, *others = found(query)
    assert first.startswith(f"{act}.")
    # What is cited comes before what mentions it
    assert {"none", "27-L.0", "K.4"} - {first} <= set(others[:3])
    assert search(query).acts == ()


@pytest.mark.parametrize(
    "query",
    [
        "chapter 12 of the Migration Code",
        "Miqrasiya Məcəlləsi 12-ci fəsil",
        "глава XII Миграционного кодекса",
    ],
)
def test_a_chapter_is_that_of_the_named_act(acts, query):
    for number, title in ACTS[:2]:
        titled = {"instrument": number, "instrument_title": title}
        acts.add("words", id=f"{number} chapter", cite=("chapter.12",), **titled)
        acts.add("words", id=f"{number} article", cite=("12",), **titled)
    acts.index()
    assert found(query)[:2] == ["713-IVQ chapter", "27-L chapter"]
    assert "713-IVQ article" not in found(query)
    assert notes(search("глава XXXIX").plan) == ["No act that you may read has a provision глава XXXIX."]


@pytest.mark.parametrize("query", ["Law D-3.4 Article 16.9", "D-3.4 Article 16.9", "D-3.4 8"])
def test_the_number_of_an_act_with_a_point_is_no_provision(notebook, query):
    for act in ("D-3.4", "27-L"):
        for number in ("3.4", "8", "16.9"):
            titled = {"instrument": act, "instrument_title": f"On {act}"}
            notebook.add("words", id=f"{act}:{number}", cite=(number,), **titled)
    notebook.index()
    assert found(query)[0] == f"D-3.4:{query.rpartition(' ')[2]}"
    assert not {"D-3.4:3.4", "27-L:3.4"}.intersection(found(query))


@pytest.mark.parametrize(
    "query",
    [
        "Article 12.3",
        "Article 12.3 permit",
        "Article 12.3 of the Law of the Republic",
        "Article 12.3 of 127-L",
        "Article 12.3 of Law 27",
        "Article 12.3 code",
    ],
)
def test_no_act_is_named_by_what_all_or_none_are_called(acts, query):
    assert search(query).plan.acts == ()
    assert set(found(query)[:4]) == {"none", "27-L.0", "713-IVQ.1", "K.4"}


@pytest.mark.parametrize("query", ["27-L 12", "12, Law 27-L", "law on asylum 12", "law on asylom 12"])
def test_a_number_beside_the_name_of_an_act_is_a_provision_of_it(acts, query):
    acts.add("words", id="asked for", cite=("12",), instrument="27-L", instrument_title="Law on asylum")
    acts.add("12 laws on asylum, of 27 and L", id="mentions", cite=("12",), instrument="28-L")
    acts.index()
    assert found(query)[0] == "asked for"


def test_of_acts_that_are_named_alike_each_comes_before_others(acts):
    acts.add("words", id="same", cite=("12.3",), instrument="28-L", instrument_title="Law on asylum")
    acts.index()
    assert set(found("Article 12.3 of the law on asylum")[:2]) == {"27-L.0", "same"}
    assert found("Article 12.3 of the law on asylum, 28-L")[0] == "same"


def test_the_name_of_an_act_filters_nothing_and_weighs_nothing_without_a_citation(acts):
    cited, plain = search("Article 12.3 of the Migration Code"), search("Article 12.3 migration code permit")
    assert {card.hit.id for card in cited.cards} == {card.hit.id for card in plain.cards}
    assert found("migration code") == ["none"]


def test_acts_are_grouped_from_the_named_one_on(acts):
    results = search("Article 12.3 of the law on asylum", by_act=True)
    assert results.acts[0].number == "27-L"


@pytest.mark.parametrize(
    ("query", "order"),
    [
        ("section 25(1)", ["part", "article"]),
        ("25(1)", ["part", "article"]),
        ("paragraph 1 of section 25", ["part", "article"]),
        ("25.1", ["article", "part"]),
        ("section 25.1", ["article", "part"]),
    ],
)
def test_two_provisions_with_one_number_are_told_apart(notebook, query, order):
    notebook.add("Section 25.1 and 25(1), part 25 1", id="part", cite=("(25)(1)",))
    notebook.add("Section 25.1 and 25(1), part 25 1", id="article", cite=("(25.1)",))
    notebook.index()
    assert found(query) == order
    notebook.add("25(1)", id="as printed", cite=("25.1",))
    notebook.index()
    assert set(found(query)) == {*order, "as printed"}


def test_the_named_act_counts_more_than_the_very_provision(acts):
    acts.add("words", id="part", cite=("(25)(1)",), instrument="27-L", instrument_title="Law on asylum")
    acts.add("words", id="article", cite=("(25.1)",), instrument="28-L")
    acts.index()
    assert found("25.1 of the law on asylum")[:2] == ["part", "article"]


def test_a_number_between_the_names_of_an_act_is_a_provision_of_it(acts):
    acts.add("words", id="asked for", cite=("30",), instrument="27-L", instrument_title="Law on asylum")
    acts.add("30 laws on asylum", id="mentions", cite=("12",), instrument="28-L")
    acts.index()
    assert found("LA 30 law on asylum")[0] == "asked for"


def test_what_only_says_the_name_of_an_act_is_no_provision_of_it(notebook):
    titled = {"instrument": "boats-L", "instrument_title": "Boats Act"}
    notebook.add("the Boats Act is meant", id="words", cite=("3",), **titled)
    notebook.add("twelve", id="parent", cite=("12",), **titled)
    notebook.add("other", id="other", cite=("14", "12.3"), instrument="rafts-L", instrument_title="Rafts Act")
    notebook.index()
    results = search("12.3 Boats Act", None)
    assert (results.cards[0].hit.id, results.plan.is_above) == ("parent", True)
    results = search("14 Boats Act", None)
    assert [card.hit.id for card in results.full] == ["words"]
    assert notes(results.plan) == ["The act that you name has no provision 14."]


def test_the_number_of_an_act_is_no_provision_that_it_lacks(notebook):
    titled = {"instrument": "HP-7", "instrument_title": "Harbour Pilots Act"}
    notebook.add("Harbour Pilots Act HP-7", id="act", **titled)
    notebook.add("words", cite=("3",), **titled)
    notebook.add("the 7", cite=("7",), instrument="27-L", instrument_title="Ferries")
    notebook.index()
    notebook.add("other", id="cited", cite=("(4)(2)",), **titled)
    notebook.index()
    assert found("HP-7 Article 4 part 2")[0] == found("HP-7, Article 4, part 2")[0] == "cited"
    results = search("HP-7", None)
    assert [card.hit.id for card in results.full] == ["act"]
    assert notes(results.plan) == []


def test_a_number_that_no_act_has_is_told(notebook):
    notebook.add("words", cite=("12",), instrument="27-L")
    notebook.index()
    assert notes(search("Article 3000").plan) == ["No act that you may read has a provision 3000."]
    assert notes(search("Article 12").plan) == []


@pytest.mark.parametrize(
    "query", ["BA 3000", "boats-L 3000", "Article 3000 of hidden-L", "Article 3000 of none-L"]
)
def test_the_same_is_told_where_an_act_is_named_of_which_the_reader_may_not_know(notebook, query):
    notebook.add("words", cite=("12",), instrument="boats-L", instrument_title="Boats Act")
    notebook.add("words", "version:7", cite=("12",), instrument="hidden-L", instrument_title="Rafts Act")
    notebook.index()
    assert notes(search(query, None).plan) == ["No act that you may read has a provision 3000."]


@pytest.mark.parametrize("narrowed", ['"unicorn"', "-words", "on:1900-01-01", "since", "until"])
def test_nor_is_a_number_that_something_else_keeps_from_being_found(notebook, narrowed):
    notebook.add("words", cite=("12",), instrument="27-L", date=date(2024, 5, 1), valid_from=date(2024, 5, 1))
    notebook.index()
    days = {"since": date(2025, 1, 1), "until": date(2023, 1, 1)}
    given = {narrowed: days[narrowed]} if narrowed in days else {}
    results = search("Article 12" if given else f"Article 12 {narrowed}", None, **given)
    assert (results.total, notes(results.plan)) == (0, [])
